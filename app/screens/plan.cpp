// Plan: the goal of each thing followed, provisional and revisable, with its history and the own reason; and the parts of the plan, each by itself.
#include "app/screens/screens.h"
#include "app/screens/words.h"
#include "core/insight/library.h"

namespace koers {

// Each part is an activity of its own: what stands in its newest entry is the plan, older ones are its history.
static void draw_parts(const Model& model, Ui& ui) {
    const Texts& texts = *ui.texts;
    if (!model.catalog->whole) return;
    const bool may_write = model.demo || model.may_write();
    ui.space(12);
    ui.open(NodeRole::Region, "plan.parts", texts.get("app.plan.parts"));
    ui.heading("plan.parts.title", texts.get("app.plan.parts"), 2, Type::Title);
    ui.space(4);
    ui.text("plan.parts.lead", texts.get("app.plan.parts.lead"), Type::Body, Ink::Soft);
    ui.space(12);
    ui.card([&] {
        if (ui.row("plan.paper", texts.get("app.paper.title"), texts.get("app.paper.open.below"), "file-text"))
            ui.go(Screen::Paper, "card");
        ui.fill({ui.x, ui.y, ui.width, 1}, ui.theme.line);
        if (ui.row("plan.summary", texts.get("app.summary.title"), texts.get("app.more.summary.help"), "users", Ink::Sky))
            ui.go(Screen::Summary);
    });
    ui.space(12);
    for (const Activity* one : model.catalog->plan_parts()) {
        const Activity& part = *one;
        if (part.whom == ForWhom::Self && model.journal.settings.role == Role::Other) continue;
        const std::string id = "plan.part." + part.id, title = texts.get(part.key("title"));
        const Entry* entry = model.journal.newest_of(part.id);
        if (!entry) {
            ui.card([&] {
                if (!may_write) {
                    ui.heading(id, title, 3, Type::Strong);
                    ui.text(id + ".gives", texts.get(part.key("gives")), Type::Small, Ink::Soft);
                } else if (ui.row(id, title, texts.get(part.key("gives")), part.icon)) {
                    // What was begun and left is gone on with.
                    if (const Run* begun = unfinished(model.journal, part.id))
                        ui.push(RunOpened{begun->id});
                    else
                        ui.push(ActivityOpened{part.id, {}});
                }
            });
        } else {
            ui.card([&] {
                ui.heading(id, title, 3, Type::Title);
                for (const AnswerLine& line : answer_lines(model, part, entry->answers, model.today())) {
                    if (!part.in_plan(line.item)) continue;
                    ui.space(8);
                    // With one question its heading says it all.
                    if (part.steps.size() > 1 || part.steps.front().items.size() > 1)
                        ui.text(id + "." + line.item + ".question", line.question, Type::Small, Ink::Soft);
                    ui.marks = false;
                    ui.text(id + "." + line.item, line.answer);
                    ui.marks = true;
                }
                ui.space(8);
                ui.text(id + ".since",
                        texts.get("app.plan.since", {{"day", day_words(texts, day_of(entry->written), model.today())}}),
                        Type::Small, Ink::Soft);
                if (!may_write) return;
                ui.space(10);
                if (ui.button(id + ".edit", texts.get("app.plan.part.edit"), ButtonLook::Secondary, "pencil"))
                    ui.push(EntryEdited{entry->id});
                ui.semantics.last().name += ": " + title;
                ui.space(6);
                if (ui.small_button(id + ".open", texts.get("app.plan.part.open"), ButtonLook::Quiet, "history"))
                    ui.go(Screen::Entry, entry->id);
                ui.semantics.last().name += ": " + title;
            });
        }
        ui.space(12);
    }
    ui.close();
}

void draw_plan(const Model& model, Ui& ui) {
    const Texts& texts = *ui.texts;
    const Settings& settings = model.journal.settings;
    ui.text("plan.lead", texts.get("app.plan.lead"), Type::Body, Ink::Soft);
    ui.space(16);
    const bool may_write = model.demo || model.may_write();
    if (settings.followed.empty()) {
        ui.card([&] {
            ui.heading("plan.nothing.title", texts.get("app.nothing_followed.title"), 2, Type::Title);
            ui.space(4);
            ui.text("plan.nothing.body", texts.get("app.nothing_followed.body"));
            ui.space(12);
            if (ui.button("plan.nothing.choose", texts.get("app.nothing_followed.choose"))) ui.go(Screen::Follow);
        });
        return draw_parts(model, ui);
    }
    for (const Followed& followed : settings.followed) {
        const std::string id = "plan." + followed.id;
        const std::string name = substance_label(*model.catalog, settings, followed.id);
        const auto entries = goal_entries(model.journal, followed.id);
        const auto goal = goal_for(*model.catalog, model.journal, followed.id);
        const auto begin = [&] {
            Answers answers;
            answers.emplace("substance", ChoiceAnswer{followed.id});
            // Revising begins from the goal as it stands; what was before stays in its history.
            if (goal)
                for (const auto& [item, answer] : model.journal.find(goal->entry)->answers)
                    answers.insert_or_assign(item, answer);
            ui.push(ActivityOpened{"goal", answers});
        };
        ui.open(NodeRole::Region, id, name);
        ui.card([&] {
            ui.heading(id + ".title", name, 2, Type::Title);
            ui.space(4);
            if (!goal) {
                ui.text(id + ".none", texts.get("app.plan.no_goal"), Type::Body, Ink::Soft);
                ui.space(12);
                if (may_write && ui.button(id + ".set", texts.get("app.goal.set"), ButtonLook::Primary, "target")) begin();
                return;
            }
            ui.text(id + ".goal", goal_words(model, *goal));
            const Entry* entry = model.journal.find(goal->entry);
            if (const auto* why = find_as<TextAnswer>(entry->answers, "why"); why && !why->text.empty()) {
                ui.space(8);
                ui.text(id + ".why.label", texts.get("app.plan.why"), Type::Small, Ink::Soft);
                ui.marks = false;
                ui.text(id + ".why", "“" + why->text + "”");
                ui.marks = true;
            }
            if (const auto* first = find_as<TextAnswer>(entry->answers, "prepare"); first && !first->text.empty()) {
                ui.space(8);
                ui.text(id + ".prepare.label", texts.get("activity.goal.prepare.label"), Type::Small, Ink::Soft);
                ui.marks = false;
                ui.text(id + ".prepare", first->text);
                ui.marks = true;
            }
            ui.space(8);
            ui.text(id + ".since", texts.get("app.plan.since", {{"day", day_words(texts, goal->set_on, model.today())}}),
                    Type::Small, Ink::Soft);
            ui.space(12);
            if (may_write && ui.button(id + ".revise", texts.get("app.goal.revise"), ButtonLook::Secondary, "pencil")) begin();
            if (entries.size() > 1) {
                ui.space(16);
                ui.heading(id + ".history", texts.get("app.plan.history"), 3, Type::Strong);
                for (size_t i = 1; i < entries.size() && i < 10; ++i)
                    if (const auto older = goal_from(*model.catalog, *entries[i]))
                        if (ui.row(id + ".history." + entries[i]->id, goal_words(model, *older),
                                   day_words(texts, older->set_on, model.today()), "history", Ink::Soft))
                            ui.go(Screen::Entry, entries[i]->id);
            }
        });
        ui.close();
        ui.space(12);
    }
    draw_parts(model, ui);
}

}  // namespace koers
