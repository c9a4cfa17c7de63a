// Working through an activity: every answer is saved as it is given.
#include <algorithm>

#include "core/journal/kept.h"
#include "core/state/updater.h"

namespace koers {

Run* Updater::run_of(const std::string& id) {
    const auto found = model.journal.runs.find(id);
    return found == model.journal.runs.end() ? nullptr : &found->second;
}

const Activity* Updater::activity_of(const Run& run) const { return model.catalog->activity(run.activity); }

void Updater::touch(Run& run) {
    run.touched = model.now;
    // A run is touched in the same millisecond it began only in tests; what counts is that something was answered.
    if (run.touched == run.started) ++run.touched.ms;
    commit({put(run)});
}

void Updater::leave_run(const Route& route) {
    if (route.screen != Screen::Run) return;
    model.run_view = RunView{};
    model.confirm_discard = false;
    const Run* run = run_of(route.id);
    if (run && !run->begun()) model.journal.apply({remove_run(route.id)});  // never saved, so nothing to save
}

void Updater::to_step(Run& run, const Activity& activity, const std::string& step) {
    run.step = step_told(activity, step);
    model.run_view.step = run.step == step ? std::string() : step;
    ++model.arrivals;
    next_wave_timer();
}

void Updater::start_run(const Activity& activity, Answers answers, std::string replaces) {
    Run run;
    run.id = fresh(0);
    run.activity = activity.id;
    run.activity_version = activity.version;
    run.started = run.touched = model.now;
    run.replaces = std::move(replaces);
    run.answers = std::move(answers);
    forget_moment(activity, run.answers);
    const auto steps = shown_steps(activity, for_conditions(model.ask(), activity, run.answers));
    if (!steps.empty()) run.step = steps.front()->id;
    model.journal.apply({put(run)});
    model.run_view = RunView{};
    go(Route{Screen::Run, run.id, {}});
}

void Updater::operator()(const ActivityOpened& event) {
    const Activity* activity = model.catalog->activity(event.activity);
    if (!activity || refuse_when_reading()) return;
    quiet();
    Answers answers = prefilled(model.ask(), model.journal, *activity, model.now);
    if (const auto* day = find_as<DayAnswer>(event.answers, activity->day_item); day && day->day != model.today())
        answers.erase(activity->time_item);  // "now" is no time of another day
    // The preset was for the substance that is not meant now.
    if (find(event.answers, "substance") && choice_of(answers, "substance") != choice_of(event.answers, "substance"))
        answers.erase("amount");
    for (const auto& [item, answer] : event.answers) answers.insert_or_assign(item, answer);
    fill_presets(model.ask(), model.journal, *activity, answers);
    start_run(*activity, std::move(answers), "");
}

// Where a run was left. That step may not show any more, when what opened it is not kept or the activity has changed: then the last one before it that does.
static std::string step_to_open(const Activity& activity, const std::vector<const Step*>& shown, const std::string& left) {
    std::string last = shown.empty() ? left : shown.front()->id;
    for (const Step& step : activity.steps) {
        if (std::any_of(shown.begin(), shown.end(), [&](const Step* one) { return one == &step; })) last = step.id;
        if (step.id == left) break;
    }
    return last;
}

void Updater::operator()(const RunOpened& event) {
    Run* run = run_of(event.run);
    const Activity* activity = run ? activity_of(*run) : nullptr;
    if (!activity || refuse_when_reading()) return;
    quiet();
    forget_moment(*activity, run->answers);
    run->step = step_to_open(*activity, shown_steps(*activity, for_conditions(model.ask(), *activity, run->answers)),
                             step_told(*activity, run->step));
    model.run_view = RunView{};
    go(Route{Screen::Run, run->id, {}});
    next_wave_timer();
}

// What was wrong with an answer before does not keep it from being changed: a choice that is offered no longer was good when it was given.
Problem Updater::present_problem(const Run& run, const Activity& activity, const Item& item) {
    const Answer* present = find(run.answers, item.id);
    return present ? problem_with(model.ask(), activity, item, run.answers, *present) : Problem::None;
}

void Updater::operator()(const AnswerChanged& event) {
    Run* run = run_of(event.run);
    const Activity* activity = run ? activity_of(*run) : nullptr;
    const Item* item = activity ? activity->find_item(event.item) : nullptr;
    if (!item || refuse_when_reading()) return;
    Answer answer = event.answer;
    // "None of these" clears the rest, and the rest clears "none of these".
    if (const auto* format = std::get_if<ChoicesFormat>(&item->format)) {
        auto* many = std::get_if<ManyAnswer>(&answer);
        const auto* before = find_as<ManyAnswer>(run->answers, item->id);
        const auto exclusive = [&](const std::string& id) {
            return std::any_of(format->choices.begin(), format->choices.end(),
                               [&](const Choice& one) { return one.id == id && one.exclusive; });
        };
        if (many && std::any_of(many->values.begin(), many->values.end(), exclusive)) {
            const auto is_new = [&](const std::string& id) {
                return !before || std::find(before->values.begin(), before->values.end(), id) == before->values.end();
            };
            const auto chosen = std::find_if(many->values.begin(), many->values.end(),
                                             [&](const std::string& id) { return exclusive(id) && is_new(id); });
            if (chosen != many->values.end()) {
                many->values = {std::string(*chosen)};
            } else {
                many->values.erase(std::remove_if(many->values.begin(), many->values.end(), exclusive), many->values.end());
            }
        }
    }
    const Problem problem = problem_with(model.ask(), *activity, *item, run->answers, answer);
    if (problem != Problem::None && problem != present_problem(*run, *activity, *item)) {
        model.run_view.drafts[item->id].problem = problem;
        return;
    }
    model.run_view.drafts.erase(item->id);
    if (!item->kept) {
        model.run_view.unkept.insert_or_assign(item->id, std::move(answer));
        return;
    }
    run->answers.insert_or_assign(item->id, std::move(answer));
    after_change(*run, *activity, *item);
    touch(*run);
}

// A number that counted in the old substance's unit cannot stay when the substance changes.
void Updater::after_change(Run& run, const Activity& activity, const Item& changed) {
    keep_links(run, activity);
    if (!std::holds_alternative<ChoiceFormat>(changed.format)) return;
    for (const Step& step : activity.steps)
        for (const Item& item : step.items) {
            const auto* number = std::get_if<NumberFormat>(&item.format);
            if (!number || number->units_from != changed.id) continue;
            const auto* answer = find_as<NumberAnswer>(run.answers, item.id);
            const auto units = units_of(model.ask(), activity, item, run.answers);
            if (answer && std::any_of(units.begin(), units.end(), [&](const Unit* unit) { return unit->id == answer->unit; }))
                continue;
            run.answers.erase(item.id);
            model.run_view.drafts.erase(item.id);
            model.run_view.picked_unit.erase(item.id);
        }
    fill_presets(model.ask(), model.journal, activity, run.answers);
}

void Updater::number_typed(Run& run, const Activity& activity, const Item& item, const std::string& text) {
    Draft& draft = model.run_view.drafts[item.id];
    draft = Draft{text, Problem::None};
    const auto units = units_of(model.ask(), activity, item, run.answers);
    std::string unit = units.empty() ? std::string() : units.front()->id;
    if (const auto picked = model.run_view.picked_unit.find(item.id); picked != model.run_view.picked_unit.end())
        unit = picked->second;
    if (const auto* before = find_as<NumberAnswer>(run.answers, item.id)) unit = before->unit;
    if (!unit.empty()) model.run_view.picked_unit[item.id] = unit;
    const ParsedNumber parsed = parse_number(text);
    const bool blank = text.find_first_not_of(' ') == std::string::npos;
    const Answer answer = NumberAnswer{parsed.value, unit};
    if (!blank) draft.problem = parsed.ok ? problem_with(model.ask(), activity, item, run.answers, answer) : Problem::NotANumber;
    // "1.000" is a thousand to one reader and one to another: asked again instead of guessed.
    if (draft.problem == Problem::None && parsed.decimals >= 3) {
        Answers with = run.answers;
        with.insert_or_assign(item.id, answer);
        if (parsed.decimals > bounds_of(model.ask(), activity, item, with).decimals) draft.problem = Problem::TooManyDecimals;
    }
    if (blank || draft.problem != Problem::None)
        run.answers.erase(item.id);
    else
        run.answers.insert_or_assign(item.id, answer);
}

void Updater::operator()(const AnswerTyped& event) {
    Run* run = run_of(event.run);
    const Activity* activity = run ? activity_of(*run) : nullptr;
    const Item* item = activity ? activity->find_item(event.item) : nullptr;
    if (!item || refuse_when_reading()) return;
    const auto keep = [&](Answer answer) {
        const Problem problem = problem_with(model.ask(), *activity, *item, run->answers, answer);
        if (problem == Problem::None) {
            model.run_view.drafts.erase(item->id);
            run->answers.insert_or_assign(item->id, std::move(answer));
        } else {
            model.run_view.drafts[item->id] = Draft{event.text, problem};
            // One line that does not fit is no reason to drop the other lines.
            if (!std::holds_alternative<ListFormat>(item->format)) run->answers.erase(item->id);
        }
    };
    const auto unreadable = [&] {
        if (event.text.empty())
            model.run_view.drafts.erase(item->id);
        else
            model.run_view.drafts[item->id] = Draft{event.text, Problem::WrongKind};
        run->answers.erase(item->id);
    };
    if (std::holds_alternative<NumberFormat>(item->format)) {
        number_typed(*run, *activity, *item, event.text);
    } else if (std::holds_alternative<TextFormat>(item->format)) {
        if (event.text.empty())
            unreadable();
        else
            keep(TextAnswer{event.text});
    } else if (std::holds_alternative<DayFormat>(item->format)) {
        if (const auto day = parse_day(event.text))
            keep(DayAnswer{*day});
        else
            unreadable();
    } else if (std::holds_alternative<TimeFormat>(item->format)) {
        if (const auto time = parse_clock(event.text.substr(0, 5)))
            keep(TimeAnswer{*time});
        else
            unreadable();
    } else if (const auto* list = std::get_if<ListFormat>(&item->format)) {
        if (event.line < 0 || event.line >= list->max_lines) return;
        const auto* before = find_as<ManyAnswer>(run->answers, item->id);
        ManyAnswer lines = before ? *before : ManyAnswer{};
        if (static_cast<int>(lines.values.size()) <= event.line) lines.values.resize(static_cast<size_t>(event.line) + 1);
        const std::string line = lines.values[static_cast<size_t>(event.line)];
        lines.values[static_cast<size_t>(event.line)] = event.text;
        keep(std::move(lines));
        if (model.run_view.drafts.count(item->id) == 0) {
            rename_links(*run, *activity, item->id, line, event.text);
            if (event.text.empty()) keep_links(*run, *activity);
        }
    } else {
        return;
    }
    touch(*run);
}

void Updater::operator()(const LineRemoved& event) {
    Run* run = run_of(event.run);
    if (!run || refuse_when_reading()) return;
    const auto* before = find_as<ManyAnswer>(run->answers, event.item);
    if (!before || event.line < 0 || event.line >= static_cast<int>(before->values.size())) return;
    ManyAnswer lines = *before;
    lines.values.erase(lines.values.begin() + event.line);
    if (lines.values.empty())
        run->answers.erase(event.item);
    else
        run->answers.insert_or_assign(event.item, lines);
    model.run_view.drafts.erase(event.item);
    if (const Activity* activity = activity_of(*run)) keep_links(*run, *activity);
    touch(*run);
}

void Updater::operator()(const UnitPicked& event) {
    Run* run = run_of(event.run);
    const Activity* activity = run ? activity_of(*run) : nullptr;
    const Item* item = activity ? activity->find_item(event.item) : nullptr;
    if (!item || refuse_when_reading()) return;
    model.run_view.picked_unit[event.item] = event.unit;
    const auto draft = model.run_view.drafts.find(event.item);
    if (draft != model.run_view.drafts.end()) {
        const std::string text = draft->second.text;
        run->answers.erase(event.item);
        number_typed(*run, *activity, *item, text);
    } else if (const auto* before = find_as<NumberAnswer>(run->answers, event.item)) {
        const NumberAnswer changed{before->value, event.unit};
        const Problem problem = problem_with(model.ask(), *activity, *item, run->answers, changed);
        if (problem == Problem::None) {
            run->answers.insert_or_assign(event.item, changed);
        } else {
            // The number stays as it was typed, with a word on why it does not fit this unit.
            model.run_view.drafts[event.item] = Draft{number_text(changed.value, 3, model.language), problem};
            run->answers.erase(event.item);
        }
    }
    touch(*run);
}

void Updater::operator()(const AnswerCleared& event) {
    Run* run = run_of(event.run);
    if (!run || refuse_when_reading()) return;
    model.run_view.drafts.erase(event.item);
    if (model.run_view.unkept.erase(event.item) > 0) return;
    run->answers.erase(event.item);
    if (const Activity* activity = activity_of(*run)) keep_links(*run, *activity);
    touch(*run);
}

void Updater::operator()(const ChoicesFolded& event) {
    if (event.folded)
        model.run_view.unfolded.erase(event.item);
    else
        model.run_view.unfolded.insert(event.item);
}

void Updater::operator()(const StepChosen& event) {
    Run* run = run_of(event.run);
    const Activity* activity = run ? activity_of(*run) : nullptr;
    if (!activity) return;
    model.run_view.show_missing = false;
    model.run_view.rating_asked = 0;
    to_step(*run, *activity, event.step);
    // An exercise that is gone on with tomorrow begins where it was left.
    if (activity->in_library() && run->begun() && model.may_write()) commit({put(*run)});
}

// More than a tap or two: what would be a pity to do again.
static bool has_words(const Activity& activity, const Answers& answers) {
    return std::any_of(answers.begin(), answers.end(), [&](const auto& one) {
        const Item* item = activity.find_item(one.first);
        const bool taps =
            item && !std::holds_alternative<ListFormat>(item->format) && std::holds_alternative<ManyAnswer>(one.second);
        const bool written = std::holds_alternative<TextAnswer>(one.second) || std::holds_alternative<ManyAnswer>(one.second) ||
                             std::holds_alternative<RowsAnswer>(one.second) || std::holds_alternative<WaveAnswer>(one.second);
        return written && !taps && is_answered(answers, one.first);
    });
}

void Updater::operator()(const RunFinished& event) {
    Run* run = run_of(event.run);
    const Activity* activity = run ? activity_of(*run) : nullptr;
    if (!activity || refuse_when_reading()) return;
    const Run now = model.in_hand(*run);
    const Item* open = first_open(model.ask(), *activity, now.answers);
    // Something typed that does not fit counts only where its question still shows.
    for (const Item* item : shown_items(*activity, for_conditions(model.ask(), *activity, now.answers))) {
        const auto draft = model.run_view.drafts.find(item->id);
        // A tap that was refused left nothing behind: only what was typed can be lost.
        const bool typed = draft != model.run_view.drafts.end() && !draft->second.text.empty();
        if (!open && typed && draft->second.problem != Problem::None) open = item;
    }
    if (open) {
        model.run_view.show_missing = true;
        for (const Step& step : activity->steps)
            for (const Item& item : step.items)
                if (&item == open && now.step != step.id) to_step(*run, *activity, step.id);
        return;
    }
    Entry entry = finish(model.ask(), *activity, now, fresh(1), model.now);
    // Another version may have come since this edit began: two that replace the same one would both count.
    if (const Entry* newest = entry.replaces.empty() ? nullptr : model.journal.newest_version(entry.replaces))
        entry.replaces = newest->id;
    // What a newer Koers wrote beside the entry stays with its next version.
    if (const Entry* before = model.journal.find(entry.replaces); before && before->extra.is_object())
        for (auto it = before->extra.begin(); it != before->extra.end(); ++it)
            if (!entry.extra.contains(it.key())) entry.extra[it.key()] = it.value();
    // Editing something that is about no day of its own leaves it where it was.
    if (const Entry* before = model.journal.find(entry.replaces); before && activity->day_item.empty()) entry.day = before->day;
    const bool first_ever = model.journal.entries.empty();
    const std::string run_id = run->id, saved = activity->key("saved");
    Changes undo{remove_entry(entry.id)};
    // Taking back what was kept by mistake must not take away what was written: the run comes back where there are words in it.
    if (has_words(*activity, run->answers)) undo.push_back(put(*run));
    commit({put(entry), remove_run(run_id)});
    model.run_view = RunView{};
    pop();
    // The screen below that showed the entry shows its new version.
    for (Route& route : model.routes)
        if (route.screen == Screen::Entry && !entry.replaces.empty() && route.id == entry.replaces) route.id = entry.id;
    // What came of it is worth a look at once.
    if (activity->in_library() && model.route().screen != Screen::Entry) go(Route{Screen::Entry, entry.id, {}});
    notify(saved, Undo{"app.undone", std::move(undo)}, activity->in_library() ? "" : entry.id);
    // Worth keeping from here on: now is the time to ask the browser to.
    if (first_ever && !model.demo && !model.store.persisted) effects.push_back(AskToPersist{});
}

void Updater::operator()(const RunPaused& event) {
    const Run* run = run_of(event.run);
    if (!run || model.route().screen != Screen::Run) return;
    const bool kept = run->begun();
    leave_run(model.route());
    pop();
    if (kept) notify("app.run.paused");
}

void Updater::operator()(const DiscardAsked& event) { model.confirm_discard = event.asked; }

void Updater::operator()(const RunDiscarded& event) {
    const Run* run = run_of(event.run);
    if (!run || refuse_when_reading()) return;
    const Undo undo{"app.put_back", {put(*run)}};
    commit({remove_run(event.run)});
    model.run_view = RunView{};
    if (model.route().screen == Screen::Run) pop();
    model.confirm_discard = false;
    notify("app.run.discarded", undo);
}

}  // namespace koers
