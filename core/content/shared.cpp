// What several activities have in common stands in one of them: rules, steps. And what all of their conditions ask of the journal.
#include <algorithm>

#include "core/content/parse.h"

namespace koers {

using nlohmann::json;

// {"rule": "name"} stands for the condition of that name: a gate that several questions share is written once. "goal.name" is a rule of another activity.
// A rule may use others, a few deep.
static void put_rule(json& value, const std::string& activity, const json& rules, const std::string& file,
                     std::vector<ContentError>& errors, int depth = 0) {
    if (value.is_object() && value.size() == 1 && value.contains("rule")) {
        std::string name = value["rule"].is_string() ? value["rule"].get<std::string>() : std::string();
        if (name.find('.') == std::string::npos) name = activity + "." + name;
        if (!rules.contains(name)) return errors.push_back({file, "rules", "there is no rule \"" + name + "\""});
        if (depth == 5) return errors.push_back({file, "rules", "\"" + name + "\" goes in a circle"});
        value = json(rules[name]);
        put_rule(value, name.substr(0, name.find('.')), rules, file, errors, depth + 1);
    } else if (value.is_structured()) {
        for (json& part : value) put_rule(part, activity, rules, file, errors, depth);
    }
}

void put_rules(std::map<std::string, json>& documents, std::vector<ContentError>& errors) {
    // "activities/goal.json" -> "goal"; nothing for what is no activity.
    const auto activity_of = [](const std::string& path) {
        const std::string_view folder = "activities/", end = ".json";
        return path.size() > folder.size() + end.size() && path.rfind(folder, 0) == 0
                   ? path.substr(folder.size(), path.size() - folder.size() - end.size())
                   : std::string();
    };
    json rules = json::object();
    for (const auto& [path, document] : documents)
        if (document.is_object() && document.contains("rules") && document["rules"].is_object())
            for (auto it = document["rules"].begin(); it != document["rules"].end(); ++it)
                rules[activity_of(path) + "." + it.key()] = it.value();
    for (auto& [path, document] : documents)
        if (const std::string activity = activity_of(path);
            !activity.empty() && document.is_object() && document.contains("steps"))
            put_rule(document["steps"], activity, rules, path, errors);
}

static void collect_facts(const Condition& condition, std::vector<std::string>& facts) {
    for (const Condition& part : condition.parts) collect_facts(part, facts);
    if (condition.item.rfind('@', 0) == 0 && std::find(facts.begin(), facts.end(), condition.item) == facts.end())
        facts.push_back(condition.item);
}

void find_facts(Catalog& catalog) {
    for (Activity& activity : catalog.activities)
        for (const Step& step : activity.steps) {
            if (step.show_if) collect_facts(*step.show_if, activity.facts);
            for (const Item& item : step.items)
                if (item.show_if) collect_facts(*item.show_if, activity.facts);
        }
}

void borrow_steps(Catalog& catalog, std::vector<ContentError>& errors) {
    for (Activity& activity : catalog.activities)
        for (Step& step : activity.steps) {
            if (step.like.empty()) continue;
            const std::string from = step.like.substr(0, step.like.find('.'));
            const Activity* other = catalog.activity(from);
            const Step* lent = nullptr;
            for (size_t i = 0; other && i < other->steps.size(); ++i)
                if (from + "." + other->steps[i].id == step.like && other->steps[i].like.empty()) lent = &other->steps[i];
            if (!lent) {
                errors.push_back(
                    {"activities/" + activity.id + ".json", "steps", "there is no step \"" + step.like + "\" to be like"});
                continue;
            }
            std::vector<std::string> names{"step." + lent->id};
            for (const Item& item : lent->items) {
                if (activity.find_item(item.id))
                    errors.push_back({"activities/" + activity.id + ".json", "steps",
                                      "\"" + item.id + "\" of " + step.like + " stands in this activity too"});
                names.push_back(item.id);
            }
            step = *lent;
            for (Item& item : step.items) item.since = 1;
            for (std::string& name : names) activity.borrowed.emplace(std::move(name), from);
        }
}

}  // namespace koers
