#include "core/journal/kept.h"

namespace koers {

void forget_unkept(const Activity& activity, Answers& answers) {
    for (const Step& step : activity.steps)
        for (const Item& item : step.items)
            if (!item.kept) answers.erase(item.id);
}

Changes storable(const Catalog& catalog, Changes changes) {
    for (Change& change : changes) {
        if (change.removes() || change.key.rfind("run/", 0) != 0) continue;
        std::optional<Run> run = run_from(change.value);
        const Activity* activity = run ? catalog.activity(run->activity) : nullptr;
        if (!activity) continue;
        forget_unkept(*activity, run->answers);
        change = put(*run);
    }
    return changes;
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
