#include "core/content/checks.h"

#include <algorithm>

#include "core/content/reader.h"
#include "core/journal/questions.h"

namespace koers {

using nlohmann::json;

// --- references

namespace {

struct ActivityCheck {
    const Catalog& catalog;
    const Activity& activity;
    std::string file;
    std::vector<ContentError>& errors;

    void error(const std::string& path, const std::string& message) { errors.push_back({file, path, message}); }

    void condition(const Condition& condition, const std::string& path) {
        for (const Condition& part : condition.parts) this->condition(part, path);
        if (condition.op == ConditionOp::All || condition.op == ConditionOp::Any) return;
        const Item* item = activity.find_item(condition.item);
        if (!item) return error(path, "no item \"" + condition.item + "\" in this activity");
        if (condition.op == ConditionOp::UnitIs) {
            for (const std::string& unit : condition.values)
                if (!catalog.unit(unit)) error(path, "no unit \"" + unit + "\"");
            return;
        }
        for (const std::string& value : condition.values) {
            if (const auto* choice = std::get_if<ChoiceFormat>(&item->format)) {
                if (choice->from_my_substances ? !catalog.substance(value) : !has(choice->choices, value))
                    error(path, "\"" + value + "\" is no choice of \"" + item->id + "\"");
            } else if (const auto* many = std::get_if<ChoicesFormat>(&item->format)) {
                if (!has(many->choices, value)) error(path, "\"" + value + "\" is no choice of \"" + item->id + "\"");
            } else if (value != "true" && value != "false") {
                error(path, "\"" + item->id + "\" has no choices");
            }
        }
    }

    static bool has(const std::vector<Choice>& choices, const std::string& id) {
        for (const Choice& choice : choices)
            if (choice.id == id) return true;
        return false;
    }

    template <class Format>
    void points_at(const std::string& item_id, const char* key, const char* what) {
        if (item_id.empty()) return;
        const Item* item = activity.find_item(item_id);
        if (!item || !std::holds_alternative<Format>(item->format))
            error(key, "\"" + item_id + "\" is no " + what + " item of this activity");
    }
};

}  // namespace

void check_references(const Catalog& catalog, std::vector<ContentError>& errors) {
    for (const Substance& substance : catalog.substances)
        for (const std::string& unit : substance.units)
            if (!catalog.unit(unit))
                errors.push_back({"substances/substances.json", substance.id + ".units", "no unit \"" + unit + "\""});
    for (const Unit& unit : catalog.units)
        if (!catalog.unit(unit.counts_as))
            errors.push_back({"substances/units.json", unit.id + ".counts_as", "no unit \"" + unit.counts_as + "\""});
    for (const Unit& unit : catalog.units)
        for (const auto& [key, id] : {std::pair{".ml_item", &unit.ml_item}, std::pair{".abv_item", &unit.abv_item}}) {
            const auto asks = [&, item_id = id](const Activity& activity) {
                const Item* item = activity.find_item(*item_id);
                return item && std::holds_alternative<NumberFormat>(item->format);
            };
            if (!id->empty() && std::none_of(catalog.activities.begin(), catalog.activities.end(), asks))
                errors.push_back({"substances/units.json", unit.id + key, "\"" + *id + "\" is no number item of any activity"});
        }
    for (const Activity& activity : catalog.activities) {
        ActivityCheck check{catalog, activity, "activities/" + activity.id + ".json", errors};
        check.points_at<DayFormat>(activity.day_item, "day", "day");
        check.points_at<TimeFormat>(activity.time_item, "time", "time");
        for (const Step& step : activity.steps) {
            if (step.show_if) check.condition(*step.show_if, "steps." + step.id + ".show_if");
            for (const Item& item : step.items) {
                const std::string path = "steps." + step.id + "." + item.id;
                if (item.show_if) check.condition(*item.show_if, path + ".show_if");
                if (const auto* number = std::get_if<NumberFormat>(&item.format)) {
                    check.points_at<ChoiceFormat>(number->units_from, (path + ".units_from").c_str(), "choice");
                    for (const std::string& unit : number->units)
                        if (!catalog.unit(unit)) check.error(path + ".units", "no unit \"" + unit + "\"");
                }
            }
        }
    }
}

// --- texts

void check_texts(const Catalog& catalog, std::vector<ContentError>& errors) {
    const std::string file = "texts/" + catalog.texts.language;
    const auto need = [&](const std::string& key) {
        if (!catalog.texts.has(key)) errors.push_back({file, key, "this text is missing"});
    };
    for (const Activity& activity : catalog.activities) {
        for (const char* key : {"title", "short", "saved"}) need(activity.key(key));
        for (const Step& step : activity.steps) {
            need(activity.key("step." + step.id + ".title"));
            for (const Item& item : step.items) {
                need(activity.key(item.id + ".label"));
                if (std::holds_alternative<NoteFormat>(item.format)) need(activity.key(item.id + ".help"));
                if (std::holds_alternative<ScaleFormat>(item.format)) {
                    need(activity.key(item.id + ".min"));
                    need(activity.key(item.id + ".max"));
                }
                if (const auto* choice = std::get_if<ChoiceFormat>(&item.format))
                    for (const Choice& one : choice->choices) need(activity.key(item.id + "." + one.id));
                if (const auto* many = std::get_if<ChoicesFormat>(&item.format))
                    for (const Choice& one : many->choices) need(activity.key(item.id + "." + one.id));
            }
        }
    }
    for (const Substance& substance : catalog.substances) need("substance." + substance.id);
    for (const Unit& unit : catalog.units)
        for (const char* form : {".one", ".other", ".pick"}) need("unit." + unit.id + form);
    for (const ContactList& list : catalog.contact_lists)
        for (const Contact& contact : list.contacts)
            for (const char* part : {".name", ".what"}) need("contact." + contact.id + part);
}

// --- examples

// Content writes answers the short way; the journal writes each with its kind (core/journal/answer.h).
static Answer answer_as_written(const Item& item, const json& value) {
    struct Visitor {
        const json& value;
        Answer operator()(const ChoiceFormat&) const {
            return value.is_string() ? Answer(ChoiceAnswer{value.get<std::string>()}) : unknown();
        }
        Answer many() const {
            ManyAnswer answer;
            if (!value.is_array()) return unknown();
            for (const json& one : value) {
                if (!one.is_string()) return unknown();
                answer.values.push_back(one.get<std::string>());
            }
            return answer;
        }
        Answer operator()(const ChoicesFormat&) const { return many(); }
        Answer operator()(const ListFormat&) const { return many(); }
        Answer operator()(const ScaleFormat&) const {
            return value.is_number() ? Answer(NumberAnswer{value.get<double>(), ""}) : unknown();
        }
        Answer operator()(const NumberFormat&) const {
            if (value.is_number()) return NumberAnswer{value.get<double>(), ""};
            if (!value.is_object() || !value.contains("value") || !value["value"].is_number()) return unknown();
            return NumberAnswer{value["value"].get<double>(), value.value("unit", "")};
        }
        Answer operator()(const TextFormat&) const {
            return value.is_string() ? Answer(TextAnswer{value.get<std::string>()}) : unknown();
        }
        Answer operator()(const DayFormat&) const {
            const auto day = value.is_string() ? parse_day(value.get<std::string>()) : std::nullopt;
            return day ? Answer(DayAnswer{*day}) : unknown();
        }
        Answer operator()(const TimeFormat&) const {
            const auto time = value.is_string() ? parse_clock(value.get<std::string>()) : std::nullopt;
            return time ? Answer(TimeAnswer{*time}) : unknown();
        }
        Answer operator()(const YesNoFormat&) const {
            return value.is_boolean() ? Answer(YesNoAnswer{value.get<bool>()}) : unknown();
        }
        Answer operator()(const NoteFormat&) const { return unknown(); }
        Answer unknown() const { return UnknownAnswer{value}; }
    };
    return std::visit(Visitor{value}, item.format);
}

Answer answer_in_content(const Activity& activity, std::string_view item_id, const json& value) {
    const Item* item = activity.find_item(item_id);
    return item ? answer_as_written(*item, value) : Answer(UnknownAnswer{value});
}

void check_examples(const json& document, const std::string& file, const Catalog& catalog, std::vector<ContentError>& errors) {
    if (!document.is_object() || !document.contains("id")) return;
    if (!document.contains("examples")) errors.push_back({file, "examples", "is missing"});
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

}  // namespace koers
