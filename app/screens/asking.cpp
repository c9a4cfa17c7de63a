// The kinds of questions of a form: choices, scales, numbers, words, days, notes.
#include "app/screens/asking.h"

#include <algorithm>
#include <cmath>

#include "core/journal/kept.h"

namespace koers {

int Asking::folding_chips(const std::string& key, const std::string& name, const std::vector<Ui::ChipItem>& items, bool several,
                          size_t most, size_t first, std::string_view error) const {
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

void Asking::operator()(const ChoiceFormat&) const { choices(false); }

void Asking::operator()(const ChoicesFormat&) const { choices(true); }

void Asking::choices(bool several) const {
    question();
    const auto* many = answer<ManyAnswer>();
    const std::string one = choice_of(run.answers, item.id);
    std::vector<Ui::ChipItem> items;
    for (const Option& option : options_of(model.ask(), activity, item)) {
        const bool on = several ? many && std::find(many->values.begin(), many->values.end(), option.id) != many->values.end()
                                : option.id == one;
        if (!option.offered && !on) continue;
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
        if (ui.small_button(id() + ".clear", ui.t("app.clear"), ButtonLook::Quiet, "x")) ui.push(AnswerCleared{run.id, item.id});
    }
    trouble();
}

void Asking::operator()(const ScaleFormat& format) const {
    question();
    const auto* given = answer<NumberAnswer>();
    int value = given ? static_cast<int>(given->value) : format.two_sided ? 0 : format.min;
    const std::string min_words = ui.t(activity.key(item.id + ".min")), max_words = ui.t(activity.key(item.id + ".max"));
    std::string words = given ? std::to_string(value) : ui.t("app.not_chosen") + ". " + ui.t("app.slide");
    if (format.two_sided) {
        // Between two positions a number says nothing: the place is said in words.
        const std::string place = given ? side_words(*ui.texts, activity, item, value) : "–";
        if (given) words = place;
        ui.draw_text(place, Type::Strong, given ? Ink::Pine : Ink::Soft, ui.x, ui.y, ui.width, Align::Centre);
        ui.y += std::max(ui.text_height(place, Type::Strong, ui.width), 2 * ui.line_of(Type::Strong));
    } else {
        const std::string shown = given ? std::to_string(value) : "–";
        const float height = ui.line_of(Type::Number);
        ui.draw_text(shown, given ? Type::Number : Type::Page, given ? Ink::Pine : Ink::Soft, ui.x,
                     ui.y + (given ? 0 : (height - ui.line_of(Type::Page)) / 2), ui.width, Align::Centre);
        ui.y += height;
        if (given && value == format.min) words += ", " + min_words;
        if (given && value == format.max) words += ", " + max_words;
    }
    if (!given) ui.draw_text(ui.t("app.slide"), Type::Small, Ink::Soft, ui.x, ui.y - 6, ui.width, Align::Centre);
    ui.y += given ? 6.f : ui.line_of(Type::Small);
    if (ui.slider(id(), label(), format.min, format.max, format.step, value, given != nullptr, words, min_words, max_words))
        change(NumberAnswer{static_cast<double>(value), ""});
    if (given && !item.required) {
        ui.space(4);
        if (ui.small_button(id() + ".clear", ui.t("app.clear"), ButtonLook::Quiet, "x")) ui.push(AnswerCleared{run.id, item.id});
    }
    trouble();
}

void Asking::operator()(const NumberFormat&) const {
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
    round_button(".less", "minus", ui.t("app.one_less", {{"what", label()}}), left, std::ceil(now / step - 1e-9) * step - step,
                 now <= limits.min + 1e-9);
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
        ui.text(id() + ".counts",
                ui.t("app.counts_as", {{"amount", amount_words(*ui.texts, chosen->counts_as, given->value * chosen->factor)}}),
                Type::Small, Ink::Soft);
    }
}

void Asking::operator()(const TextFormat& format) const {
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

void Asking::operator()(const ListFormat& format) const {
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
            const Ui::Target bin =
                ui.target(NodeRole::Button, line_id + ".remove", ui.t("app.remove_line", {{"n", std::to_string(i + 1)}}), box);
            if (bin.hover || bin.down) ui.fill(box, ui.theme.plum_tint, 12);
            ui.icon("x", box.x + 13, box.y + 13, 22, Ink::Soft);
            ui.focus_ring(line_id + ".remove", box, 12);
            if (bin.pressed) ui.push(LineRemoved{run.id, item.id, i});
        }
        ui.space(8);
    }
    trouble();
}

void Asking::date_or_time(FieldKind kind, std::string text) const {
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

void Asking::operator()(const DayFormat& format) const {
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

void Asking::operator()(const TimeFormat&) const {
    const auto* given = answer<TimeAnswer>();
    date_or_time(FieldKind::Time, draft() ? draft()->text : given ? clock_text(given->time) : std::string());
}

void Asking::operator()(const YesNoFormat&) const {
    question();
    const auto* given = answer<YesNoAnswer>();
    const int touched = ui.chips(
        id(), label(), {{"yes", ui.t("app.yes"), "", given && given->yes}, {"no", ui.t("app.no"), "", given && !given->yes}},
        false, error());
    if (touched >= 0) change(YesNoAnswer{touched == 0});
}

void Asking::operator()(const ReviewFormat& format) const {
    ui.open(NodeRole::Region, id(), label());
    ui.card(ui.theme.sun_tint, ui.theme.sun_tint, [&] {
        ui.heading(id() + ".label", label(), 2, Type::Strong);
        bool any = false;
        Answers shown;  // what will be kept, and nothing else
        for (const Item* one : items_to_keep(model.ask(), activity, run))
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

void Asking::operator()(const NoteFormat& format) const {
    ui.open(NodeRole::Region, id(), label());
    ui.card(format.safety ? ui.theme.plum_tint : ui.theme.sky_tint, format.safety ? ui.theme.plum : ui.theme.sky, [&] {
        ui.icon(format.safety ? "life-buoy" : "info", ui.x, ui.y + 1, 24, format.safety ? Ink::Plum : Ink::Sky);
        ui.x += 34;
        ui.width -= 34;
        ui.heading(id() + ".label", label(), 2, Type::Strong);
        ui.x -= 34;
        ui.width += 34;
        ui.space(6);
        ui.paragraphs(id() + ".body", ui.t(activity.key(item.id + ".help")), 8);
        if (const std::string source = optional_text(".source"); !source.empty()) {
            ui.space(6);
            ui.text(id() + ".source", source, Type::Small, Ink::Soft);
        }
        if (!format.opens.empty()) {
            const Activity* other = model.catalog->activity(format.opens);
            ui.space(10);
            if (other && ui.button(id() + ".opens", ui.t(other->key("title")), ButtonLook::Secondary, other->icon))
                ui.go(Screen::Activity, other->id);
            ui.space(4);
        }
        if (format.safety) ui.space(6);
        if (format.safety && ui.button(id() + ".help_now", ui.t("app.help"), ButtonLook::Help, "life-buoy")) ui.go(Screen::Help);
    });
    ui.close();
}

}  // namespace koers
