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
        if (condition.item.rfind('@', 0) == 0) return fact(condition, path);
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

    // "@check_alcohol.total", "@days.alcohol.6" or "@used.ghb" (core/insight/facts.h).
    void fact(const Condition& condition, const std::string& path) {
        const std::string name = condition.item.substr(1), from = name.substr(0, name.find('.'));
        if (condition.op != ConditionOp::AtLeast && condition.op != ConditionOp::AtMost) error(path, "a fact is a number");
        if (from == "days" || from == "used") {
            const std::string rest = name.substr(std::min(name.size(), from.size() + 1));
            if (!catalog.substance(rest.substr(0, rest.find('.')))) error(path, "no substance in \"" + condition.item + "\"");
            return;
        }
        const Activity* check = catalog.activity(from);
        const bool known = check && std::any_of(check->scores.begin(), check->scores.end(),
                                                [&](const Score& score) { return from + "." + score.id == name; });
        if (!known && check && check->find_item(name.substr(from.size() + 1))) return;  // one question of it
        if (!known) error(path, "no check with the score \"" + condition.item + "\"");
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

    // Items that give something to pick from later.
    void gives_options(const std::string& path, const std::vector<std::string>& ids) {
        for (const std::string& id : ids) {
            const Item* item = activity.find_item(id);
            if (!item ||
                !(std::holds_alternative<ChoicesFormat>(item->format) || std::holds_alternative<ListFormat>(item->format) ||
                  std::holds_alternative<SortFormat>(item->format) || std::holds_alternative<RankFormat>(item->format)))
                error(path, "\"" + id + "\" is no choices, list, sort or rank item of this activity");
        }
    }

    void leads_to(const std::string& path, const std::string& id) {
        const Activity* other = catalog.activity(id);
        if (!other || !other->in_library()) error(path, "no exercise or check \"" + id + "\"");
    }

    void choices_about(const Item& item, const std::string& path) {
        const auto* one = std::get_if<ChoiceFormat>(&item.format);
        const auto* many = std::get_if<ChoicesFormat>(&item.format);
        for (const Choice& choice : one ? one->choices : many ? many->choices : std::vector<Choice>{})
            for (const std::string& substance : choice.about)
                if (!catalog.substance(substance)) error(path + "." + choice.id + ".about", "no substance \"" + substance + "\"");
    }

    void format(const Item& item, const std::string& path) {
        if (const auto* review = std::get_if<ReviewFormat>(&item.format))
            for (const std::string& id : review->items)
                if (!activity.find_item(id)) error(path, "no item \"" + id + "\" to show");
        if (const auto* number = std::get_if<NumberFormat>(&item.format)) {
            points_at<ChoiceFormat>(number->units_from, (path + ".units_from").c_str(), "choice");
            for (const std::string& unit : number->units)
                if (!catalog.unit(unit)) error(path + ".units", "no unit \"" + unit + "\"");
        }
        if (const auto* note = std::get_if<NoteFormat>(&item.format); note && !note->opens.empty())
            leads_to(path + ".opens", note->opens);
        if (const auto* rank = std::get_if<RankFormat>(&item.format)) {
            gives_options(path + ".from", {rank->from});
            const Item* from = activity.find_item(rank->from);
            const auto* sort = from ? std::get_if<SortFormat>(&from->format) : nullptr;
            if (sort ? !has(sort->piles, rank->pile) : !rank->pile.empty())
                error(path + ".pile", "\"" + rank->pile + "\" is no pile of \"" + rank->from + "\"");
        }
        if (const auto* rows = std::get_if<RowsFormat>(&item.format)) gives_options(path + ".rows_from", rows->rows_from);
        choices_about(item, path);
        if (const auto* pairs = std::get_if<PairsFormat>(&item.format)) {
            gives_options(path + ".left", pairs->left);
            gives_options(path + ".right", pairs->right);
        }
    }

    // What may be taken along is the person's own words, and there is a place for them.
    void carry(const Carry& carry) {
        const std::string path = "carries." + carry.to;
        const Activity* plan = catalog.activity(carry.to);
        const Item* target = plan && plan->kind == ActivityKind::Plan ? plan->find_item(carry.item) : nullptr;
        if (!target) return error(path, "no item \"" + carry.item + "\" in a plan activity \"" + carry.to + "\"");
        const auto* rows = std::get_if<RowsFormat>(&target->format);
        if (!rows && !std::holds_alternative<ListFormat>(target->format) &&
            !std::holds_alternative<ChoicesFormat>(target->format))
            error(path, "\"" + carry.item + "\" takes no words: it should be a list, choices or rows");
        for (const std::string& id : carry.items) {
            const Item* item = activity.find_item(id);
            if (!item) {
                error(path, "no item \"" + id + "\" in this activity");
                continue;
            }
            const bool words =
                std::holds_alternative<TextFormat>(item->format) || std::holds_alternative<ListFormat>(item->format) ||
                std::holds_alternative<ChoicesFormat>(item->format) || std::holds_alternative<ChoiceFormat>(item->format) ||
                std::holds_alternative<RankFormat>(item->format);
            if (rows ? !std::holds_alternative<RowsFormat>(item->format) : !words)
                error(path, "\"" + id + "\" does not fit \"" + carry.item + "\"");
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
        for (const auto& [id, code] : activity.loinc.items)
            if (!activity.find_item(id)) check.error("loinc.items." + id, "is no item of this activity");
        for (const auto& [id, code] : activity.loinc.scores)
            if (std::none_of(activity.scores.begin(), activity.scores.end(),
                             [&name = id](const Score& one) { return one.id == name; }))
                check.error("loinc.scores." + id, "is no score of this activity");
        for (const std::string& id : activity.about)
            if (!catalog.substance(id)) check.error("about", "no substance \"" + id + "\"");
        for (const Step& step : activity.steps)
            for (const Item& item : step.items)
                if (activity.kind == ActivityKind::Info && !std::holds_alternative<NoteFormat>(item.format))
                    check.error("steps." + step.id + "." + item.id, "an information card only has notes");
        for (const Step& step : activity.steps) {
            if (step.show_if) check.condition(*step.show_if, "steps." + step.id + ".show_if");
            for (const Item& item : step.items) {
                const std::string path = "steps." + step.id + "." + item.id;
                if (item.show_if) check.condition(*item.show_if, path + ".show_if");
                check.format(item, path);
                if (item.since > activity.version) check.error(path + ".since", "is later than this version");
            }
        }
        for (const Carry& carry : activity.carries) check.carry(carry);
        for (const std::string& id : activity.radar) {
            const Item* item = activity.find_item(id);
            if (!item ||
                !(std::holds_alternative<ScaleFormat>(item->format) || std::holds_alternative<ChoiceFormat>(item->format)))
                check.error("radar", "\"" + id + "\" is no scale or choice item of this activity");
        }
        if (activity.radar.size() == 1 || activity.radar.size() == 2 || activity.radar.size() > 10)
            check.error("radar", "should have 3 to 10 spokes");
        for (const auto& [id, exercises] : activity.leads) {
            if (!activity.find_item(id)) check.error("leads", "no item \"" + id + "\" in this activity");
            for (const std::string& exercise : exercises) check.leads_to("leads." + id, exercise);
        }
        if (activity.order > 0 && activity.kind != ActivityKind::Plan && activity.kind != ActivityKind::Exercise)
            check.error("order", "only a part of the plan or an exercise has a place in it");
        for (const OnPaper& one : activity.paper) {
            const Item* item = activity.find_item(one.item);
            if (!item || asks_nothing(item->format)) {
                check.error("paper", "no question \"" + one.item + "\" in this activity");
                continue;
            }
            const auto* rows = std::get_if<RowsFormat>(&item->format);
            std::vector<std::string> columns = one.columns;
            if (!one.with.empty()) columns.push_back(one.with);
            for (const std::string& id : columns)
                if (!rows || !rows->find_column(id)) check.error("paper", "no column \"" + id + "\" of \"" + one.item + "\"");
        }
        if (activity.withhold) {
            const Activity* other = catalog.activity(activity.withhold->check);
            const bool known = other && std::any_of(other->scores.begin(), other->scores.end(),
                                                    [&](const Score& score) { return score.id == activity.withhold->score; });
            if (!known)
                check.error("withhold",
                            "no score \"" + activity.withhold->score + "\" in a check \"" + activity.withhold->check + "\"");
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
        if (activity.in_library() || activity.kind == ActivityKind::Plan) need(activity.key("gives"));
        if (activity.withhold) need(activity.key("withheld"));
        for (const std::string& id : activity.radar) need(activity.key(id + ".spoke"));
        for (const auto& [id, exercises] : activity.leads)
            if (std::find(activity.radar.begin(), activity.radar.end(), id) == activity.radar.end())
                need(activity.key(id + ".spoke"));
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
                const auto choices = [&](const std::string& of, const std::vector<Choice>& list) {
                    for (const Choice& one : list) need(activity.key(of + "." + one.id));
                };
                if (const auto* choice = std::get_if<ChoiceFormat>(&item.format)) choices(item.id, choice->choices);
                if (const auto* many = std::get_if<ChoicesFormat>(&item.format)) choices(item.id, many->choices);
                if (const auto* sort = std::get_if<SortFormat>(&item.format))
                    choices(item.id, sort->cards), choices(item.id, sort->piles);
                if (const auto* rows = std::get_if<RowsFormat>(&item.format)) {
                    choices(item.id, rows->rows);
                    for (const Column& column : rows->columns) {
                        need(activity.key(item.id + "." + column.id));
                        choices(item.id + "." + column.id, column.choices);
                    }
                    if (rows->shape != RowsShape::Table) need(activity.key(item.id + ".add"));
                }
                for (const char* part : {".min", ".max"})
                    if (std::holds_alternative<TimerFormat>(item.format)) need(activity.key(item.id + part));
                for (const char* part : {".left", ".right"})
                    if (std::holds_alternative<PairsFormat>(item.format)) need(activity.key(item.id + part));
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
        Answer operator()(const RankFormat&) const { return many(); }
        Answer operator()(const SortFormat&) const {
            RowsAnswer answer;
            if (!value.is_object()) return unknown();
            for (auto it = value.begin(); it != value.end(); ++it) {
                if (!it.value().is_string()) return unknown();
                answer.rows.push_back({{"card", it.key()}, {"pile", it.value().get<std::string>()}});
            }
            return answer;
        }
        Answer operator()(const PairsFormat&) const {
            RowsAnswer answer;
            if (!value.is_array()) return unknown();
            for (const json& pair : value) {
                if (!pair.is_array() || pair.size() != 2 || !pair[0].is_string() || !pair[1].is_string()) return unknown();
                answer.rows.push_back({{"left", pair[0].get<std::string>()}, {"right", pair[1].get<std::string>()}});
            }
            return answer;
        }
        Answer operator()(const RowsFormat&) const { return answer_from(json{{"rows", value}}); }
        Answer operator()(const TimerFormat&) const { return answer_from(json{{"wave", value}}); }
        Answer unknown() const { return UnknownAnswer{value}; }
    };
    return std::visit(Visitor{value}, item.format);
}

Answer answer_in_content(const Activity& activity, std::string_view item_id, const json& value) {
    const Item* item = activity.find_item(item_id);
    return item ? answer_as_written(*item, value) : Answer(UnknownAnswer{value});
}

}  // namespace koers
