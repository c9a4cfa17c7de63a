// After an exercise or a check: where to go on, what may come along into the plan, and how it was the time before. Each by the person's own choice.
#include <algorithm>

#include "app/screens/screens.h"
#include "app/screens/words.h"
#include "core/insight/library.h"

namespace koers {

void draw_leads(const Model& model, Ui& ui, const Activity& activity) {
    if (activity.leads.empty()) return;
    const Texts& texts = *ui.texts;
    ui.open(NodeRole::Region, "leads", texts.get("app.leads.title"));
    ui.card([&] {
        ui.heading("leads.title", texts.get("app.leads.title"), 2, Type::Strong);
        ui.space(4);
        ui.text("leads.help", texts.get("app.leads.help"), Type::Small, Ink::Soft);
        ui.space(10);
        std::vector<Ui::ChipItem> items;
        for (const Step& step : activity.steps)
            for (const Item& item : step.items)
                if (activity.leads.count(item.id))
                    items.push_back({item.id, texts.get(activity.key(item.id + ".spoke")), "", item.id == model.discover.start});
        const int touched = ui.chips("leads.where", texts.get("app.leads.title"), items, false);
        if (touched >= 0) ui.push(StartChosen{items[static_cast<size_t>(touched)].id});
        const auto chosen = activity.leads.find(model.discover.start);
        if (chosen == activity.leads.end()) return;
        ui.space(8);
        const std::vector<const Activity*> fits = fitting(*model.catalog, model.journal, model.today());
        bool first = true;
        for (const std::string& id : chosen->second) {
            const Activity* exercise = model.catalog->activity(id);
            if (!exercise || std::find(fits.begin(), fits.end(), exercise) == fits.end()) continue;
            if (!first) ui.fill({ui.x, ui.y, ui.width, 1}, ui.theme.line);
            first = false;
            if (ui.row("leads.to." + id, texts.get(exercise->key("title")), texts.get(exercise->key("gives")), exercise->icon))
                ui.go(Screen::Activity, id);
        }
    });
    ui.close();
    ui.space(12);
}

void draw_carries(const Model& model, Ui& ui, const Activity& activity, const Entry& entry) {
    const Texts& texts = *ui.texts;
    if (!(model.demo || model.may_write())) return;
    for (size_t i = 0; i < activity.carries.size(); ++i) {
        const Carry& carry = activity.carries[i];
        const auto taken = carried(model.ask(), model.journal, activity, carry, entry.answers);
        const Activity* plan = model.catalog->activity(carry.to);
        if (!taken || !plan) continue;
        const std::string id = "carry." + carry.to, what = texts.get(plan->key("title"));
        ui.card([&] {
            ui.heading(id + ".title", texts.get("app.carry.title", {{"what", what}}), 2, Type::Strong);
            ui.space(6);
            for (size_t k = 0; k < taken->words.size(); ++k) {
                ui.marks = false;
                ui.text(id + "." + std::to_string(k), "• " + taken->words[k]);
                ui.marks = true;
                ui.space(2);
            }
            ui.space(8);
            if (ui.button(id + ".yes", texts.get("app.carry.yes", {{"what", what}}), ButtonLook::Secondary, "plus"))
                ui.push(CarryAccepted{entry.id, static_cast<int>(i)});
        });
        ui.space(12);
    }
}

void draw_compared(const Model& model, Ui& ui, const Activity& activity, const Entry& entry) {
    const Entry* before = time_before(model, activity, entry);
    if (!before) return;
    const Texts& texts = *ui.texts;
    const bool open = model.discover.comparing;
    if (ui.button("compare", texts.get("app.compare"), ButtonLook::Secondary, open ? "chevron-up" : "history"))
        ui.push(CompareToggled{});
    ui.semantics.last().has_open = true;
    ui.semantics.last().open = open;
    if (!open) return;
    ui.space(12);
    const auto now = answer_lines(model, activity, entry.answers, model.today()),
               then = answer_lines(model, activity, before->answers, model.today());
    const auto said = [](const std::vector<AnswerLine>& lines, const std::string& item) -> const AnswerLine* {
        for (const AnswerLine& line : lines)
            if (line.item == item) return &line;
        return nullptr;
    };
    const std::string before_words = capital(day_words(texts, before->day, model.today())),
                      now_words = capital(day_words(texts, entry.day, model.today()));
    for (const Step& step : activity.steps)
        for (const Item& item : step.items) {
            const AnswerLine *new_line = said(now, item.id), *old_line = said(then, item.id);
            if (!new_line && !old_line) continue;
            const std::string id = "compare." + item.id;
            ui.card([&] {
                ui.heading(id + ".question", (new_line ? new_line : old_line)->question, 3, Type::Strong);
                const auto time = [&](const char* suffix, const std::string& when, const AnswerLine* line) {
                    ui.space(8);
                    ui.text(id + suffix + ".when", when, Type::SmallStrong, Ink::Soft);
                    ui.marks = false;
                    ui.text(id + suffix, line ? line->answer : texts.get("app.compare.nothing"), Type::Body,
                            line ? Ink::Normal : Ink::Soft);
                    ui.marks = true;
                };
                if (new_line && old_line && new_line->answer == old_line->answer) {
                    time(".same", texts.get("app.compare.same"), new_line);
                    return;
                }
                time(".before", before_words, old_line);
                time(".now", now_words, new_line);
            });
            ui.space(8);
        }
}

}  // namespace koers
