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

    // The highest a score can be, worked out from its items; and that everything it names is there.
    void score(const Score& score) {
        const std::string path = "scores." + score.id;
        double most = 0;
        for (const std::string& id : score.items) {
            const Item* item = activity.find_item(id);
            const auto* choice = item ? std::get_if<ChoiceFormat>(&item->format) : nullptr;
            const auto* scale = item ? std::get_if<ScaleFormat>(&item->format) : nullptr;
            if (!(choice && !choice->from_my_substances) && !scale) {
                error(path, "\"" + id + "\" is no choice or scale item of this activity");
                continue;
            }
            double top = scale ? scale->max : 0;
            for (const Choice& one : choice ? choice->choices : std::vector<Choice>{}) top = std::max(top, one.weight);
            most += score.counts ? (top >= score.counts_from ? 1 : 0) : top;
        }
        if (most * score.factor != score.max)
            error(path + ".max", "the highest possible is " + std::to_string(most * score.factor));
        for (const auto& [what, ids] : {std::pair{".strengths", &score.strengths}})
            for (const std::string& id : *ids)
                if (std::find(score.items.begin(), score.items.end(), id) == score.items.end())
                    error(path + what, "\"" + id + "\" is not in this score");
        for (const StepUp& one : score.step_up)
            if (!activity.find_item(one.item)) error(path + ".step_up", "no item \"" + one.item + "\"");
        if (!score.bands_item.empty()) points_at<ChoiceFormat>(score.bands_item, (path + ".bands_by").c_str(), "choice");
        for (const auto& [substance, bands] : score.bands_by)
            if (!catalog.substance(substance)) error(path + ".bands_by", "no substance \"" + substance + "\"");
        for (const std::string& id : score.high) {
            bool known = std::any_of(score.bands.begin(), score.bands.end(), [&](const Band& band) { return band.id == id; });
            for (const auto& [substance, bands] : score.bands_by)
                known = known || std::any_of(bands.begin(), bands.end(), [&](const Band& band) { return band.id == id; });
            if (!known) error(path + ".high", "no band \"" + id + "\"");
        }
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
        for (const Score& score : activity.scores) check.score(score);
        for (const std::string& id : activity.about)
            if (!catalog.substance(id)) check.error("about", "no substance \"" + id + "\"");
        for (const Step& step : activity.steps) {
            if (step.show_if) check.condition(*step.show_if, "steps." + step.id + ".show_if");
            for (const Item& item : step.items) {
                const std::string path = "steps." + step.id + "." + item.id;
                if (item.show_if) check.condition(*item.show_if, path + ".show_if");
                if (const auto* review = std::get_if<ReviewFormat>(&item.format))
                    for (const std::string& id : review->items)
                        if (!activity.find_item(id)) check.error(path, "no item \"" + id + "\" to show");
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
        if (activity.in_library()) need(activity.key("gives"));
        if (activity.kind == ActivityKind::Check && !activity.scores.empty()) need(activity.key("source"));
        for (const Score& score : activity.scores) {
            need(activity.key("score." + score.id));
            if (!score.strengths.empty()) need(activity.key("strength"));
            const auto bands = [&](const std::vector<Band>& list) {
                for (const Band& band : list)
                    need(activity.key("band." + band.id)), need(activity.key("band." + band.id + ".help"));
            };
            bands(score.bands);
            for (const auto& [substance, list] : score.bands_by) bands(list);
            if (!score.bands_item.empty()) need(activity.key("no_band"));
        }
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
        Answer operator()(const ReviewFormat&) const { return unknown(); }
        Answer unknown() const { return UnknownAnswer{value}; }
    };
    return std::visit(Visitor{value}, item.format);
}

Answer answer_in_content(const Activity& activity, std::string_view item_id, const json& value) {
    const Item* item = activity.find_item(item_id);
    return item ? answer_as_written(*item, value) : Answer(UnknownAnswer{value});
}

}  // namespace koers
