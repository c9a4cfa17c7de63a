#include "core/content/parse.h"

#include <algorithm>

#include "core/content/reader.h"
#include "core/day.h"

namespace koers {

using nlohmann::json;

// A file says which format it was written for; a newer one is refused by name instead of half understood.
static void read_format(Reader& reader) {
    const int format = reader.integer("format", content_format, true);
    if (format > content_format) reader.error("format", "was made for a newer Koers (format " + std::to_string(format) + ")");
}

template <class List>
static void refuse_duplicate(const List& list, const std::string& id, Reader& reader) {
    for (const auto& one : list)
        if (one.id == id) reader.error(reader.path_of("id"), "\"" + id + "\" stands here twice");
}

void read_texts(const json& document, const std::string& file, Catalog& catalog, std::vector<ContentError>& errors) {
    if (!document.is_object()) {
        errors.push_back({file, "", "should be an object of texts"});
        return;
    }
    for (auto it = document.begin(); it != document.end(); ++it) {
        if (!it.value().is_string() || it.value().get_ref<const std::string&>().empty())
            errors.push_back({file, it.key(), "should be a text that is not empty"});
        else if (!catalog.texts.entries.emplace(it.key(), it.value().get<std::string>()).second)
            errors.push_back({file, it.key(), "this key has a text in another file too"});
    }
}

void read_units(const json& document, const std::string& file, Catalog& catalog, std::vector<ContentError>& errors) {
    Reader reader(document, file, "", errors);
    read_format(reader);
    const json* list = reader.array("units", true);
    for (size_t i = 0; list && i < list->size(); ++i) {
        Reader one((*list)[i], file, reader.path_of("units", i), errors);
        Unit unit;
        unit.id = one.text("id");
        refuse_duplicate(catalog.units, unit.id, one);
        unit.counts_as = one.text("counts_as");
        const double ml = one.number("ml", 0), abv = one.number("abv", 0);
        unit.factor = one.number("factor", ml > 0 ? standard_glasses(ml, abv) : 1);
        if ((ml > 0) != (abv > 0)) one.error(one.path(), "ml and abv belong together");
        if (unit.factor <= 0) one.error(one.path_of("factor"), "should be more than 0");
        unit.step = one.number("step", 1);
        unit.max = one.number("max", 1000);
        unit.decimals = one.integer("decimals", 0);
        unit.measured = one.flag("measured");
        unit.ml_item = one.text("ml_item", false);
        unit.abv_item = one.text("abv_item", false);
        if (unit.ml_item.empty() != unit.abv_item.empty()) one.error(one.path(), "ml_item and abv_item belong together");
        if (unit.step <= 0 || unit.max <= 0 || unit.decimals < 0 || unit.decimals > 3)
            one.error(one.path(), "step, max or decimals are out of range");
        catalog.units.push_back(std::move(unit));
    }
}

void read_substances(const json& document, const std::string& file, Catalog& catalog, std::vector<ContentError>& errors) {
    Reader reader(document, file, "", errors);
    read_format(reader);
    const json* list = reader.array("substances", true);
    for (size_t i = 0; list && i < list->size(); ++i) {
        Reader one((*list)[i], file, reader.path_of("substances", i), errors);
        Substance substance;
        substance.id = one.text("id");
        refuse_duplicate(catalog.substances, substance.id, one);
        substance.icon = one.text("icon");
        substance.group = one.text("group");
        static const char* groups[] = {"alcohol", "tobacco", "cannabis", "drug", "medicine", "gambling", "gaming", "other"};
        if (std::find(std::begin(groups), std::end(groups), substance.group) == std::end(groups))
            one.error(one.path_of("group"), "\"" + substance.group + "\" is no group");
        substance.units = one.texts("units", true);
        if (substance.units.empty()) one.error(one.path_of("units"), "needs at least one unit");
        catalog.substances.push_back(std::move(substance));
    }
}

Contact read_contact(Reader& one) {
    Contact contact;
    contact.id = one.text("id");
    contact.groups = one.texts("groups", true);
    static const char* groups[] = {"emergency", "crisis", "talk", "substance", "gambling", "tobacco", "violence", "youth"};
    for (const std::string& group : contact.groups)
        if (std::find(std::begin(groups), std::end(groups), group) == std::end(groups))
            one.error(one.path_of("groups"), "\"" + group + "\" is no group");
    contact.tel = one.text("tel", false);
    contact.chat = one.text("chat", false);
    contact.site = one.text("site", false);
    contact.checked = one.text("checked");
    contact.source = one.text("source");
    if (contact.tel.empty() && contact.site.empty()) one.error(one.path(), "needs a tel or a site");
    for (const char c : contact.tel)
        if (!((c >= '0' && c <= '9') || c == '+' || c == ' ' || c == '-'))
            one.error(one.path_of("tel"), "is no telephone number");
    const std::string& checked = contact.checked;
    if ((checked.size() != 4 && checked.size() != 7 && checked.size() != 10) || (checked.size() == 10 && !parse_day(checked)))
        one.error(one.path_of("checked"), "should be 2026, 2026-11 or 2026-11-21");
    return contact;
}

void read_contacts(const json& document, const std::string& file, Catalog& catalog, std::vector<ContentError>& errors) {
    Reader reader(document, file, "", errors);
    read_format(reader);
    ContactList contacts;
    contacts.country = reader.text("country");
    const json* list = reader.array("contacts", true);
    for (size_t i = 0; list && i < list->size(); ++i) {
        Reader one((*list)[i], file, reader.path_of("contacts", i), errors);
        contacts.contacts.push_back(read_contact(one));
        for (size_t k = 0; k < i; ++k)
            if (contacts.contacts[k].id == contacts.contacts[i].id) one.error(one.path_of("id"), "stands here twice");
    }
    catalog.contact_lists.push_back(std::move(contacts));
}

// --- activities

static Condition read_condition(const json& value, const std::string& file, const std::string& path,
                                std::vector<ContentError>& errors) {
    Condition condition;
    Reader reader(value, file, path, errors);
    for (const char* key : {"all", "any"}) {
        if (!reader.has(key)) continue;
        condition.op = key[1] == 'l' ? ConditionOp::All : ConditionOp::Any;
        const json* parts = reader.array(key, true);
        for (size_t i = 0; parts && i < parts->size(); ++i)
            condition.parts.push_back(read_condition((*parts)[i], file, reader.path_of(key, i), errors));
        if (condition.parts.empty()) reader.error(reader.path_of(key), "needs at least one condition");
        return condition;
    }
    condition.item = reader.text("item");
    const size_t op = reader.one_of("op", {"is", "is_not", "in", "at_least", "at_most", "answered", "unit_is", "open"});
    condition.op = static_cast<ConditionOp>(static_cast<size_t>(ConditionOp::Is) + op);
    switch (condition.op) {
        case ConditionOp::AtLeast:
        case ConditionOp::AtMost:
            condition.number = reader.number("value", 0, true);
            break;
        case ConditionOp::In:
            condition.values = reader.texts("value", true);
            break;
        case ConditionOp::Answered:
        case ConditionOp::Open:
            break;
        default:
            if (value.is_object() && value.contains("value") && value["value"].is_boolean())
                condition.values = {reader.flag("value") ? "true" : "false"};
            else
                condition.values = {reader.text("value")};
    }
    return condition;
}

static std::optional<Condition> read_show_if(Reader& reader) {
    const json* found = reader.object("show_if");
    if (!found) return std::nullopt;
    return read_condition(*found, reader.file(), reader.path_of("show_if"), reader.errors());
}

static std::vector<Choice> read_choices(Reader& format, const char* key = "choices") {
    std::vector<Choice> choices;
    const json* list = format.array(key, true);
    for (size_t i = 0; list && i < list->size(); ++i) {
        Reader one((*list)[i], format.file(), format.path_of(key, i), format.errors());
        Choice choice;
        choice.id = one.text("id");
        refuse_duplicate(choices, choice.id, one);
        choice.icon = one.text("icon", false);
        choice.weight = one.number("weight", 0);
        choice.exclusive = one.flag("exclusive");
        choice.about = one.texts("about");
        choices.push_back(std::move(choice));
    }
    if (choices.size() < 2) format.error(format.path_of(key), "needs at least two");
    return choices;
}

static RowsFormat read_rows(Reader& format, RowsShape shape) {
    RowsFormat rows;
    rows.shape = shape;
    if (format.has("rows_from"))
        rows.rows_from = format.texts("rows_from", true);
    else if (shape == RowsShape::Table)
        rows.rows = read_choices(format, "rows");
    else
        rows.most = format.integer("most", 20);
    const json* columns = format.array("columns", true);
    for (size_t i = 0; columns && i < columns->size(); ++i) {
        Reader one((*columns)[i], format.file(), format.path_of("columns", i), format.errors());
        Column column;
        column.id = one.text("id");
        refuse_duplicate(rows.columns, column.id, one);
        if (column.id == "row") one.error(one.path_of("id"), "\"row\" says which row it is");
        if (one.has("choices"))
            column.choices = read_choices(one);
        else
            column.max_characters = one.integer("max", 200);
        if (column.max_characters < 1 || column.max_characters > 2000) one.error(one.path_of("max"), "should be 1 to 2000");
        rows.columns.push_back(std::move(column));
    }
    if (rows.columns.empty()) format.error(format.path_of("columns"), "needs at least one column");
    if (shape != RowsShape::Table && !rows.columns.empty() && !rows.columns.front().choices.empty())
        format.error(format.path_of("columns"), "the first is the title of a row, so a text");
    if (shape == RowsShape::Circles)
        for (const auto& [key, id] : {std::pair{"ring", &rows.ring}, std::pair{"tone", &rows.tone}}) {
            *id = format.text(key, key[0] == 'r');
            const Column* column = rows.find_column(*id);
            if (!id->empty() && (!column || column->choices.empty()))
                format.error(format.path_of(key), "is no column with choices");
            else if (column && column->choices.size() > 4)
                format.error(format.path_of(key), "can be told apart up to four");
        }
    return rows;
}

static AnswerFormat read_format_of(Reader& format) {
    switch (format.one_of("kind", {"choice", "choices", "scale", "number", "text", "long_text", "list", "day", "time", "yes_no",
                                   "note", "review", "sort", "rank", "pairs", "table", "timeline", "circles", "timer"})) {
        case 0: {
            ChoiceFormat choice;
            if (format.has("from")) {
                format.one_of("from", {"my_substances"});
                choice.from_my_substances = true;
            } else {
                choice.choices = read_choices(format);
            }
            return choice;
        }
        case 1:
            return ChoicesFormat{read_choices(format), format.integer("most", 0)};
        case 2: {
            ScaleFormat scale{format.integer("min", 0), format.integer("max", 10), format.integer("step", 1),
                              format.flag("two_sided")};
            if (scale.max <= scale.min || scale.step < 1 || (scale.max - scale.min) % scale.step != 0)
                format.error(format.path(), "min, max and step do not make a scale");
            if (scale.two_sided && scale.min != -scale.max) format.error(format.path(), "both sides should be as long");
            return scale;
        }
        case 3: {
            NumberFormat number;
            number.min = format.number("min", 0, true);
            number.max = format.number("max", 1000000);
            number.step = format.number("step", 1);
            number.decimals = format.integer("decimals", 0);
            number.units = format.texts("units");
            number.units_from = format.text("units_from", false);
            if (format.has("default")) number.preset = format.number("default", 0);
            if (number.max <= number.min || number.step <= 0 || number.decimals < 0 || number.decimals > 3)
                format.error(format.path(), "min, max, step or decimals are out of range");
            if (!number.units.empty() && !number.units_from.empty()) format.error(format.path(), "has units and units_from");
            return number;
        }
        case 4:
        case 5: {
            const bool long_text = format.one_of("kind", {"text", "long_text"}) == 1;
            TextFormat text{format.integer("max", long_text ? 10000 : 60), long_text};
            if (text.max_characters < 1 || text.max_characters > 20000)
                format.error(format.path_of("max"), "should be 1 to 20000");
            return text;
        }
        case 6: {
            ListFormat list{format.integer("max_lines", 5), format.integer("max", 120)};
            if (list.max_lines < 1 || list.max_lines > 40 || list.max_characters < 1)
                format.error(format.path(), "max_lines or max are out of range");
            return list;
        }
        case 7:
            return DayFormat{format.flag("future")};
        case 8:
            return TimeFormat{};
        case 9:
            return YesNoFormat{};
        case 10:
            return NoteFormat{format.has("tone") && format.one_of("tone", {"info", "safety"}) == 1, format.text("opens", false)};
        case 11:
            return ReviewFormat{format.texts("items", true)};
        case 12: {
            SortFormat sort{read_choices(format, "cards"), read_choices(format, "piles")};
            for (const Choice& pile : sort.piles) refuse_duplicate(sort.cards, pile.id, format);
            return sort;
        }
        case 13:
            return RankFormat{format.text("from"), format.text("pile", false), format.integer("most", 5)};
        case 14:
            return PairsFormat{format.texts("left", true), format.texts("right", true), format.integer("most", 5)};
        case 15:
            return read_rows(format, RowsShape::Table);
        case 16:
            return read_rows(format, RowsShape::Timeline);
        case 17:
            return read_rows(format, RowsShape::Circles);
        default: {
            TimerFormat timer{format.integer("minutes", 15), format.integer("least", 5), format.integer("most", 30),
                              format.integer("every", 3)};
            if (timer.least < 1 || timer.minutes < timer.least || timer.most < timer.minutes || timer.every < 1)
                format.error(format.path(), "least, minutes, most and every do not make a timer");
            return timer;
        }
    }
}

static Item read_item(const json& value, const std::string& file, const std::string& path, std::vector<ContentError>& errors) {
    Reader reader(value, file, path, errors);
    Item item;
    item.id = reader.text("id");
    item.required = reader.flag("required");
    item.show_if = read_show_if(reader);
    item.since = reader.integer("since", 1);
    item.kept = reader.flag("kept", true);
    item.anew = reader.flag("anew");
    if (reader.has("prefill")) item.prefill = static_cast<Prefill>(1 + reader.one_of("prefill", {"today", "now", "last"}));
    if (const json* format = reader.object("format", true)) {
        Reader inner(*format, file, reader.path_of("format"), errors);
        item.format = read_format_of(inner);
    }
    const bool day = std::holds_alternative<DayFormat>(item.format), time = std::holds_alternative<TimeFormat>(item.format);
    if ((item.prefill == Prefill::Today && !day) || (item.prefill == Prefill::Now && !time))
        reader.error(reader.path_of("prefill"), "does not fit this format");
    if (!item.kept && (item.required || !std::holds_alternative<ChoiceFormat>(item.format)))
        reader.error(reader.path_of("kept"), "only a choice that may be left open can be asked without being kept");
    if (item.anew && !item.required) reader.error(reader.path_of("anew"), "only what has to be answered can be asked anew");
    if (item.required && asks_nothing(item.format)) reader.error(reader.path_of("required"), "it asks nothing");
    return item;
}

static std::vector<Band> read_bands(const json& list, Reader& score, const std::string& path, double max) {
    std::vector<Band> bands;
    for (size_t i = 0; i < list.size(); ++i) {
        Reader one(list[i], score.file(), path + "[" + std::to_string(i) + "]", score.errors());
        Band band{one.text("id"), static_cast<double>(one.integer("from", 0, true)),
                  static_cast<double>(one.integer("to", 0, true))};
        refuse_duplicate(bands, band.id, one);
        const double expected = bands.empty() ? 0 : bands.back().to + 1;
        if (band.from != expected || band.to < band.from)
            one.error(one.path(),
                      "should begin at " + std::to_string(static_cast<int>(expected)) + ": bands have no gap and no overlap");
        bands.push_back(std::move(band));
    }
    if (!bands.empty() && bands.back().to != max) score.error(path, "should end at max");
    return bands;
}

static Score read_score(const json& value, const std::string& file, const std::string& path, std::vector<ContentError>& errors) {
    Reader reader(value, file, path, errors);
    Score score;
    score.id = reader.text("id");
    score.counts = reader.has("count");
    score.items = reader.texts(score.counts ? "count" : "sum", true);
    if (score.counts) score.counts_from = reader.number("at_least", 0, true);
    score.factor = reader.number("factor", 1);
    score.max = reader.number("max", 0, true);
    score.missing = reader.integer("missing", 0);
    score.reliable = reader.number("reliable", 0);
    score.strengths = reader.texts("strengths");
    score.high = reader.texts("high");
    if (const json* bands = reader.array("bands")) score.bands = read_bands(*bands, reader, reader.path_of("bands"), score.max);
    if (const json* by = reader.object("bands_by"))
        for (auto it = by->begin(); it != by->end(); ++it) {
            const std::string at = reader.path_of("bands_by") + "." + it.key();
            if (it.key() == "item")
                score.bands_item = it.value().is_string() ? it.value().get<std::string>() : std::string();
            else if (it.value().is_array())
                score.bands_by[it.key()] = read_bands(it.value(), reader, at, score.max);
            else
                reader.error(at, "should be a list of bands");
        }
    if (!score.bands_by.empty() && score.bands_item.empty()) reader.error(reader.path_of("bands_by"), "says no item");
    const json* steps = reader.array("step_up");
    for (size_t i = 0; steps && i < steps->size(); ++i) {
        Reader one((*steps)[i], file, reader.path_of("step_up", i), errors);
        score.step_up.push_back({one.text("item"), one.number("at_least", 0, true)});
    }
    return score;
}

void read_activity(const json& document, const std::string& file, Catalog& catalog, std::vector<ContentError>& errors) {
    Reader reader(document, file, "", errors);
    read_format(reader);
    Activity activity;
    activity.id = reader.text("id");
    refuse_duplicate(catalog.activities, activity.id, reader);
    if (file != "activities/" + activity.id + ".json") reader.error("id", "should be the name of the file");
    activity.kind = static_cast<ActivityKind>(reader.one_of("kind", {"diary", "goal", "check", "exercise", "plan", "info"}));
    activity.version = reader.integer("version", 1, true);
    activity.icon = reader.text("icon");
    activity.minutes = reader.integer("minutes", 1);
    activity.day_item = reader.text("day", false);
    activity.time_item = reader.text("time", false);
    if (activity.kind == ActivityKind::Check || activity.kind == ActivityKind::Exercise)
        activity.question =
            static_cast<LibraryQuestion>(1 + reader.one_of("question", {"want", "hold", "can", "who", "beside", "where"}));
    activity.about = reader.texts("about");
    if (reader.has("for")) activity.whom = static_cast<ForWhom>(1 + reader.one_of("for", {"self", "family"}));
    activity.radar = reader.texts("radar");
    if (const json* leads = reader.object("leads")) {
        Reader inner(*leads, file, reader.path_of("leads"), errors);
        for (auto it = leads->begin(); it != leads->end(); ++it) activity.leads[it.key()] = inner.texts(it.key().c_str());
    }
    const json* carries = reader.array("carries");
    for (size_t i = 0; carries && i < carries->size(); ++i) {
        Reader one((*carries)[i], file, reader.path_of("carries", i), errors);
        activity.carries.push_back({one.texts("items", true), one.text("to"), one.text("item")});
    }
    if (const json* withhold = reader.object("withhold")) {
        Reader one(*withhold, file, reader.path_of("withhold"), errors);
        activity.withhold = Withhold{one.text("check"), one.text("score"), one.number("at_least", 0, true)};
    }
    if (const json* loinc = reader.object("loinc")) {
        Reader one(*loinc, file, reader.path_of("loinc"), errors);
        activity.loinc.panel = one.text("panel", false);
        const auto codes = [&](const char* key) {
            std::map<std::string, std::string, std::less<>> found;
            if (const json* given = one.object(key)) {
                Reader inner(*given, file, one.path_of(key), errors);
                for (auto it = given->begin(); it != given->end(); ++it) found[it.key()] = inner.text(it.key().c_str());
            }
            return found;
        };
        activity.loinc.items = codes("items");
        activity.loinc.scores = codes("scores");
    }
    activity.order = reader.integer("order", 0);
    const json* paper = reader.array("paper");
    for (size_t i = 0; paper && i < paper->size(); ++i) {
        Reader one((*paper)[i], file, reader.path_of("paper", i), errors);
        static const std::vector<const char*> papers = {"card", "page", "safety", "plan", "summary"};
        activity.paper.push_back({papers[static_cast<size_t>(one.one_of("on", {"card", "page", "safety", "plan", "summary"}))],
                                  one.text("item"), one.integer("most", 0), one.texts("columns"), one.text("with", false)});
    }
    reader.object("rules", false);
    reader.array("vectors", false);
    reader.array("examples", false);  // a pack leaves them out, check_examples() wants them
    const json* steps = reader.array("steps", true);
    std::vector<std::string> ids;
    for (size_t i = 0; steps && i < steps->size(); ++i) {
        Reader inner((*steps)[i], file, reader.path_of("steps", i), errors);
        Step step;
        if (inner.has("like")) {
            step.like = inner.text("like");
            activity.steps.push_back(std::move(step));
            continue;
        }
        step.id = inner.text("id");
        refuse_duplicate(activity.steps, step.id, inner);
        step.show_if = read_show_if(inner);
        const json* items = inner.array("items", true);
        for (size_t k = 0; items && k < items->size(); ++k) {
            Item item = read_item((*items)[k], file, inner.path_of("items", k), errors);
            if (std::find(ids.begin(), ids.end(), item.id) != ids.end())
                inner.error(inner.path_of("items", k) + ".id", "\"" + item.id + "\" stands in this activity twice");
            ids.push_back(item.id);
            step.items.push_back(std::move(item));
        }
        if (step.items.empty()) inner.error(inner.path_of("items"), "a step needs at least one item");
        activity.steps.push_back(std::move(step));
    }
    if (activity.steps.empty()) reader.error("steps", "an activity needs at least one step");
    const json* scores = reader.array("scores");
    for (size_t i = 0; scores && i < scores->size(); ++i) {
        activity.scores.push_back(read_score((*scores)[i], file, reader.path_of("scores", i), errors));
        if (activity.kind != ActivityKind::Check) reader.error("scores", "only a check has scores");
    }
    catalog.activities.push_back(std::move(activity));
}

}  // namespace koers
