// A step of an activity: how far it is, its questions one under another (asking.h), and the ways on.
#include <algorithm>

#include "app/screens/asking.h"

namespace koers {

void draw_run(const Model& model, Ui& ui) {
    const auto found = model.journal.runs.find(model.route().id);
    const Activity* activity = found == model.journal.runs.end() ? nullptr : model.catalog->activity(found->second.activity);
    if (!activity) return;
    const Run run = model.in_hand(found->second);
    const Texts& texts = *ui.texts;
    const Answers view = for_conditions(model.ask(), *activity, run.answers);
    const auto steps = shown_steps(*activity, view);
    if (steps.empty()) return;
    size_t at = 0;
    for (size_t i = 0; i < steps.size(); ++i)
        if (steps[i]->id == run.step) at = i;
    const Step& step = *steps[at];

    // How far: a line and words.
    const float part = static_cast<float>(at + 1) / static_cast<float>(steps.size());
    const std::string steps_words =
        texts.get("app.run.step", {{"n", std::to_string(at + 1)}, {"total", std::to_string(steps.size())}});
    ui.progress("run.progress.line", texts.get("app.run.progress"), part, steps_words);
    ui.space(6);
    const std::string saved =
        model.demo || model.store.volatile_
            ? ""
            : " · " + texts.get(model.store.saving == SaveState::Failed ? "app.run.unsaved" : "app.run.saved");
    ui.text("run.progress", steps_words + saved, Type::Small, Ink::Soft);
    ui.space(10);
    ui.heading("title", texts.get(activity->key("step." + step.id + ".title")), 1, Type::Heading);
    ui.space(16);
    if (!run.replaces.empty()) {
        ui.text("run.editing", texts.get("app.run.editing"), Type::Small, Ink::Soft);
        ui.space(12);
    }

    // Begun before the activity changed: what was answered is there, and what is new is named.
    if (run.replaces.empty() && run.activity_version < activity->version) {
        Ui::CardLook look = ui.card_look();
        look.fill = ui.theme.sky_tint;
        look.line = ui.theme.sky;
        std::vector<std::string> fresh;
        for (const Item* item : shown_items(*activity, view))
            if (item->since > run.activity_version)
                fresh.push_back(asked_words(texts, *activity, run.answers, item->id + ".label"));
        ui.card(look, [&] {
            ui.text("run.changed", texts.get("app.run.changed"));
            for (size_t i = 0; i < fresh.size(); ++i) {
                ui.space(4);
                ui.text("run.changed." + std::to_string(i), texts.get("app.run.changed.new", {{"what", fresh[i]}}), Type::Small);
            }
        });
        ui.space(12);
    }

    for (const Item* item : shown_items(step, view)) {
        const Asking asking{model, ui, run, *activity, *item};
        // With one thing to follow there is nothing to ask: its name is enough.
        const auto* choice = std::get_if<ChoiceFormat>(&item->format);
        if (choice && choice->from_my_substances && model.journal.settings.followed.size() == 1 &&
            choice_of(run.answers, item->id) == model.journal.settings.followed.front().id) {
            ui.text("run." + item->id,
                    substance_label(*model.catalog, model.journal.settings, model.journal.settings.followed.front().id),
                    Type::Strong, Ink::Pine);
            ui.space(12);
            continue;
        }
        if (asks_nothing(item->format))
            std::visit(asking, item->format);
        else
            ui.card([&] { std::visit(asking, item->format); });
        ui.space(12);
    }

    // A diary entry may be kept at any step; a goal is worked through, so that nothing said for safety is passed over.
    const bool last = at + 1 == steps.size();
    const bool keep_now = last || activity->kind == ActivityKind::Diary || activity->kind == ActivityKind::Plan;
    ui.space(8);
    if (keep_now) {
        if (ui.button("run.keep", texts.get("app.run.keep"), ButtonLook::Primary, "check")) ui.push(RunFinished{run.id});
        ui.space(8);
    }
    if (!last && ui.button("run.next", texts.get(keep_now ? "app.run.tell_more" : "app.run.next"),
                           keep_now ? ButtonLook::Secondary : ButtonLook::Primary, "arrow-right"))
        ui.push(StepChosen{run.id, steps[at + 1]->id});
    if (!last) ui.space(8);
    if (at > 0) {
        if (ui.button("run.previous", texts.get("app.run.previous"), ButtonLook::Quiet, "arrow-left"))
            ui.push(StepChosen{run.id, steps[at - 1]->id});
        ui.space(8);
    }
    if (activity->in_library() && run.replaces.empty() && !last) {
        if (ui.button("run.pause", texts.get("app.run.pause"), ButtonLook::Quiet, "clock")) ui.push(RunPaused{run.id});
        ui.space(8);
    }
    if (run.begun() && run.replaces.empty()) {
        if (ui.button("run.discard", texts.get("app.run.discard"), ButtonLook::Quiet, "trash-2")) ui.push(DiscardAsked{true});
    } else if (!run.replaces.empty() && ui.button("run.discard", texts.get("app.run.keep_old"), ButtonLook::Quiet, "undo-2")) {
        ui.push(RunDiscarded{run.id});
    }
}

}  // namespace koers
