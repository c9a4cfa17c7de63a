#include "core/journal/questions.h"

#include <algorithm>
#include <cmath>

#include "core/journal/kept.h"

namespace koers {

// --- what shows

std::vector<const Item*> shown_items(const Step& step, const Answers& answers) {
    std::vector<const Item*> items;
    for (const Item& item : step.items)
        if (!item.show_if || holds(*item.show_if, answers)) items.push_back(&item);
    return items;
}

std::vector<const Step*> shown_steps(const Activity& activity, const Answers& answers) {
    std::vector<const Step*> steps;
    for (const Step& step : activity.steps)
        if ((!step.show_if || holds(*step.show_if, answers)) && !shown_items(step, answers).empty()) steps.push_back(&step);
    return steps;
}

std::vector<const Item*> shown_items(const Activity& activity, const Answers& answers) {
    std::vector<const Item*> items;
    for (const Step* step : shown_steps(activity, answers))
        for (const Item* item : shown_items(*step, answers)) items.push_back(item);
    return items;
}

Answers for_conditions(const Activity& activity, const Answers& answers, const Settings& settings) {
    Answers view = answers;
    for (auto& [item_id, answer] : view) {
        const Item* item = activity.find_item(item_id);
        const auto* format = item ? std::get_if<ChoiceFormat>(&item->format) : nullptr;
        auto* choice = std::get_if<ChoiceAnswer>(&answer);
        if (!format || !format->from_my_substances || !choice) continue;
        if (const Followed* followed = settings.find(choice->id)) choice->id = followed->substance;
    }
    for (const std::string& name : activity.facts) view.insert_or_assign(name, NumberAnswer{});
    return view;
}

Answers for_conditions(const AskContext& context, const Activity& activity, const Answers& answers) {
    Answers view = for_conditions(activity, answers, context.settings);
    for (const std::string& name : activity.facts)
        if (context.fact)
            view.insert_or_assign(name, NumberAnswer{context.fact(context.catalog, *context.journal, context.today, name), ""});
    return view;
}

// --- what can be picked

std::string substance_label(const Catalog& catalog, const Settings& settings, std::string_view followed_id) {
    const Followed* followed = settings.find(followed_id);
    if (followed && !followed->name.empty()) return followed->name;
    return catalog.texts.get("substance." + (followed ? followed->substance : std::string(followed_id)));
}

const Substance* substance_of(const Catalog& catalog, const Settings& settings, std::string_view followed_id) {
    const Followed* followed = settings.find(followed_id);
    return catalog.substance(followed ? std::string_view(followed->substance) : followed_id);
}

std::vector<Option> options_of(const AskContext& context, const Activity& activity, const Item& item) {
    std::vector<Option> options;
    const auto add = [&](const std::vector<Choice>& choices) {
        for (const Choice& choice : choices)
            options.push_back(
                {choice.id, context.catalog.texts.get(activity.key(item.id + "." + choice.id)), choice.icon,
                 choice.about.empty() || context.settings.followed.empty() ||
                     std::any_of(context.settings.followed.begin(), context.settings.followed.end(), [&](const Followed& one) {
                         return std::find(choice.about.begin(), choice.about.end(), one.substance) != choice.about.end();
                     })});
    };
    if (const auto* choice = std::get_if<ChoiceFormat>(&item.format)) {
        if (!choice->from_my_substances)
            add(choice->choices);
        else
            for (const Followed& followed : context.settings.followed) {
                const Substance* substance = context.catalog.substance(followed.substance);
                options.push_back({followed.id, substance_label(context.catalog, context.settings, followed.id),
                                   substance ? substance->icon : ""});
            }
    } else if (const auto* many = std::get_if<ChoicesFormat>(&item.format)) {
        add(many->choices);
    } else if (const auto* sort = std::get_if<SortFormat>(&item.format)) {
        add(sort->cards);
    }
    return options;
}

std::string option_words(const AskContext& context, const Activity& activity, const std::vector<std::string>& items,
                         const std::string& id) {
    for (const std::string& from : items) {
        const Item* item = activity.find_item(from);
        if (!item) continue;
        if (const auto* rank = std::get_if<RankFormat>(&item->format)) return option_words(context, activity, {rank->from}, id);
        for (const Option& option : options_of(context, activity, *item))
            if (option.id == id) return option.label;
    }
    return id;
}

std::vector<Option> options_from(const AskContext& context, const Activity& activity, const Answers& answers,
                                 const std::vector<std::string>& items, std::string_view pile) {
    std::vector<Option> options;
    const auto add = [&](const std::string& id) {
        const auto same = [&](const Option& one) { return one.id == id; };
        if (!id.empty() && std::none_of(options.begin(), options.end(), same))
            options.push_back({id, option_words(context, activity, items, id), ""});
    };
    for (const std::string& from : items) {
        if (const auto* many = find_as<ManyAnswer>(answers, from))
            for (const std::string& id : many->values) add(id);
        const auto* laid = find_as<RowsAnswer>(answers, from);
        if (!laid) continue;
        for (const RowsAnswer::Row& row : laid->rows)
            if (cell(row, "pile") == pile) add(std::string(cell(row, "card")));
    }
    return options;
}

std::vector<Option> table_rows(const AskContext& context, const Activity& activity, const Item& item, const Answers& answers) {
    const auto* format = std::get_if<RowsFormat>(&item.format);
    std::vector<Option> rows;
    if (!format) return rows;
    for (const Choice& one : format->rows)
        rows.push_back({one.id, context.catalog.texts.get(activity.key(item.id + "." + one.id)), one.icon});
    return format->rows_from.empty() ? rows : options_from(context, activity, answers, format->rows_from);
}

const RowsAnswer::Row* row_of(const RowsAnswer& answer, std::string_view id) {
    for (const RowsAnswer::Row& one : answer.rows)
        if (cell(one, "row") == id) return &one;
    return nullptr;
}

int seconds_of(const WaveAnswer& wave, Moment now) {
    if (wave.ended >= 0) return wave.ended;
    if (!wave.began) return wave.points.empty() ? 0 : wave.points.back().at;
    return static_cast<int>(std::clamp<int64_t>((now.ms - wave.began) / 1000, 0, wave.minutes * int64_t{60}));
}

int64_t since_end(const WaveAnswer& wave, Moment now) {
    return wave.began ? (now.ms - wave.began) / 1000 - (wave.ended >= 0 ? wave.ended : wave.minutes * int64_t{60}) : 0;
}

bool runs(const WaveAnswer& wave, Moment now) {
    return wave.began && wave.ended < 0 && seconds_of(wave, now) < wave.minutes * 60;
}

bool rating_due(const TimerFormat& format, const WaveAnswer& wave, Moment now) {
    return runs(wave, now) && (wave.points.empty() ||
                               seconds_of(wave, now) >= (wave.points.back().at / (format.every * 60) + 1) * format.every * 60);
}

std::vector<const Unit*> units_of(const AskContext& context, const Activity& activity, const Item& item, const Answers& answers) {
    std::vector<const Unit*> units;
    const auto* number = std::get_if<NumberFormat>(&item.format);
    if (!number) return units;
    const std::vector<std::string>* ids = &number->units;
    if (!number->units_from.empty()) {
        const Substance* substance = substance_of(context.catalog, context.settings, choice_of(answers, number->units_from));
        if (!substance) return units;
        ids = &substance->units;
    }
    for (const std::string& id : *ids)
        // A drink of one's own can only be counted where its volume and strength are asked.
        if (const Unit* unit = context.catalog.unit(id); unit && (unit->ml_item.empty() || activity.find_item(unit->ml_item)))
            units.push_back(unit);
    return units;
}

// --- what fits

std::string_view problem_id(Problem problem) {
    static constexpr std::string_view ids[] = {"none",         "missing",   "wrong_kind",       "unknown_choice",
                                               "not_a_number", "too_small", "too_large",        "too_many_decimals",
                                               "too_long",     "too_many",  "too_many_choices", "in_future"};
    return ids[static_cast<size_t>(problem)];
}

NumberBounds bounds_of(const AskContext& context, const Activity& activity, const Item& item, const Answers& answers) {
    if (const auto* scale = std::get_if<ScaleFormat>(&item.format))
        return {static_cast<double>(scale->min), static_cast<double>(scale->max), static_cast<double>(scale->step), 0};
    const auto* number = std::get_if<NumberFormat>(&item.format);
    if (!number) return {0, 0, 1, 0};
    NumberBounds bounds{number->min, number->max, number->step, number->decimals};
    const std::vector<const Unit*> units = units_of(context, activity, item, answers);
    if (units.empty()) return bounds;
    const auto* answer = find_as<NumberAnswer>(answers, item.id);
    const Unit* unit = units.front();
    for (const Unit* candidate : units)
        if (answer && candidate->id == answer->unit) unit = candidate;
    return {number->min, std::min(number->max, unit->max), unit->step, unit->decimals};
}

int text_length(std::string_view text) {
    int units = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte & 0xC0) != 0x80) units += byte >= 0xF0 ? 2 : 1;
    }
    return units;
}

static Problem number_problem(const NumberBounds& bounds, double value, int decimals_allowed) {
    if (!std::isfinite(value)) return Problem::NotANumber;
    if (value < bounds.min) return Problem::TooSmall;
    if (value > bounds.max) return Problem::TooLarge;
    const double scaled = value * ten_to(decimals_allowed);
    return std::abs(scaled - std::round(scaled)) < 1e-6 ? Problem::None : Problem::TooManyDecimals;
}

Problem problem_with(const AskContext& context, const Activity& activity, const Item& item, const Answers& answers,
                     const Answer& answer) {
    if (std::holds_alternative<Skipped>(answer)) return item.required ? Problem::Missing : Problem::None;
    if (std::holds_alternative<UnknownAnswer>(answer)) return Problem::WrongKind;
    const auto known = [&](const std::string& id) {
        for (const Option& option : options_of(context, activity, item))
            if (option.id == id) return true;
        return false;
    };
    struct Visitor {
        const AskContext& context;
        const Activity& activity;
        const Item& item;
        const Answers& answers;
        const Answer& answer;
        decltype(known)& is_known;

        Problem operator()(const ChoiceFormat&) const {
            const auto* choice = std::get_if<ChoiceAnswer>(&answer);
            if (!choice) return Problem::WrongKind;
            return is_known(choice->id) ? Problem::None : Problem::UnknownChoice;
        }
        Problem operator()(const ChoicesFormat&) const {
            const auto* many = std::get_if<ManyAnswer>(&answer);
            if (!many) return Problem::WrongKind;
            const auto most = static_cast<size_t>(std::get<ChoicesFormat>(item.format).most);
            if (most && many->values.size() > most) return Problem::TooManyChoices;
            return std::all_of(many->values.begin(), many->values.end(), is_known) ? Problem::None : Problem::UnknownChoice;
        }
        Problem operator()(const ScaleFormat&) const {
            const auto* number = std::get_if<NumberAnswer>(&answer);
            return number ? number_problem(bounds_of(context, activity, item, answers), number->value, 0) : Problem::WrongKind;
        }
        Problem operator()(const NumberFormat&) const {
            const auto* number = std::get_if<NumberAnswer>(&answer);
            if (!number) return Problem::WrongKind;
            const std::vector<const Unit*> units = units_of(context, activity, item, answers);
            const bool unit_known = units.empty() ? number->unit.empty()
                                                  : std::any_of(units.begin(), units.end(),
                                                                [&](const Unit* unit) { return unit->id == number->unit; });
            if (!unit_known) return Problem::UnknownChoice;
            Answers with = answers;
            with.insert_or_assign(item.id, answer);
            const NumberBounds bounds = bounds_of(context, activity, item, with);
            return number_problem(bounds, number->value, bounds.decimals);
        }
        Problem operator()(const TextFormat& format) const {
            const auto* text = std::get_if<TextAnswer>(&answer);
            if (!text) return Problem::WrongKind;
            return text_length(text->text) > format.max_characters ? Problem::TooLong : Problem::None;
        }
        Problem operator()(const ListFormat& format) const {
            const auto* many = std::get_if<ManyAnswer>(&answer);
            if (!many) return Problem::WrongKind;
            if (static_cast<int>(many->values.size()) > format.max_lines) return Problem::TooMany;
            for (const std::string& line : many->values)
                if (text_length(line) > format.max_characters) return Problem::TooLong;
            return Problem::None;
        }
        Problem operator()(const DayFormat& format) const {
            const auto* day = std::get_if<DayAnswer>(&answer);
            if (!day) return Problem::WrongKind;
            return !format.future && day->day > context.today ? Problem::InFuture : Problem::None;
        }
        Problem operator()(const TimeFormat&) const {
            return std::holds_alternative<TimeAnswer>(answer) ? Problem::None : Problem::WrongKind;
        }
        Problem operator()(const YesNoFormat&) const {
            return std::holds_alternative<YesNoAnswer>(answer) ? Problem::None : Problem::WrongKind;
        }
        Problem operator()(const NoteFormat&) const { return Problem::WrongKind; }
        Problem operator()(const ReviewFormat&) const { return Problem::WrongKind; }
        const RowsAnswer* rows() const { return std::get_if<RowsAnswer>(&answer); }
        static bool among(const std::vector<Choice>& choices, std::string_view id) {
            return std::any_of(choices.begin(), choices.end(), [&](const Choice& one) { return one.id == id; });
        }
        Problem operator()(const SortFormat& format) const {
            if (!rows()) return Problem::WrongKind;
            const bool fits = std::all_of(rows()->rows.begin(), rows()->rows.end(), [&](const RowsAnswer::Row& row) {
                return among(format.cards, cell(row, "card")) && among(format.piles, cell(row, "pile"));
            });
            return fits ? Problem::None : Problem::UnknownChoice;
        }
        Problem operator()(const RankFormat& format) const {
            const auto* many = std::get_if<ManyAnswer>(&answer);
            if (!many) return Problem::WrongKind;
            return many->values.size() > static_cast<size_t>(format.most) ? Problem::TooManyChoices : Problem::None;
        }
        Problem operator()(const PairsFormat& format) const {
            if (!rows()) return Problem::WrongKind;
            return rows()->rows.size() > static_cast<size_t>(format.most) ? Problem::TooManyChoices : Problem::None;
        }
        // What a newer version of the activity asks beside these columns is left alone.
        Problem operator()(const RowsFormat& format) const {
            if (!rows()) return Problem::WrongKind;
            if (format.shape != RowsShape::Table && rows()->rows.size() > static_cast<size_t>(format.most))
                return Problem::TooMany;
            for (const RowsAnswer::Row& row : rows()->rows) {
                if (format.shape == RowsShape::Table && format.rows_from.empty() && !among(format.rows, cell(row, "row")))
                    return Problem::UnknownChoice;
                for (const Column& column : format.columns) {
                    const std::string_view text = cell(row, column.id);
                    if (column.choices.empty() ? text_length(text) > column.max_characters : false) return Problem::TooLong;
                    if (!column.choices.empty() && !text.empty() && !among(column.choices, text)) return Problem::UnknownChoice;
                }
            }
            return Problem::None;
        }
        Problem operator()(const TimerFormat& format) const {
            const auto* wave = std::get_if<WaveAnswer>(&answer);
            if (!wave) return Problem::WrongKind;
            if (wave->minutes < format.least || wave->minutes > format.most) return Problem::TooLarge;
            const bool fits = std::all_of(wave->points.begin(), wave->points.end(), [&](const WaveAnswer::Point& point) {
                return point.rating >= 0 && point.rating <= 10 && point.at >= 0 && point.at <= wave->minutes * 60;
            });
            return fits ? Problem::None : Problem::TooLarge;
        }
    };
    return std::visit(Visitor{context, activity, item, answers, answer, known}, item.format);
}

// --- beginning and ending

Answers prefilled(const AskContext& context, const Journal& journal, const Activity& activity, Moment now) {
    Answers answers;
    const Entry* last = journal.newest_of(activity.id);
    for (const Step& step : activity.steps)
        for (const Item& item : step.items) {
            if (item.prefill == Prefill::Today) answers.emplace(item.id, DayAnswer{context.today});
            if (item.prefill == Prefill::Now) answers.emplace(item.id, TimeAnswer{clock_of(now)});
            const Answer* earlier = item.prefill == Prefill::Last && last ? find(last->answers, item.id) : nullptr;
            if (earlier && problem_with(context, activity, item, answers, *earlier) == Problem::None)
                answers.emplace(item.id, *earlier);
            // With one thing to choose from there is nothing to ask.
            const auto* choice = std::get_if<ChoiceFormat>(&item.format);
            if (choice && choice->from_my_substances && context.settings.followed.size() == 1)
                answers.insert_or_assign(item.id, ChoiceAnswer{context.settings.followed.front().id});
        }
    fill_presets(context, journal, activity, answers);
    return answers;
}

void fill_presets(const AskContext& context, const Journal& journal, const Activity& activity, Answers& answers) {
    for (const Item* item : shown_items(activity, for_conditions(context, activity, answers))) {
        const auto* number = std::get_if<NumberFormat>(&item->format);
        if (!number || !number->preset || find(answers, item->id)) continue;
        const std::vector<const Unit*> units = units_of(context, activity, *item, answers);
        if (units.empty() && !number->units_from.empty()) continue;  // nothing to count in yet
        std::string unit = units.empty() ? std::string() : units.front()->id;
        const std::string about = choice_of(answers, number->units_from);
        int64_t newest = -1;
        for (const Entry* entry : journal.current_of(activity.id)) {
            const auto* earlier = find_as<NumberAnswer>(entry->answers, item->id);
            if (!earlier || earlier->value == 0 || choice_of(entry->answers, number->units_from) != about ||
                entry->written.ms < newest)
                continue;
            if (std::none_of(units.begin(), units.end(), [&](const Unit* one) { return one->id == earlier->unit; })) continue;
            unit = earlier->unit;
            newest = entry->written.ms;
        }
        const Unit* chosen = context.catalog.unit(unit);
        if (!chosen || !chosen->measured) answers.emplace(item->id, NumberAnswer{*number->preset, unit});
    }
}

const Item* first_open(const AskContext& context, const Activity& activity, const Answers& answers) {
    for (const Item* item : shown_items(activity, for_conditions(context, activity, answers))) {
        const Answer* answer = find(answers, item->id);
        if (item->required && !is_answered(answers, item->id)) return item;
        if (!answer || std::holds_alternative<UnknownAnswer>(*answer)) continue;
        // A choice or unit that is offered no longer (the substance is not followed any more) was a good answer when it was given.
        const Problem problem = problem_with(context, activity, *item, answers, *answer);
        if (problem != Problem::None && problem != Problem::UnknownChoice) return item;
    }
    return nullptr;
}

Entry finish(const AskContext& context, const Activity& activity, const Run& run, std::string id, Moment now) {
    Entry entry;
    entry.id = std::move(id);
    entry.activity = run.activity;
    entry.activity_version = activity.version;
    entry.written = now;
    entry.replaces = run.replaces;
    entry.extra = run.extra;
    for (const Item* item : items_to_keep(context, activity, run)) {
        const Answer* answer = find(run.answers, item->id);
        if (!answer) continue;
        if (const auto* many = std::get_if<ManyAnswer>(answer)) {
            ManyAnswer kept;
            for (const std::string& line : many->values)
                if (!line.empty()) kept.values.push_back(line);
            if (!kept.values.empty()) entry.answers.emplace(item->id, std::move(kept));
            continue;
        }
        if (const auto* rows = std::get_if<RowsAnswer>(answer)) {
            RowsAnswer kept = *rows;
            kept.rows.erase(std::remove_if(kept.rows.begin(), kept.rows.end(), is_empty), kept.rows.end());
            if (!kept.rows.empty()) entry.answers.emplace(item->id, std::move(kept));
            continue;
        }
        if (const auto* wave = std::get_if<WaveAnswer>(answer)) {
            WaveAnswer kept = *wave;
            kept.ended = seconds_of(kept, now);
            if (!kept.points.empty()) entry.answers.emplace(item->id, std::move(kept));
            continue;
        }
        if (is_answered(run.answers, item->id) || std::holds_alternative<Skipped>(*answer))
            entry.answers.emplace(item->id, *answer);
    }
    // Answers to questions this version does not know are not ours to drop.
    for (const auto& [item, answer] : run.answers)
        if (!activity.find_item(item)) entry.answers.emplace(item, answer);
    const auto* day = find_as<DayAnswer>(entry.answers, activity.day_item);
    entry.day = day ? day->day : context.today;
    if (const auto* time = find_as<TimeAnswer>(entry.answers, activity.time_item)) entry.time = time->time;
    return entry;
}

}  // namespace koers
