// A step of an activity: its questions, one under another, each in the way its answer asks for.
#include <algorithm>
#include <cmath>

#include "app/screens/screens.h"
#include "app/screens/words.h"

namespace koers {

namespace {

struct Asking {
    const Model& model;
    Ui& ui;
    const Run& run;
    const Activity& activity;
    const Item& item;

    std::string id() const { return "run." + item.id; }
    std::string label() const { return asked_words(*ui.texts, activity, run.answers, item.id + ".label"); }
    std::string optional_text(const char* part) const {
        return ui.texts->has(activity.key(item.id + part)) ? asked_words(*ui.texts, activity, run.answers, item.id + part)
                                                           : std::string();
    }
    const Draft* draft() const {
        const auto found = model.run_view.drafts.find(item.id);
        return found == model.run_view.drafts.end() ? nullptr : &found->second;
    }
    NumberBounds bounds() const { return bounds_of(model.ask(), activity, item, run.answers); }
    std::string error() const {
        const Draft* typed = draft();
        Problem problem = typed ? typed->problem : Problem::None;
        if (problem == Problem::None && model.run_view.show_missing && item.required && !is_answered(run.answers, item.id))
            problem = Problem::Missing;
        if (problem == Problem::None) return {};
        const NumberBounds limits = bounds();
        return ui.t("app.problem." + std::string(problem_id(problem)),
                    {{"min", ui.number(limits.min)}, {"max", ui.number(limits.max)}, {"n", std::to_string(limits.decimals)}});
    }
    template <class A>
    const A* answer() const {
        return find_as<A>(run.answers, item.id);
    }
    void change(Answer given) const { ui.push(AnswerChanged{run.id, item.id, std::move(given)}); }
    void typed(std::string text, int line = -1) const { ui.push(AnswerTyped{run.id, item.id, std::move(text), line}); }

    void question() const {
        ui.heading(id() + ".label", label(), 2, Type::Strong);
        if (const std::string help = optional_text(".help"); !help.empty()) ui.text(id() + ".help", help, Type::Small, Ink::Soft);
        ui.space(10);
    }
    void trouble() const {
        const std::string words = error();
        if (words.empty()) return;
        ui.space(8);
        const float left = ui.x, whole = ui.width;
        ui.icon("triangle-alert", ui.x, ui.y + 2, 18, Ink::Plum);
        ui.x += 26;
        ui.width -= 26;
        ui.text(id() + ".trouble", words, Type::Small, Ink::Plum);
        ui.x = left;
        ui.width = whole;
    }

    // A long row of choices is first shown in part: the first ones, what is chosen, and what excludes the rest. `key` names it in the run's view.
    int folding_chips(const std::string& key, const std::string& name, const std::vector<Ui::ChipItem>& items, bool several,
                      size_t most, size_t first, std::string_view error = "") const {
        if (items.size() <= most) return ui.chips(key, name, items, several, error);
        const bool all = model.run_view.unfolded.count(key) != 0;
        const auto* format = std::get_if<ChoicesFormat>(&item.format);
        const auto excludes = [&](const std::string& id_of) {
            return format && std::any_of(format->choices.begin(), format->choices.end(),
                                         [&](const Choice& one) { return one.id == id_of && one.exclusive; });
        };
        std::vector<Ui::ChipItem> shown;
        std::vector<size_t> which;
        for (size_t i = 0; i < items.size(); ++i)
            if (all || i < first || items[i].on || excludes(items[i].id)) {
                shown.push_back(items[i]);
                which.push_back(i);
            }
        const int touched = ui.chips(key, name, shown, several, error);
        ui.space(8);
        if (ui.small_button(key + ".fold", ui.t(all ? "app.fewer_choices" : "app.more_choices"), ButtonLook::Quiet,
                            all ? "chevron-up" : "chevron-down"))
            ui.push(ChoicesFolded{key, all});
        Node& fold = ui.semantics.last();
        fold.name += ": " + label();  // of several on a screen a reader hears which
        fold.has_open = true;
        fold.open = all;
        return touched < 0 ? touched : static_cast<int>(which[static_cast<size_t>(touched)]);
    }

    void operator()(const ChoiceFormat&) const { choices(false); }
    void operator()(const ChoicesFormat&) const { choices(true); }
    void choices(bool several) const {
        question();
        const auto* many = answer<ManyAnswer>();
        const std::string one = choice_of(run.answers, item.id);
        std::vector<Ui::ChipItem> items;
        for (const Option& option : options_of(model.ask(), activity, item)) {
            const bool on = several ? many && std::find(many->values.begin(), many->values.end(), option.id) != many->values.end()
                                    : option.id == one;
            items.push_back({option.id, option.label, option.icon, on});
        }
        const int touched = folding_chips(id(), label(), items, several, 9, 7, error());
        if (touched >= 0) {
            const Ui::ChipItem& chip = items[static_cast<size_t>(touched)];
            if (several) {
                ManyAnswer next = many ? *many : ManyAnswer{};
                const auto found = std::find(next.values.begin(), next.values.end(), chip.id);
                if (found == next.values.end())
                    next.values.push_back(chip.id);
                else
                    next.values.erase(found);
                if (next.values.empty())
                    ui.push(AnswerCleared{run.id, item.id});
                else
                    change(std::move(next));
            } else if (!chip.on) {
                change(ChoiceAnswer{chip.id});
            }
        }
        if (!several && !item.required && !one.empty()) {
            ui.space(8);
            if (ui.small_button(id() + ".clear", ui.t("app.clear"), ButtonLook::Quiet, "x"))
                ui.push(AnswerCleared{run.id, item.id});
        }
        trouble();
    }

    void operator()(const ScaleFormat& format) const {
        question();
        const auto* given = answer<NumberAnswer>();
        int value = given ? static_cast<int>(given->value) : format.min;
        const std::string min_words = ui.t(activity.key(item.id + ".min")), max_words = ui.t(activity.key(item.id + ".max"));
        const std::string shown = given ? std::to_string(value) : "–";
        const float height = ui.line_of(Type::Number);
        ui.draw_text(shown, given ? Type::Number : Type::Page, given ? Ink::Pine : Ink::Soft, ui.x,
                     ui.y + (given ? 0 : (height - ui.line_of(Type::Page)) / 2), ui.width, Align::Centre);
        ui.y += height;
        std::string words = given ? std::to_string(value) : ui.t("app.not_chosen") + ". " + ui.t("app.slide");
        if (given && value == format.min) words += ", " + min_words;
        if (given && value == format.max) words += ", " + max_words;
        if (!given) ui.draw_text(ui.t("app.slide"), Type::Small, Ink::Soft, ui.x, ui.y - 6, ui.width, Align::Centre);
        ui.y += given ? 6.f : ui.line_of(Type::Small);
        if (ui.slider(id(), label(), format.min, format.max, format.step, value, given != nullptr, words, min_words, max_words))
            change(NumberAnswer{static_cast<double>(value), ""});
        if (given && !item.required) {
            ui.space(4);
            if (ui.small_button(id() + ".clear", ui.t("app.clear"), ButtonLook::Quiet, "x"))
                ui.push(AnswerCleared{run.id, item.id});
        }
        trouble();
    }

    void operator()(const NumberFormat&) const {
        question();
        const auto units = units_of(model.ask(), activity, item, run.answers);
        const auto* format = std::get_if<NumberFormat>(&item.format);
        if (units.empty() && !format->units_from.empty()) {
            ui.text(id() + ".first", ui.t("app.choose_first"), Type::Body, Ink::Soft);
            return;
        }
        const auto* given = answer<NumberAnswer>();
        const Draft* kept = draft();
        std::string unit = given ? given->unit : units.empty() ? std::string() : units.front()->id;
        if (const auto picked = model.run_view.picked_unit.find(item.id); !given && picked != model.run_view.picked_unit.end())
            unit = picked->second;
        std::string text = kept ? kept->text : given ? ui.number(given->value, 3) : std::string();
        const NumberBounds limits = bounds();
        const float side = 52, gap = 10, top = ui.y, left = ui.x, whole = ui.width;
        const float field_w = std::min(whole - 2 * (side + gap), 160.f * std::min(ui.scale, 1.3f));
        const double now = given ? given->value : 0;
        const auto round_button = [&](const char* suffix, const char* icon, const std::string& words, float at_x, double to,
                                      bool off) {
            const std::string button_id = id() + suffix;
            const Box box{at_x, top, side, side};
            const Ui::Target state = ui.target(NodeRole::Button, button_id, words, box, off);
            ui.fill(box, state.down ? ui.theme.pine_tint : ui.theme.card, 12);
            ui.outline(box, off ? ui.theme.line : ui.theme.edge, 12, 1.5f);
            ui.icon(icon, at_x + side / 2 - 12, top + side / 2 - 12, 24, off ? Ink::Soft : Ink::Pine);
            ui.focus_ring(button_id, box, 12);
            if (state.pressed) typed(ui.number(std::clamp(to, limits.min, limits.max), 3));
        };
        const double step = limits.step;
        const std::string unit_words = unit.empty() ? std::string() : ui.t("unit." + unit + ".pick");
        round_button(".less", "minus", ui.t("app.one_less", {{"what", label()}}), left,
                     std::ceil(now / step - 1e-9) * step - step, now <= limits.min + 1e-9);
        ui.x = left + side + gap;
        ui.width = field_w;
        FieldOptions options;
        options.kind = limits.decimals > 0 ? FieldKind::Decimal : FieldKind::Integer;
        options.error = error();
        options.description = unit_words;
        options.max_length = 12;
        options.centred = true;
        // The error stands below the whole row, not below the narrow field.
        const std::string problem = options.error;
        options.error.clear();
        if (ui.field(id(), label(), text, options)) typed(text);
        ui.semantics.last().error = problem;
        const float below = ui.y;
        round_button(".more", "plus", ui.t("app.one_more", {{"what", label()}}), left + side + gap + field_w + gap,
                     std::floor(now / step + 1e-9) * step + step, now >= limits.max - 1e-9);
        ui.x = left;
        ui.width = whole;
        ui.y = std::max(below, top + side);
        trouble();
        if (units.size() > 1) {
            ui.space(10);
            std::vector<Ui::ChipItem> items;
            for (const Unit* one : units) items.push_back({one->id, ui.t("unit." + one->id + ".pick"), "", one->id == unit});
            const int touched = folding_chips(id() + ".unit", ui.t("app.unit"), items, false, 6, 5);
            if (touched >= 0) ui.push(UnitPicked{run.id, item.id, items[static_cast<size_t>(touched)].id});
        } else if (units.size() == 1) {
            ui.space(4);
            ui.text(id() + ".unit", ui.t("unit." + units.front()->id + ".pick"), Type::Small, Ink::Soft);
        }
        const Unit* chosen = model.catalog->unit(unit);
        if (chosen && given && chosen->counts_as != chosen->id && chosen->factor != 1 && chosen->ml_item.empty()) {
            ui.space(6);
            ui.text(
                id() + ".counts",
                ui.t("app.counts_as", {{"amount", amount_words(*ui.texts, chosen->counts_as, given->value * chosen->factor)}}),
                Type::Small, Ink::Soft);
        }
    }

    void operator()(const TextFormat& format) const {
        question();
        const auto* given = answer<TextAnswer>();
        std::string text = draft() ? draft()->text : given ? given->text : std::string();
        FieldOptions options;
        options.kind = format.long_text ? FieldKind::Lines : FieldKind::Text;
        options.placeholder = optional_text(".placeholder");
        options.error = error();
        options.description = optional_text(".help");
        options.max_length = format.max_characters;
        if (ui.field(id(), label(), text, options)) typed(text);
    }

    void operator()(const ListFormat& format) const {
        question();
        const auto* given = answer<ManyAnswer>();
        const int filled = given ? static_cast<int>(given->values.size()) : 0;
        // One empty line is always ready, as long as there is room for it.
        const bool last_empty = filled > 0 && given->values.back().empty();
        const int lines = std::min(format.max_lines, filled + (last_empty ? 0 : 1));
        for (int i = 0; i < lines; ++i) {
            std::string text = i < filled ? given->values[static_cast<size_t>(i)] : std::string();
            const std::string line_id = id() + "." + std::to_string(i);
            const float left = ui.x, whole = ui.width, top = ui.y;
            const bool removable = i < filled;
            ui.width = whole - (removable ? 56 : 0);
            FieldOptions options;
            options.max_length = format.max_characters;
            options.placeholder = i == 0 ? optional_text(".placeholder") : std::string();
            if (ui.field(line_id, label() + " " + std::to_string(i + 1), text, options)) typed(text, i);
            ui.width = whole;
            if (removable) {
                const Box box{left + whole - 48, top + 2, 48, 48};
                const Ui::Target bin = ui.target(NodeRole::Button, line_id + ".remove",
                                                 ui.t("app.remove_line", {{"n", std::to_string(i + 1)}}), box);
                if (bin.hover || bin.down) ui.fill(box, ui.theme.plum_tint, 12);
                ui.icon("x", box.x + 13, box.y + 13, 22, Ink::Soft);
                ui.focus_ring(line_id + ".remove", box, 12);
                if (bin.pressed) ui.push(LineRemoved{run.id, item.id, i});
            }
            ui.space(8);
        }
        trouble();
    }

    void date_or_time(FieldKind kind, std::string text) const {
        question();
        FieldOptions options;
        options.kind = kind;
        options.error = error();
        options.w = 220 * std::min(ui.scale, 1.5f);
        if (kind == FieldKind::Date) {
            const auto* format = std::get_if<DayFormat>(&item.format);
            if (format && !format->future) options.max_text = to_text(model.today());
            options.min_text = "1900-01-01";
        }
        if (ui.field(id(), label(), text, options)) typed(text);
    }
    void operator()(const DayFormat& format) const {
        const auto* given = answer<DayAnswer>();
        date_or_time(FieldKind::Date, draft() ? draft()->text : given ? to_text(given->day) : std::string());
        if (format.future) return;
        ui.space(8);
        const Day today = model.today();
        std::vector<Ui::ChipItem> items{{"today", capital(ui.t("app.today")), "", given && given->day == today},
                                        {"yesterday", capital(ui.t("app.yesterday")), "", given && given->day == today - 1}};
        const int touched = ui.chips(id() + ".near", ui.t("app.near_days"), items, false);
        if (touched >= 0) change(DayAnswer{today - touched});
    }
    void operator()(const TimeFormat&) const {
        const auto* given = answer<TimeAnswer>();
        date_or_time(FieldKind::Time, draft() ? draft()->text : given ? clock_text(given->time) : std::string());
    }

    void operator()(const YesNoFormat&) const {
        question();
        const auto* given = answer<YesNoAnswer>();
        const int touched = ui.chips(
            id(), label(), {{"yes", ui.t("app.yes"), "", given && given->yes}, {"no", ui.t("app.no"), "", given && !given->yes}},
            false, error());
        if (touched >= 0) change(YesNoAnswer{touched == 0});
    }

    void operator()(const ReviewFormat& format) const {
        ui.open(NodeRole::Region, id(), label());
        Ui::CardLook look = ui.card_look();
        look.fill = look.line = ui.theme.sun_tint;
        ui.card(look, [&] {
            ui.heading(id() + ".label", label(), 2, Type::Strong);
            bool any = false;
            Answers shown;  // what was answered and does not show any more is not what they say now
            for (const Item* one : shown_items(activity, for_conditions(activity, run.answers, model.journal.settings)))
                if (const Answer* given = find(run.answers, one->id)) shown.emplace(one->id, *given);
            for (const AnswerLine& line : answer_lines(model, activity, shown, model.today())) {
                if (std::find(format.items.begin(), format.items.end(), line.item) == format.items.end()) continue;
                any = true;
                ui.space(10);
                ui.text(id() + "." + line.item + ".question", line.question, Type::Small, Ink::Soft);
                ui.marks = false;
                ui.text(id() + "." + line.item, line.answer);
                ui.marks = true;
            }
            if (any) return;
            ui.space(4);
            ui.text(id() + ".empty", ui.t("app.review.empty"), Type::Body, Ink::Soft);
        });
        ui.close();
    }

    void operator()(const NoteFormat& format) const {
        ui.open(NodeRole::Region, id(), label());
        Ui::CardLook look = ui.card_look();
        look.fill = format.safety ? ui.theme.plum_tint : ui.theme.sky_tint;
        look.line = format.safety ? ui.theme.plum : ui.theme.sky;
        ui.card(look, [&] {
            ui.icon(format.safety ? "life-buoy" : "info", ui.x, ui.y + 1, 24, format.safety ? Ink::Plum : Ink::Sky);
            ui.x += 34;
            ui.width -= 34;
            ui.heading(id() + ".label", label(), 2, Type::Strong);
            ui.x -= 34;
            ui.width += 34;
            ui.space(6);
            ui.paragraphs(id() + ".body", ui.t(activity.key(item.id + ".help")), 8);
            if (format.safety && ui.button(id() + ".help_now", ui.t("app.help"), ButtonLook::Help, "life-buoy"))
                ui.push(RouteOpened{Route{Screen::Help, {}, {}}});
        });
        ui.close();
    }
};

}  // namespace

void draw_run(const Model& model, Ui& ui) {
    const auto found = model.journal.runs.find(model.route().id);
    const Activity* activity = found == model.journal.runs.end() ? nullptr : model.catalog->activity(found->second.activity);
    if (!activity) return;
    const Run& run = found->second;
    const Texts& texts = *ui.texts;
    const auto steps = shown_steps(*activity, for_conditions(*activity, run.answers, model.journal.settings));
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

    for (const Item* item : shown_items(step, for_conditions(*activity, run.answers, model.journal.settings))) {
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
    const bool keep_now = last || activity->kind == ActivityKind::Diary;
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
    if (!(run.touched == run.started) && run.replaces.empty()) {
        if (ui.button("run.discard", texts.get("app.run.discard"), ButtonLook::Quiet, "trash-2")) ui.push(DiscardAsked{true});
    } else if (!run.replaces.empty() && ui.button("run.discard", texts.get("app.run.keep_old"), ButtonLook::Quiet, "undo-2")) {
        ui.push(RunDiscarded{run.id});
    }
}

}  // namespace koers
