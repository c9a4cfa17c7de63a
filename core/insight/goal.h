// A goal is the newest entry of the "goal" activity about a substance; the older ones are its history. Provisional and revisable.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/insight/totals.h"

namespace koers {

enum class Aim { Stop, Less, Safer, Pause, Understand };

struct Goal {
    std::string entry;  // the entry it was read from
    std::string followed;
    Aim aim = Aim::Understand;
    std::optional<double> per_day, per_week;  // in `unit`
    std::string unit;                         // counts_as
    std::optional<int> free_days;             // days without, per week
    std::optional<Day> until, since;
    Day set_on;
};

std::optional<Goal> goal_from(const Catalog& catalog, const Entry& entry);
std::optional<Goal> goal_for(const Catalog& catalog, const Journal& journal, std::string_view followed);
std::vector<const Entry*> goal_entries(const Journal& journal, std::string_view followed);  // newest first

// A week beside a goal: figures only, no verdict.
struct GoalWeek {
    double total = 0;
    int none = 0, unfilled = 0, within_day_limit = 0, filled = 0;
    std::optional<double> left_this_week;  // per_week minus total, when there is a week limit; may be negative
};
GoalWeek week_beside(const Goal& goal, const Series& week, Day today);

}  // namespace koers
