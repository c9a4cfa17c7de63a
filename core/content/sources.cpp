// What only content as it is written has: examples and test vectors. The program in the browser never comes here.
#include <algorithm>

#include "core/content/checks.h"
#include "core/content/reader.h"
#include "core/insight/score.h"
#include "core/invite/link.h"
#include "core/journal/questions.h"
#include "core/json.h"

namespace koers {

using nlohmann::json;

// Every example's answers fit their questions, and exactly the questions named in "asked" show for them.
static void check_examples(const json& document, const std::string& file, const Catalog& catalog,
                           std::vector<ContentError>& errors) {
    if (!document.is_object() || !document.contains("id")) return;
    if (!document.contains("examples") || !document["examples"].is_array()) return;
    const Activity* activity = document["id"].is_string() ? catalog.activity(document["id"].get<std::string>()) : nullptr;
    if (!activity) return;
    // An example may speak of any substance: as if the person followed them all.
    Settings everything;
    for (const Substance& substance : catalog.substances) everything.followed.push_back({substance.id, substance.id, ""});
    const AskContext context{catalog, everything, day_from(2026, 11, 21)};
    const json& examples = document["examples"];
    if (examples.empty()) errors.push_back({file, "examples", "an activity needs at least one example"});
    for (size_t i = 0; i < examples.size(); ++i) {
        const std::string path = "examples[" + std::to_string(i) + "]";
        Reader reader(examples[i], file, path, errors);
        Answers answers;
        if (const json* given = reader.object("answers", true))
            for (auto it = given->begin(); it != given->end(); ++it) {
                if (!activity->find_item(it.key()))
                    reader.error(path + ".answers." + it.key(), "no item of this activity");
                else
                    answers.emplace(it.key(), answer_in_content(*activity, it.key(), it.value()));
            }
        for (const auto& [id, answer] : answers) {
            const Item* item = activity->find_item(id);
            const Problem problem = problem_with(context, *activity, *item, answers, answer);
            if (problem != Problem::None)
                reader.error(path + ".answers." + id, "does not fit: " + std::string(problem_id(problem)));
        }
        std::vector<std::string> asked;
        for (const Item* item : shown_items(*activity, for_conditions(*activity, answers, everything))) asked.push_back(item->id);
        const std::vector<std::string> expected = reader.texts("asked", true);
        if (asked != expected) {
            std::string list;
            for (const std::string& id : asked) list += (list.empty() ? "" : ", ") + id;
            reader.error(path + ".asked", "these items show: " + list);
        }
    }
}

// Test vectors of a score: the weights of the first score's items in order, and what comes of them.
static void check_vectors(const json& document, const std::string& file, const Catalog& catalog,
                          std::vector<ContentError>& errors) {
    if (!document.is_object() || !document.contains("vectors") || !document["vectors"].is_array() || !document.contains("id"))
        return;
    const Activity* activity = document["id"].is_string() ? catalog.activity(document["id"].get<std::string>()) : nullptr;
    if (!activity || activity->scores.empty()) return;
    Settings everything;
    for (const Substance& substance : catalog.substances) everything.followed.push_back({substance.id, substance.id, ""});
    const std::vector<std::string>& items = activity->scores.front().items;
    for (size_t i = 0; i < document["vectors"].size(); ++i) {
        const std::string path = "vectors[" + std::to_string(i) + "]";
        Reader reader(document["vectors"][i], file, path, errors);
        Answers answers;
        if (const json* with = reader.object("with"))
            for (auto it = with->begin(); it != with->end(); ++it)
                answers.insert_or_assign(it.key(), answer_in_content(*activity, it.key(), it.value()));
        const json* weights = reader.array("weights", true);
        if (!weights || weights->size() != items.size()) {
            reader.error(path + ".weights", "should be " + std::to_string(items.size()) + " numbers");
            continue;
        }
        for (size_t k = 0; k < items.size(); ++k) {
            const Item* item = activity->find_item(items[k]);
            const json& weight = (*weights)[k];
            if (!item || weight.is_null()) continue;  // null: left open
            const auto* format = std::get_if<ChoiceFormat>(&item->format);
            if (!format) {
                answers.insert_or_assign(item->id, NumberAnswer{weight.get<double>(), ""});
                continue;
            }
            const auto choice = std::find_if(format->choices.begin(), format->choices.end(), [&](const Choice& one) {
                return weight.is_number() && one.weight == weight.get<double>();
            });
            if (choice == format->choices.end())
                reader.error(path + ".weights", "\"" + item->id + "\" has no choice of this weight");
            else
                answers.insert_or_assign(item->id, ChoiceAnswer{choice->id});
        }
        const json* values = reader.object("scores", true);
        const json* bands = reader.object("bands");
        for (const ScoreResult& result : scores_of(*activity, answers, everything)) {
            const std::string& id = result.score->id;
            if (values && values->contains(id)) {
                const json& expected = (*values)[id];
                if (expected.is_null() ? result.value.has_value() : !result.value || *result.value != expected)
                    reader.error(path + ".scores." + id,
                                 result.value ? "is " + std::to_string(*result.value) : "there is no score");
            }
            if (bands && bands->contains(id)) {
                const std::string band = result.band ? result.band->id : "";
                const json& expected = (*bands)[id];
                if (expected.is_null() ? !band.empty() : !expected.is_string() || expected.get<std::string>() != band)
                    reader.error(path + ".bands." + id, "is \"" + band + "\"");
            }
        }
    }
}

// Everything has a number, every number stands for something, and the ready-made sets can be said in a link.
static void check_invites(const Catalog& catalog, std::vector<ContentError>& errors) {
    const std::string codes = "invite/codes.json", sets = "invite/sets.json";
    const auto same = [&](const char* key, const std::vector<std::string>& numbered, const auto& all, auto counts) {
        for (const auto& one : all)
            if (counts(one) && std::count(numbered.begin(), numbered.end(), one.id) == 0)
                errors.push_back({codes, key, "\"" + one.id + "\" has no number: put it at the end"});
        for (const std::string& id : numbered)
            if (std::none_of(all.begin(), all.end(), [&](const auto& one) { return one.id == id; }))
                errors.push_back({codes, key, "there is no \"" + id + "\""});
    };
    same("activities", catalog.codes.activities, catalog.activities, [](const Activity&) { return true; });
    same("substances", catalog.codes.substances, catalog.substances, [](const Substance& one) { return one.id != "other"; });
    for (const InviteSet& set : catalog.sets) {
        if (fragment_of(set.invitation, catalog.codes).empty()) errors.push_back({sets, set.id, "cannot be said in a link"});
        for (const char* part : {".name", ".what"})
            if (!catalog.texts.has("set." + set.id + part))
                errors.push_back({"texts/" + catalog.texts.language, "set." + set.id + part, "this text is missing"});
        for (const std::string& id : set.invitation.activities)
            if (const Activity* activity = catalog.activity(id); activity && activity->whom != ForWhom::Everybody &&
                                                                 set.invitation.whom != ForWhom::Everybody &&
                                                                 activity->whom != set.invitation.whom)
                errors.push_back({sets, set.id, "\"" + id + "\" is for others"});
    }
}

CatalogResult load_sources(const ContentFiles& files, std::string_view language) {
    CatalogResult result = load_catalog(files, language);
    if (!result.read) return result;
    check_references(*result.read, result.errors);
    check_texts(*result.read, result.errors);
    if (files.count("invite/codes.json")) check_invites(*result.read, result.errors);
    for (const auto& [path, bytes] : files) {
        const json document = read_json(bytes);
        if (path.rfind("activities/", 0) == 0 && document.is_object() && !document.contains("examples"))
            result.errors.push_back({path, "examples", "is missing"});
    }
    if (!result.errors.empty()) result.catalog.reset();
    // With a dangling reference there is nothing to try examples on.
    if (!result.catalog) return result;
    for (const auto& [path, bytes] : files) {
        if (path.rfind("activities/", 0) != 0) continue;
        const json document = read_json(bytes);
        check_examples(document, path, *result.catalog, result.errors);
        check_vectors(document, path, *result.catalog, result.errors);
    }
    if (!result.errors.empty()) result.catalog.reset();
    return result;
}

}  // namespace koers
