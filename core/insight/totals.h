// What can be seen in a diary: amounts per day, weeks beside a goal. Pure functions of the Journal. A day that was not filled in is never counted as none.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/content/catalog.h"
#include "core/journal/journal.h"

namespace koers {

enum class DayState { Unfilled, None, Used };

struct DayTotal {
    Day day;
    DayState state = DayState::Unfilled;
    double amount = 0;    // in the unit of the series
    int entries = 0;      // use entries on that day
    int other_units = 0;  // of those, entries in a unit that cannot be converted: counted as use, not in the amount
};

struct Series {
    std::string followed;  // Followed::id
    std::string unit;      // what the amounts are in: a counts_as id such as "glass"
    std::vector<DayTotal> days;

    double total() const;
    int days_none() const;
    int days_used() const;
    int days_unfilled() const;
    double highest() const;
    int other_units() const;
};

// The amount of a use entry in its counts_as unit. Nothing when the entry holds no usable amount.
struct Amount {
    double value = 0;
    std::string counts_as;
};
std::optional<Amount> amount_of(const Catalog& catalog, const Entry& entry);

// The unit that a person counts this in: that of the most entries in the last 90 days before `until`, the newest deciding a tie; else the substance's first.
std::string unit_in_use(const Catalog& catalog, const Journal& journal, std::string_view followed, Day until);

Series use_series(const Catalog& catalog, const Journal& journal, std::string_view followed, DayRange range);

// The strongest urge of each day, 0-10; absent = none noted (which is not "no urge").
struct UrgeDay {
    Day day;
    std::optional<int> strongest;
    int entries = 0;
};
std::vector<UrgeDay> urge_days(const Journal& journal, std::string_view followed, DayRange range);  // followed empty = all

// The day of the oldest entry; `today` when there is none. Days before it were never there to be filled in.
Day began(const Journal& journal, Day today);

// Days with anything written, for the calendar.
bool anything_on(const Journal& journal, Day day);

}  // namespace koers
