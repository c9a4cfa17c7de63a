#include "core/journal/kept.h"

#include <algorithm>

namespace koers {

void forget_unkept(const Activity& activity, Answers& answers) {
    for (const Step& step : activity.steps)
        for (const Item& item : step.items)
            if (!item.kept) answers.erase(item.id);
}

void forget_moment(const Activity& activity, Answers& answers) {
    forget_unkept(activity, answers);
    for (const Step& step : activity.steps)
        for (const Item& item : step.items)
            if (item.anew) answers.erase(item.id);
}

Changes forget_unkept(const Catalog& catalog, const Journal& journal) {
    Changes changes;
    const auto each = [&](const auto& ones) {
        for (const auto& [id, one] : ones) {
            const Activity* activity = catalog.activity(one.activity);
            if (!activity) continue;
            auto rest = one;
            forget_unkept(*activity, rest.answers);
            if (rest.answers.size() != one.answers.size()) changes.push_back(put(rest));
        }
    };
    each(journal.runs);
    each(journal.entries);
    return changes;
}

const std::string& step_told(const Activity& activity, const std::string& step) {
    for (const Step& one : activity.steps) {
        if (one.id == step) break;
        if (std::any_of(one.items.begin(), one.items.end(), [](const Item& item) { return !item.kept || item.anew; }))
            return one.id;
    }
    return step;
}

std::vector<const Item*> items_to_keep(const AskContext& context, const Activity& activity, const Run& run) {
    std::vector<Answers> ways{run.answers};
    if (!run.replaces.empty()) forget_unkept(activity, ways.front());
    for (const Step& step : activity.steps)
        for (const Item& item : step.items) {
            const auto* choice = std::get_if<ChoiceFormat>(&item.format);
            if (item.kept || !choice || is_answered(ways.front(), item.id)) continue;
            const size_t before = ways.size();
            for (size_t i = 0; i < before; ++i)
                for (const Choice& one : choice->choices) {
                    ways.push_back(ways[i]);
                    ways.back().insert_or_assign(item.id, ChoiceAnswer{one.id});
                }
        }
    std::vector<const Item*> items;
    for (const Answers& way : ways)
        for (const Item* item : shown_items(activity, for_conditions(context, activity, way)))
            if (item->kept && std::find(items.begin(), items.end(), item) == items.end()) items.push_back(item);
    return items;
}

}  // namespace koers
