#include "core/insight/lapse.h"

#include "core/insight/goal.h"

namespace koers {

std::optional<Day> day_to_look_back_on(const Catalog& catalog, const Journal& journal, Moment now) {
    constexpr int64_t day_ms = 86'400'000;
    const Entry* looked = journal.newest_of("lapse_analysis");
    const Entry* newest = nullptr;
    for (const Entry* entry : journal.current_of("use")) {
        const int64_t ago = now.ms - entry->written.ms;
        if (ago > 7 * day_ms) continue;
        const auto* amount = find_as<NumberAnswer>(entry->answers, "amount");
        const auto goal = goal_for(catalog, journal, choice_of(entry->answers, "substance"));
        const bool meant_not_to = goal && (goal->aim == Aim::Stop || goal->aim == Aim::Pause) && entry->day >= goal->set_on;
        if (!amount || amount->value <= 0 || !meant_not_to) continue;
        if (looked && looked->written.ms > entry->written.ms) continue;
        if (ago < day_ms) return std::nullopt;  // it is going on: looking back comes when it is calm (clinical facts 10.3, R7)
        if (!newest || entry->written.ms > newest->written.ms) newest = entry;
    }
    return newest ? std::optional(newest->day) : std::nullopt;
}

}  // namespace koers
