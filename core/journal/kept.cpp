#include "core/journal/kept.h"

namespace koers {

Answers kept(const Activity& activity, const Answers& answers) {
    Answers rest = answers;
    for (const Step& step : activity.steps)
        for (const Item& item : step.items)
            if (!item.kept) rest.erase(item.id);
    return rest;
}

Changes storable(const Catalog& catalog, const Changes& changes) {
    Changes all = changes;
    for (Change& change : all) {
        if (change.removes() || change.key.rfind("run/", 0) != 0) continue;
        std::optional<Run> run = run_from(change.value);
        const Activity* activity = run ? catalog.activity(run->activity) : nullptr;
        if (!activity) continue;
        Answers rest = kept(*activity, run->answers);
        if (rest.size() == run->answers.size()) continue;
        run->answers = std::move(rest);
        change = put(*run);
    }
    return all;
}

Journal storable(const Catalog& catalog, Journal journal) {
    for (auto& [id, run] : journal.runs)
        if (const Activity* activity = catalog.activity(run.activity)) run.answers = kept(*activity, run.answers);
    return journal;
}

std::vector<Answers> ways_open(const Activity& activity, const Answers& answers) {
    std::vector<Answers> ways{answers};
    for (const Step& step : activity.steps)
        for (const Item& item : step.items) {
            const auto* choice = std::get_if<ChoiceFormat>(&item.format);
            if (item.kept || !choice || is_answered(answers, item.id)) continue;
            const size_t before = ways.size();
            for (size_t i = 0; i < before; ++i)
                for (const Choice& one : choice->choices) {
                    ways.push_back(ways[i]);
                    ways.back().insert_or_assign(item.id, ChoiceAnswer{one.id});
                }
        }
    return ways;
}

}  // namespace koers
