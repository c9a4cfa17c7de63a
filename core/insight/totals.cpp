#include "core/insight/totals.h"

#include "core/journal/questions.h"

#include <algorithm>
#include <map>

namespace koers {

double Series::total() const {
    double sum = 0;
    for (const DayTotal& day : days) sum += day.amount;
    return sum;
}
static int count(const Series& series, DayState state) {
    return static_cast<int>(
        std::count_if(series.days.begin(), series.days.end(), [&](const DayTotal& day) { return day.state == state; }));
}
int Series::days_none() const { return count(*this, DayState::None); }
int Series::days_used() const { return count(*this, DayState::Used); }
int Series::days_unfilled() const { return count(*this, DayState::Unfilled); }
double Series::highest() const {
    double highest = 0;
    for (const DayTotal& day : days) highest = std::max(highest, day.amount);
    return highest;
}
int Series::other_units() const {
    int sum = 0;
    for (const DayTotal& day : days) sum += day.other_units;
    return sum;
}

std::optional<Amount> amount_of(const Catalog& catalog, const Entry& entry) {
    const auto* number = find_as<NumberAnswer>(entry.answers, "amount");
    const Unit* unit = number ? catalog.unit(number->unit) : nullptr;
    // None is none, also in a unit that a newer or older Koers knows.
    if (!unit) return number && number->value == 0 ? std::optional(Amount{0, ""}) : std::nullopt;
    double factor = unit->factor;
    if (!unit->ml_item.empty()) {
        const auto* ml = find_as<NumberAnswer>(entry.answers, unit->ml_item);
        const auto* abv = find_as<NumberAnswer>(entry.answers, unit->abv_item);
        if (!ml || !abv) return number->value == 0 ? std::optional(Amount{0, unit->counts_as}) : std::nullopt;
        factor = standard_glasses(ml->value, abv->value);
    }
    return Amount{number->value * factor, unit->counts_as};
}

static bool about(const Entry& entry, std::string_view followed) {
    return followed.empty() || choice_of(entry.answers, "substance") == followed;
}

std::string unit_in_use(const Catalog& catalog, const Journal& journal, std::string_view followed, Day until) {
    std::map<std::string, int> uses;
    std::string newest;
    for (const Entry* entry : journal.current_of("use")) {
        if (!about(*entry, followed) || entry->day > until || entry->day < until - 90) continue;
        const auto* number = find_as<NumberAnswer>(entry->answers, "amount");
        const auto amount = amount_of(catalog, *entry);
        if (!amount || !number || number->value == 0) continue;  // "none" says nothing about the unit
        ++uses[amount->counts_as];
        newest = amount->counts_as;
    }
    std::string best = newest;
    for (const auto& [unit, times] : uses)
        if (times > uses[best]) best = unit;
    if (!best.empty()) return best;
    const Substance* substance = substance_of(catalog, journal.settings, followed);
    const Unit* unit = substance && !substance->units.empty() ? catalog.unit(substance->units.front()) : nullptr;
    return unit ? unit->counts_as : std::string();
}

Series use_series(const Catalog& catalog, const Journal& journal, std::string_view followed, DayRange range) {
    Series series{std::string(followed), unit_in_use(catalog, journal, followed, range.last), {}};
    for (int i = 0; i < range.days(); ++i) series.days.push_back({range.first + i, DayState::Unfilled, 0, 0, 0});
    for (const Entry* entry : journal.current_of("use")) {
        if (!range.contains(entry->day) || !about(*entry, followed)) continue;
        DayTotal& day = series.days[static_cast<size_t>(entry->day - range.first)];
        const auto amount = amount_of(catalog, *entry);
        ++day.entries;
        if (amount && amount->value == 0) {
            if (day.state == DayState::Unfilled) day.state = DayState::None;
            continue;
        }
        day.state = DayState::Used;
        if (amount && amount->counts_as == series.unit)
            day.amount += amount->value;
        else
            ++day.other_units;
    }
    return series;
}

std::vector<UrgeDay> urge_days(const Journal& journal, std::string_view followed, DayRange range) {
    std::vector<UrgeDay> days;
    for (int i = 0; i < range.days(); ++i) days.push_back({range.first + i, std::nullopt, 0});
    for (const Entry* entry : journal.current_of("urge")) {
        if (!range.contains(entry->day)) continue;
        if (!followed.empty() && !choice_of(entry->answers, "substance").empty() && !about(*entry, followed)) continue;
        const auto* strength = find_as<NumberAnswer>(entry->answers, "strength");
        if (!strength) continue;
        UrgeDay& day = days[static_cast<size_t>(entry->day - range.first)];
        ++day.entries;
        day.strongest = std::max(day.strongest.value_or(0), static_cast<int>(strength->value));
    }
    return days;
}

Day began(const Journal& journal, Day today) {
    Day first = today;
    for (const Entry* entry : journal.current())
        if (entry->activity != "goal" && entry->day < first) first = entry->day;
    return first;
}

bool anything_on(const Journal& journal, Day day) { return !journal.current_on(day).empty(); }

}  // namespace koers
