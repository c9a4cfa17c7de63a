#include "core/insight/facts.h"

#include <algorithm>
#include <cstdlib>
#include <optional>

#include "core/insight/score.h"
#include "core/insight/totals.h"
#include "core/sorted.h"

namespace koers {

// On how many of so many last days there was so much of it; without an amount: any of it, in whatever measure.
static double days_with(const Catalog& catalog, const Journal& journal, DayRange range, std::string_view substance,
                        std::optional<double> least) {
    const Substance* known = catalog.substance(substance);
    const Unit* unit = known ? catalog.unit(known->units.front()) : nullptr;
    // Also what is followed no longer: the body does not know of lists.
    std::vector<std::string> ids{std::string(substance)};
    for (const Followed& followed : journal.settings.followed)
        if (followed.substance == substance && followed.id != substance) ids.push_back(followed.id);
    int days = 0;
    for (const std::string& id : ids) {
        const Series series = use_series(catalog, journal, id, range);
        if (!least) {
            days += series.days_used();
            continue;
        }
        if (!unit || series.unit != unit->counts_as) continue;
        // Six beers of 25 cl are 5.9 standard glasses: what anybody would call six is six.
        days += static_cast<int>(std::count_if(series.days.begin(), series.days.end(),
                                               [&](const DayTotal& day) { return day.amount >= *least - 0.5; }));
    }
    return days;
}

double fact(const Catalog& catalog, const Journal& journal, Day today, std::string_view name) {
    const size_t dot = name.find('.');
    if (name.empty() || dot == std::string_view::npos) return 0;
    const std::string_view from = name.substr(1, dot - 1), rest = name.substr(dot + 1);
    const auto last = [&](int days) { return DayRange{today - (days - 1), today}; };
    const size_t second = rest.find('.');
    const std::string_view substance = rest.substr(0, second);
    const std::string more(second == std::string_view::npos ? std::string_view() : rest.substr(second + 1));
    if (from == "used")
        return days_with(catalog, journal, last(more.empty() ? 28 : std::clamp(std::atoi(more.c_str()), 1, 365)), substance,
                         std::nullopt);
    if (from == "days") return more.empty() ? 0 : days_with(catalog, journal, last(28), substance, std::atof(more.c_str()));
    const Activity* check = catalog.activity(from);
    std::vector<const Entry*> done;
    for (const Entry* entry : check ? journal.current_of(from) : std::vector<const Entry*>{})
        if (today - entry->day <= 365) done.push_back(entry);
    put_in_order(done, [](const Entry* a, const Entry* b) { return a->day > b->day; });
    const bool is_score =
        check && std::any_of(check->scores.begin(), check->scores.end(), [&](const Score& one) { return one.id == rest; });
    if (const Item* item = check && !is_score ? check->find_item(rest) : nullptr) {
        for (const Entry* entry : done)
            if (const auto weight = weight_of(*item, entry->answers)) return *weight;
        return 0;
    }
    // What was left open could only have made it more: the points so far count, and so do those of the last one that was whole.
    double most = 0;
    for (const Entry* entry : done)
        for (const ScoreResult& result : scores_of(*check, entry->answers, journal.settings)) {
            if (result.score->id != rest) continue;
            most = std::max(most, result.value.value_or(result.so_far));
            if (result.value) return most;
        }
    return most;
}

}  // namespace koers
