#include "core/insight/goal.h"

#include <algorithm>

#include "core/sorted.h"

namespace koers {

std::optional<Goal> goal_from(const Catalog& catalog, const Entry& entry) {
    static constexpr std::pair<const char*, Aim> aims[] = {
        {"stop", Aim::Stop}, {"less", Aim::Less}, {"safer", Aim::Safer}, {"pause", Aim::Pause}, {"understand", Aim::Understand}};
    Goal goal;
    goal.entry = entry.id;
    goal.followed = choice_of(entry.answers, "substance");
    goal.set_on = entry.day;
    const std::string word = choice_of(entry.answers, "aim");
    const auto aim = std::find_if(std::begin(aims), std::end(aims), [&](const auto& one) { return word == one.first; });
    if (aim == std::end(aims) || goal.followed.empty()) return std::nullopt;
    goal.aim = aim->second;
    const auto limit = [&](const char* item) -> std::optional<double> {
        const auto* number = find_as<NumberAnswer>(entry.answers, item);
        const Unit* unit = number ? catalog.unit(number->unit) : nullptr;
        if (!unit || !unit->ml_item.empty()) return std::nullopt;
        if (goal.unit.empty()) goal.unit = unit->counts_as;
        // Two limits in units that do not add up cannot both stand beside one bar: the first one decides.
        return unit->counts_as == goal.unit ? std::optional(number->value * unit->factor) : std::nullopt;
    };
    goal.per_day = limit("per_day");
    goal.per_week = limit("per_week");
    if (const auto* free = find_as<NumberAnswer>(entry.answers, "free_days")) goal.free_days = static_cast<int>(free->value);
    if (const auto* until = find_as<DayAnswer>(entry.answers, "until")) goal.until = until->day;
    if (const auto* since = find_as<DayAnswer>(entry.answers, "since")) goal.since = since->day;
    return goal;
}

std::vector<const Entry*> goal_entries(const Journal& journal, std::string_view followed) {
    std::vector<const Entry*> entries;
    for (const Entry* entry : journal.current_of("goal"))
        if (choice_of(entry->answers, "substance") == followed) entries.push_back(entry);
    put_in_order(entries, [](const Entry* a, const Entry* b) {
        return a->written.ms != b->written.ms ? a->written.ms > b->written.ms : a->id > b->id;
    });
    return entries;
}

std::optional<Goal> goal_for(const Catalog& catalog, const Journal& journal, std::string_view followed) {
    for (const Entry* entry : goal_entries(journal, followed))
        if (auto goal = goal_from(catalog, *entry)) return goal;
    return std::nullopt;
}

GoalWeek week_beside(const Goal& goal, const Series& week, Day today) {
    GoalWeek result;
    const bool same_unit = goal.unit.empty() || goal.unit == week.unit;  // amounts in another unit say nothing about the limits
    for (const DayTotal& day : week.days) {
        if (day.day > today) continue;
        result.total += day.amount;
        if (day.state == DayState::Unfilled) {
            ++result.unfilled;
            continue;
        }
        ++result.filled;
        if (day.state == DayState::None) ++result.none;
        if (goal.per_day && same_unit && day.other_units == 0 && day.amount <= *goal.per_day + 1e-9) ++result.within_day_limit;
    }
    if (goal.per_week && same_unit) result.left_this_week = *goal.per_week - result.total;
    return result;
}

}  // namespace koers
