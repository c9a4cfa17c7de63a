#include "app/screens/words.h"

#include <algorithm>
#include <cmath>

namespace koers {

std::string capital(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

std::string lowered(std::string text) {
    if (!text.empty() && text[0] >= 'A' && text[0] <= 'Z' && (text.size() < 2 || !(text[1] >= 'A' && text[1] <= 'Z')))
        text[0] = static_cast<char>(text[0] - 'A' + 'a');
    return text;
}

static std::string key_n(const char* key, int n) { return key + std::to_string(n); }

std::string weekday_short(const Texts& texts, Day day) { return texts.get(key_n("app.weekday.short.", weekday(day))); }

std::string day_short(const Texts& texts, Day day) {
    const CivilDate date = civil(day);
    return texts.get("app.date.short",
                     {{"day", std::to_string(date.day)}, {"month", texts.get(key_n("app.month.short.", date.month))}});
}

static std::string day_long(const Texts& texts, Day day, bool with_year) {
    const CivilDate date = civil(day);
    return texts.get(with_year ? "app.date.year" : "app.date.long", {{"weekday", texts.get(key_n("app.weekday.", weekday(day)))},
                                                                     {"day", std::to_string(date.day)},
                                                                     {"month", texts.get(key_n("app.month.", date.month))},
                                                                     {"year", std::to_string(date.year)}});
}

std::string day_words(const Texts& texts, Day day, Day today) {
    if (day == today) return texts.get("app.today");
    if (day == today - 1) return texts.get("app.yesterday");
    return day_long(texts, day, civil(day).year != civil(today).year);
}

std::string day_title(const Texts& texts, Day day) {
    const CivilDate date = civil(day);
    return capital(texts.get("app.date.title", {{"weekday", texts.get(key_n("app.weekday.", weekday(day)))},
                                                {"day", std::to_string(date.day)},
                                                {"month", texts.get(key_n("app.month.short.", date.month))}}));
}

std::string month_words(const Texts& texts, Day day) {
    const CivilDate date = civil(day);
    return texts.get(key_n("app.month.", date.month)) + " " + std::to_string(date.year);
}

std::string moment_words(const Texts& texts, const Moment& moment, Day today) {
    return day_words(texts, day_of(moment), today) + " " + clock_text(clock_of(moment));
}

std::string amount_words(const Texts& texts, std::string_view unit, double value) {
    if (unit.empty()) return number_text(value, 2, texts.language);
    const double shown = std::round(value * 10) / 10;  // "2,1 glazen": more figures would claim more than anybody measured
    const double exact = std::abs(value - std::round(value * 100) / 100) < 1e-9 && unit != "glass" ? value : shown;
    return texts.plural("unit." + std::string(unit), exact, number_text(exact, 2, texts.language));
}

std::string day_total_words(const Texts& texts, const Series& series, const DayTotal& day) {
    if (day.state == DayState::Unfilled) return texts.get("app.day.unfilled");
    if (day.state == DayState::None) return texts.get("app.day.none");
    std::string words = day.amount > 0 ? amount_words(texts, series.unit, day.amount) : std::string();
    if (day.other_units) {
        const std::string more = texts.plural("app.other_units", day.other_units, std::to_string(day.other_units));
        words += words.empty() ? more : ", " + more;
    }
    return words;
}

std::string joined(const Texts& texts, const std::vector<std::string>& parts) {
    std::string result;
    for (size_t i = 0; i < parts.size(); ++i) {
        if (i) result += i + 1 == parts.size() ? " " + texts.get("app.and") + " " : ", ";
        result += parts[i];
    }
    return result;
}

// What stands in a cell; empty when nothing does.
static std::string cell_words(const Texts& texts, const Activity& activity, const Item& item, const Column& column,
                              const RowsAnswer::Row& row) {
    const std::string text(cell(row, column.id));
    if (std::none_of(column.choices.begin(), column.choices.end(), [&](const Choice& one) { return one.id == text; }))
        return text;
    // In a line without its question a "yes" says nothing: then it has words of its own.
    const std::string word = activity.key(item.id + "." + column.id + "." + text);
    return texts.get(texts.has(word + ".line") ? word + ".line" : word);
}

RowWords row_words(const Texts& texts, const Activity& activity, const Item& item, const RowsFormat& format,
                   const RowsAnswer::Row& row) {
    RowWords words;
    for (const Column& column : format.columns) {
        const std::string text = cell_words(texts, activity, item, column, row);
        if (text.empty()) continue;
        if (&column == &format.columns.front())
            words.title = text;
        else
            words.below += (words.below.empty() ? "" : " · ") + text;
    }
    if (words.title.empty()) words.title = texts.get("app.rows.unnamed");
    return words;
}

std::string wave_words(const Texts& texts, const WaveAnswer& wave) {
    if (wave.points.empty()) return texts.get("app.wave.nothing");
    int highest = 0;
    for (const WaveAnswer::Point& point : wave.points) highest = std::max(highest, point.rating);
    return texts.get("app.wave.words", {{"from", std::to_string(wave.points.front().rating)},
                                        {"most", std::to_string(highest)},
                                        {"to", std::to_string(wave.points.back().rating)}});
}

std::string side_words(const Texts& texts, const Activity& activity, const Item& item, int value) {
    const std::string end = texts.get(activity.key(item.id + (value < 0 ? ".min" : ".max")));
    return texts.get("app.sides." + std::to_string(std::min(std::abs(value), 3)), {{"end", end}});
}

static std::string answer_text(const Model& model, const Activity& activity, const Item& item, const Answer& answer, Day today) {
    const Texts& texts = model.catalog->texts;
    struct Visitor {
        const Model& model;
        const Texts& texts;
        const Activity& activity;
        const Item& item;
        Day today;
        std::string choice(const std::string& id) const {
            for (const Option& option : options_of(model.ask(), activity, item))
                if (option.id == id) return option.label;
            if (const auto* format = std::get_if<ChoiceFormat>(&item.format); format && format->from_my_substances)
                return model.catalog->substance(id) ? texts.get("substance." + id) : texts.get("app.not_followed");
            return id;
        }
        std::string operator()(const Skipped&) const { return texts.get("app.skipped"); }
        std::string operator()(const NumberAnswer& a) const {
            if (const auto* scale = std::get_if<ScaleFormat>(&item.format); scale && scale->two_sided)
                return side_words(texts, activity, item, static_cast<int>(a.value));
            else if (scale)
                return texts.get("app.of_max",
                                 {{"n", number_text(a.value, 0, texts.language)}, {"max", std::to_string(scale->max)}});
            return a.unit.empty() ? number_text(a.value, 2, texts.language)
                                  : texts.plural("unit." + a.unit, a.value, number_text(a.value, 2, texts.language));
        }
        std::string operator()(const ChoiceAnswer& a) const { return choice(a.id); }
        std::string operator()(const ManyAnswer& a) const {
            if (std::holds_alternative<ListFormat>(item.format)) {
                std::string lines;
                for (const std::string& line : a.values) lines += (lines.empty() ? "• " : "\n• ") + line;
                return lines;
            }
            if (const auto* rank = std::get_if<RankFormat>(&item.format)) {
                std::string lines;
                for (size_t i = 0; i < a.values.size(); ++i)
                    lines += (i ? "\n" : "") + (rank->most > 1 ? std::to_string(i + 1) + ". " : std::string()) +
                             option_words(model.ask(), activity, {rank->from}, a.values[i]);
                return lines;
            }
            std::vector<std::string> labels;
            for (const std::string& id : a.values) labels.push_back(labels.empty() ? choice(id) : lowered(choice(id)));
            return joined(texts, labels);
        }
        std::string operator()(const TextAnswer& a) const { return a.text; }
        std::string operator()(const DayAnswer& a) const { return day_words(texts, a.day, today); }
        std::string operator()(const TimeAnswer& a) const { return clock_text(a.time); }
        std::string operator()(const YesNoAnswer& a) const { return texts.get(a.yes ? "app.yes" : "app.no"); }
        std::string operator()(const WaveAnswer& a) const { return wave_words(texts, a); }
        std::string word(const std::string& id) const { return texts.get(activity.key(item.id + "." + id)); }
        std::string operator()(const RowsAnswer& a) const {
            std::string lines;
            const auto add = [&](const std::string& line) { lines += (lines.empty() ? "" : "\n") + line; };
            if (const auto* sort = std::get_if<SortFormat>(&item.format))
                for (const Choice& pile : sort->piles) {
                    std::vector<std::string> cards;
                    for (const RowsAnswer::Row& row : a.rows)
                        if (cell(row, "pile") == pile.id) cards.push_back(word(std::string(cell(row, "card"))));
                    if (!cards.empty()) add(word(pile.id) + ": " + joined(texts, cards));
                }
            if (const auto* pairs = std::get_if<PairsFormat>(&item.format))
                for (const RowsAnswer::Row& row : a.rows)
                    add("• " + option_words(model.ask(), activity, pairs->left, std::string(cell(row, "left"))) + ": " +
                        lowered(option_words(model.ask(), activity, pairs->right, std::string(cell(row, "right")))));
            const auto* rows = std::get_if<RowsFormat>(&item.format);
            if (!rows) return lines;
            if (rows->shape != RowsShape::Table) {
                for (const RowsAnswer::Row& row : a.rows) {
                    const RowWords said = row_words(texts, activity, item, *rows, row);
                    add("• " + said.title + (said.below.empty() ? "" : ": " + said.below));
                }
                return lines;
            }
            const auto said = [&](const Column& column, const RowsAnswer::Row& row) {
                return cell_words(texts, activity, item, column, row);
            };
            if (!rows->rows_from.empty()) {
                for (const RowsAnswer::Row& row : a.rows) {
                    std::string words;
                    for (const Column& column : rows->columns)
                        if (const std::string text = said(column, row); !text.empty())
                            words += (words.empty() ? "" : " · ") + (column.choices.empty() ? text : lowered(text));
                    if (!words.empty())
                        add("• " + option_words(model.ask(), activity, rows->rows_from, std::string(cell(row, "row"))) + ": " +
                            words);
                }
                return lines;
            }
            for (const Choice& one : rows->rows) {
                const RowsAnswer::Row* row = row_of(a, one.id);
                if (!row || is_empty(*row)) continue;
                add((lines.empty() ? "" : "\n") + word(one.id));
                for (const Column& column : rows->columns)
                    if (const std::string text = said(column, *row); !text.empty()) add("• " + word(column.id) + ": " + text);
            }
            return lines;
        }
        std::string operator()(const UnknownAnswer&) const { return texts.get("app.from_newer"); }
    };
    return std::visit(Visitor{model, texts, activity, item, today}, answer);
}

std::string asked_words(const Texts& texts, const Activity& activity, const Answers& answers, std::string_view part) {
    std::string words = texts.get(activity.key(part));
    for (size_t from = words.find('{'); from != std::string::npos; from = words.find('{', from + 1)) {
        const size_t to = words.find('}', from);
        if (to == std::string::npos) break;
        if (const auto* number = find_as<NumberAnswer>(answers, words.substr(from + 1, to - from - 1)))
            words.replace(from, to - from + 1, number_text(number->value, 2, texts.language));
    }
    return words;
}

std::vector<AnswerLine> answer_lines(const Model& model, const Activity& activity, const Answers& answers, Day today) {
    std::vector<AnswerLine> lines;
    for (const Step& step : activity.steps)
        for (const Item& item : step.items)
            if (const Answer* answer = find(answers, item.id); item.kept && answer && is_answered(answers, item.id))
                lines.push_back({item.id, asked_words(model.catalog->texts, activity, answers, item.id + ".label"),
                                 answer_text(model, activity, item, *answer, today)});
    return lines;
}

EntryWords entry_words(const Model& model, const Entry& entry) {
    const Texts& texts = model.catalog->texts;
    const Activity* activity = model.catalog->activity(entry.activity);
    EntryWords words;
    if (!activity) {
        // Until the library is here nobody knows whether it is of this version.
        words.title = texts.get(model.catalog->whole                              ? "app.from_newer"
                                : model.discover.library == LibraryState::Missing ? "app.discover.missing"
                                                                                  : "app.discover.loading");
        words.icon = "circle-ellipsis";
        return words;
    }
    words.icon = activity->icon;
    const std::string followed = choice_of(entry.answers, "substance");
    const auto say = [&](const char* item_id) {
        const Item* item = activity->find_item(item_id);
        const Answer* answer = item ? find(entry.answers, item_id) : nullptr;
        return answer && is_answered(entry.answers, item_id) ? answer_text(model, *activity, *item, *answer, model.today())
                                                             : std::string();
    };
    std::vector<std::string> below;
    if (entry.time) below.push_back(clock_text(*entry.time));
    const auto add_below = [&](const char* item) {
        const std::string text = say(item);
        if (!text.empty()) below.push_back(below.empty() ? text : lowered(text));
    };
    if (entry.activity == "use") {
        const Substance* substance = substance_of(*model.catalog, model.journal.settings, followed);
        if (substance) words.icon = substance->icon;
        const auto* amount = find_as<NumberAnswer>(entry.answers, "amount");
        const std::string name = substance_label(*model.catalog, model.journal.settings, followed);
        if (amount && amount->value == 0) {
            words.title = texts.get("app.entry.none", {{"what", name}});
            words.icon = "leaf";
        } else {
            words.title = texts.get("app.entry.use", {{"what", name}, {"amount", say("amount")}});
        }
        words.in_title = {"substance", "amount"};
        add_below("occasion");
        add_below("company");
    } else if (entry.activity == "urge") {
        words.title = texts.get("app.entry.urge", {{"n", say("strength")}});
        words.in_title = {"strength"};
        if (!followed.empty() && model.journal.settings.followed.size() > 1) add_below("substance");
        add_below("trigger");
        add_below("did");
    } else if (entry.activity == "day") {
        words.title = texts.get("app.entry.day", {{"n", say("mood")}});
        words.in_title = {"mood"};
        const std::string grip = say("grip");
        if (!grip.empty()) below.push_back(texts.get("app.entry.grip", {{"n", grip}}));
        add_below("gave");
    } else if (entry.activity == "goal") {
        if (const auto goal = goal_from(*model.catalog, entry))
            words.title = goal_words(model, *goal);
        else
            words.title = texts.get(activity->key("title"));
    } else {
        words.title = texts.get(activity->key("title"));
    }
    std::string note = say("note");
    for (char& c : note)
        if (c == '\n') c = ' ';
    if (note.size() > 90) {
        size_t cut = 88;
        while (cut > 0 && (static_cast<unsigned char>(note[cut]) & 0xC0) == 0x80) --cut;
        note = note.substr(0, cut) + "…";
    }
    if (!note.empty()) below.push_back("“" + note + "”");
    // The lines of a list stand here in a row.
    for (std::string& part : below) {
        for (size_t at = part.find("\n• "); at != std::string::npos; at = part.find("\n• ", at))
            part.replace(at, std::string_view("\n• ").size(), ", ");
        if (part.rfind("• ", 0) == 0) part.erase(0, std::string_view("• ").size());
        for (char& c : part)
            if (c == '\n') c = ' ';
        words.below += (words.below.empty() ? "" : " · ") + part;
    }
    return words;
}

std::string goal_words(const Model& model, const Goal& goal, std::optional<Day> seen_on) {
    const Day today = seen_on.value_or(model.today());
    const Texts& texts = model.catalog->texts;
    const Followed* followed = model.journal.settings.find(goal.followed);
    const std::string label = substance_label(*model.catalog, model.journal.settings, goal.followed);
    // Inside a sentence a name of ours takes a small letter; a person's own word stays as they wrote it.
    const std::string what = followed && !followed->name.empty() ? label : lowered(label);
    std::vector<std::string> limits;
    if (goal.per_day)
        limits.push_back(texts.get("app.goal.per_day", {{"amount", amount_words(texts, goal.unit, *goal.per_day)}}));
    if (goal.per_week)
        limits.push_back(texts.get("app.goal.per_week", {{"amount", amount_words(texts, goal.unit, *goal.per_week)}}));
    if (goal.free_days) limits.push_back(texts.plural("app.goal.free_days", *goal.free_days, std::to_string(*goal.free_days)));
    static constexpr const char* keys[] = {"app.goal.stop", "app.goal.less", "app.goal.safer", "app.goal.pause",
                                           "app.goal.understand"};
    std::string words = texts.get(keys[static_cast<size_t>(goal.aim)], {{"what", what}});
    if (goal.aim == Aim::Pause && goal.until)
        words += " " + texts.get("app.goal.until", {{"day", day_words(texts, *goal.until, today)}});
    if (goal.aim == Aim::Stop && goal.since)
        words += " " + texts.get("app.goal.since", {{"day", day_words(texts, *goal.since, today)}});
    if (!limits.empty()) words += ": " + joined(texts, limits);
    return words;
}

std::string goal_short(const Model& model, const Goal& goal) {
    const Texts& texts = model.catalog->texts;
    if (goal.per_week) return texts.get("app.goal.short.week", {{"n", number_text(*goal.per_week, 1, texts.language)}});
    if (goal.per_day) return texts.get("app.goal.short.day", {{"n", number_text(*goal.per_day, 1, texts.language)}});
    static constexpr const char* keys[] = {"app.goal.short.stop", "app.goal.short.less", "app.goal.short.safer",
                                           "app.goal.short.pause", "app.goal.short.understand"};
    return texts.get(keys[static_cast<size_t>(goal.aim)]);
}

}  // namespace koers
