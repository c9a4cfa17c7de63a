#include "core/insight/facts.h"

#include <algorithm>
#include <cstdlib>

#include "core/insight/score.h"
#include "core/insight/totals.h"

namespace koers {

static double days_with(const Catalog& catalog, const Journal& journal, Day today, std::string_view substance, double least) {
    const Substance* known = catalog.substance(substance);
    const Unit* unit = known ? catalog.unit(known->units.front()) : nullptr;
    int days = 0;
    for (const Followed& followed : journal.settings.followed) {
        if (!unit || followed.substance != substance) continue;
        const Series series = use_series(catalog, journal, followed.id, {today - 27, today});
        if (series.unit != unit->counts_as) continue;
        days += static_cast<int>(
            std::count_if(series.days.begin(), series.days.end(), [&](const DayTotal& day) { return day.amount >= least; }));
    }
    return days;
}

double fact(const Catalog& catalog, const Journal& journal, Day today, std::string_view name) {
    const size_t dot = name.find('.');
    if (name.empty() || dot == std::string_view::npos) return 0;
    const std::string_view from = name.substr(1, dot - 1), rest = name.substr(dot + 1);
    if (from == "days") {
        const size_t second = rest.find('.');
        return second == std::string_view::npos ? 0
                                                : days_with(catalog, journal, today, rest.substr(0, second),
                                                            std::atof(std::string(rest.substr(second + 1)).c_str()));
    }
    const Activity* check = catalog.activity(from);
    const Entry* entry = check ? journal.newest_of(from) : nullptr;
    if (!entry || today - entry->day > 365) return 0;
    for (const ScoreResult& result : scores_of(*check, entry->answers, journal.settings))
        if (result.score->id == rest) return result.value.value_or(0);
    return 0;
}

}  // namespace koers
