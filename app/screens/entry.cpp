// One entry with its history, and one day with everything on it.
#include <algorithm>

#include "app/screens/screens.h"
#include "app/screens/words.h"

namespace koers {

// Every answer but those that stand above already.
static void draw_answers(const Model& model, Ui& ui, const std::string& id, const Entry& entry,
                         const std::vector<std::string>& said = {}) {
    const Activity* activity = model.catalog->activity(entry.activity);
    if (!activity) {
        if (model.catalog->whole) ui.text(id + ".unknown", ui.t("app.from_newer.body"));
        return;
    }
    for (const AnswerLine& line : answer_lines(model, *activity, entry.answers, model.today())) {
        if (std::find(said.begin(), said.end(), line.item) != said.end()) continue;
        ui.text(id + "." + line.item + ".question", line.question, Type::Small, Ink::Soft);
        ui.marks = false;
        ui.text(id + "." + line.item, line.answer);
        ui.marks = true;
        ui.space(10);
    }
}

void draw_entry(const Model& model, Ui& ui) {
    const Entry* entry = model.journal.find(model.route().id);
    if (!entry) {
        ui.text("entry.gone", ui.t("app.entry.gone"));
        return;
    }
    const Texts& texts = *ui.texts;
    const EntryWords words = entry_words(model, *entry);
    const Activity* of_library = model.catalog->activity(entry->activity);
    if (of_library && !of_library->in_library()) of_library = nullptr;
    if (of_library) draw_result(model, ui, *of_library, *entry);
    const std::string heading = !of_library                               ? words.title
                                : of_library->kind == ActivityKind::Check ? texts.get("app.entry.answers")
                                                                          : texts.get("app.entry.own_words");
    ui.card([&] {
        ui.heading("entry.words", heading, 2, Type::Title);
        ui.text("entry.day",
                capital(day_words(texts, entry->day, model.today())) + (entry->time ? ", " + clock_text(*entry->time) : ""),
                Type::Body, Ink::Soft);
        ui.space(14);
        std::vector<std::string> said = words.in_title;
        if (of_library) said.insert(said.end(), {"common_grip_before", "common_grip_after"});
        if (const Activity* activity = model.catalog->activity(entry->activity)) {
            said.push_back(activity->day_item);
            if (entry->time) said.push_back(activity->time_item);
        }
        draw_answers(model, ui, "entry.answer", *entry, said);
        ui.text("entry.written",
                texts.get(entry->replaces.empty() ? "app.entry.written" : "app.entry.edited",
                          {{"when", moment_words(texts, entry->written, day_of(model.now))}}),
                Type::Small, Ink::Soft);
    });
    ui.space(16);
    if (model.demo || model.may_write()) {
        if (model.catalog->activity(entry->activity) &&
            ui.button("entry.edit", texts.get("app.entry.edit"), ButtonLook::Primary, "pencil"))
            ui.push(EntryEdited{entry->id});
        ui.space(8);
        if (ui.button("entry.delete", texts.get("app.entry.delete"), ButtonLook::Danger, "trash-2"))
            ui.push(EntryDeleted{entry->id});
    }
    if (of_library) {
        ui.space(16);
        draw_compared(model, ui, *of_library, *entry);
        ui.space(16);
        draw_earlier(model, ui, "entry.earlier", *of_library, entry);
    }
    const auto history = model.journal.history(entry->id);
    if (history.size() > 1) {
        ui.space(24);
        ui.heading("entry.history.title", texts.get("app.entry.history"), 2, Type::Title);
        ui.space(8);
        for (size_t i = 1; i < history.size(); ++i) {
            const std::string id = "entry.history." + std::to_string(i);
            ui.card([&] {
                ui.text(id + ".when",
                        texts.get("app.entry.written", {{"when", moment_words(texts, history[i]->written, day_of(model.now))}}),
                        Type::Strong);
                ui.text(id + ".day", capital(day_words(texts, history[i]->day, model.today())), Type::Small, Ink::Soft);
                ui.space(8);
                draw_answers(model, ui, id + ".answer", *history[i]);
            });
            ui.space(8);
        }
    }
}

void draw_day(const Model& model, Ui& ui) {
    const Texts& texts = *ui.texts;
    const Day day = model.route().day;
    const auto entries = model.journal.current_on(day);
    if (!entries.empty()) {
        ui.card([&] {
            for (size_t i = entries.size(); i-- > 0;) {
                draw_entry_row(model, ui, "day.entry", *entries[i]);
                if (i) ui.fill({ui.x, ui.y, ui.width, 1}, ui.theme.line);
            }
        });
        ui.space(16);
    } else {
        ui.text("day.empty", texts.get("app.day.unfilled.long"), Type::Body, Ink::Soft);
        ui.space(12);
    }
    if (!model.demo && !model.may_write()) return;
    const auto add = [&](const char* activity_id, const char* icon) {
        const Activity* activity = model.catalog->activity(activity_id);
        if (!activity) return;
        if (ui.button(std::string("day.add.") + activity_id, texts.get("app.day.add." + std::string(activity_id)),
                      ButtonLook::Secondary, icon)) {
            Answers answers;
            answers.emplace(activity->day_item, DayAnswer{day});
            ui.push(ActivityOpened{activity_id, answers});
        }
        ui.space(8);
    };
    ui.heading("day.add.title", texts.get("app.day.add.title"), 2, Type::Title);
    ui.space(8);
    for (const Followed& followed : model.journal.settings.followed) {
        if (use_series(*model.catalog, model.journal, followed.id, {day, day}).days.front().state != DayState::Unfilled) continue;
        const std::string name = substance_label(*model.catalog, model.journal.settings, followed.id);
        if (ui.button("day.none." + followed.id, texts.get("app.none.of", {{"what", name}}), ButtonLook::Secondary, "leaf"))
            ui.push(NothingLogged{day, {followed.id}});
        ui.space(8);
    }
    if (!model.journal.settings.followed.empty()) {
        add("use", "glass-water");
        add("urge", "waves");
    }
    add("day", "smile");
}

}  // namespace koers
