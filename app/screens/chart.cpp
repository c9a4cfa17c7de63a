// Bars for a week or a month, with the own goal as a line, missing days shown as missing, a sentence and a table.
#include <algorithm>
#include <cmath>

#include "app/screens/screens.h"
#include "app/screens/words.h"

namespace koers {

void draw_bars(const Model& model, Ui& ui, std::string_view id, const Series& series, const std::optional<Goal>& goal,
               float height, bool month) {
    const Texts& texts = *ui.texts;
    const Day today = model.today(), first_day = began(model.journal, today);
    const float top_room = month ? 8 : ui.line_of(Type::SmallStrong) + 2, foot = ui.line_of(Type::Small) + 6;
    const float inner = height - top_room;
    const bool goal_line = goal && goal->per_day && (goal->unit.empty() || goal->unit == series.unit);
    const double top = std::max({series.highest(), goal_line ? *goal->per_day : 0.0, 1.0});
    const auto count = static_cast<float>(series.days.size());
    const float each = ui.width / count, base = ui.y + height;
    const float bar_w = month ? std::max(3.f, each - 3) : std::min(40.f, each - 10);

    std::string words;
    for (const DayTotal& day : series.days) {
        if (day.day > today) break;
        if (day.day < first_day) continue;
        words += (words.empty() ? "" : "; ") + weekday_short(texts, day.day) +
                 (month ? " " + std::to_string(civil(day.day).day) : "") + ": " + day_total_words(texts, series, day);
    }
    Ui::Target figure = ui.target(NodeRole::Image, id, words.empty() ? texts.get("app.week.empty") : words,
                                  {ui.x, ui.y, ui.width, height + foot});
    (void)figure;

    for (size_t i = 0; i < series.days.size(); ++i) {
        const DayTotal& day = series.days[i];
        const float middle = ui.x + each * (static_cast<float>(i) + 0.5f), left = middle - bar_w / 2;
        const bool outside = day.day > today || day.day < first_day;
        if (day.state == DayState::Used) {
            const float bar = std::max(month ? 4.f : 10.f, inner * static_cast<float>(day.amount / top));
            ui.fill({left, base - bar, bar_w, bar}, ui.theme.pine, month ? 2 : 8);
            if (!month) {
                const std::string figure_words = day.amount > 0 ? ui.number(std::round(day.amount * 10) / 10, 1) : "·";
                ui.draw_text(figure_words, Type::SmallStrong, Ink::Normal, middle - each / 2,
                             base - bar - ui.line_of(Type::SmallStrong), each, Align::Centre);
            }
        } else if (day.state == DayState::None) {
            if (month)
                ui.list().AddCircleFilled(ui.at(middle, base - 4), 3, ui.paint(ui.theme.pine), 12);
            else
                ui.icon("leaf", middle - 13, base - 30, 26, Ink::Pine);
        } else if (!outside) {
            // A day that was not filled in: an empty, dashed place.
            if (month) {
                ui.list().AddCircle(ui.at(middle, base - 4), 2.5f, ui.paint(ui.theme.edge), 12, 1);
            } else {
                const float side = std::min(28.f, bar_w);
                const Box box{middle - side / 2, base - side, side, side};
                for (float step = 3; step + 4 < side; step += 7) {
                    const ImU32 colour = ui.paint(ui.theme.edge);
                    ui.list().AddLine(ui.at(box.x + step, box.y), ui.at(box.x + step + 4, box.y), colour, 1.5f);
                    ui.list().AddLine(ui.at(box.x + step, box.bottom()), ui.at(box.x + step + 4, box.bottom()), colour, 1.5f);
                    ui.list().AddLine(ui.at(box.x, box.y + step), ui.at(box.x, box.y + step + 4), colour, 1.5f);
                    ui.list().AddLine(ui.at(box.right(), box.y + step), ui.at(box.right(), box.y + step + 4), colour, 1.5f);
                }
            }
        }
        const bool is_today = day.day == today;
        if (!month) {
            ui.mark(weekday_short(texts, day.day), is_today ? Type::SmallStrong : Type::Small, is_today ? Ink::Normal : Ink::Soft,
                    middle - each / 2, base + 6, each, Align::Centre);
        } else if (const int number = civil(day.day).day; number == 1 || number % 7 == 1) {
            ui.mark(std::to_string(number), Type::Small, Ink::Soft, middle - 20, base + 6, 40, Align::Centre);
        }
    }
    if (goal_line) {
        const float line_y = base - inner * static_cast<float>(*goal->per_day / top);
        // Seen also where it crosses a bar: on a seam of the card's own colour.
        for (const auto& [colour, thick] : {std::pair(ui.theme.card, 6.f), std::pair(ui.theme.sun, 2.f)})
            for (float step = 0; step < ui.width; step += 10)
                ui.list().AddLine(ui.at(ui.x + step, line_y), ui.at(std::min(ui.x + step + 6, ui.x + ui.width), line_y),
                                  ui.paint(colour), thick);
    }
    ui.y = base + foot;
    if (goal_line) {
        ui.list().AddLine(ui.at(ui.x, ui.y + 11), ui.at(ui.x + 6, ui.y + 11), ui.paint(ui.theme.sun), 2);
        ui.list().AddLine(ui.at(ui.x + 10, ui.y + 11), ui.at(ui.x + 16, ui.y + 11), ui.paint(ui.theme.sun), 2);
        const float left = ui.x, whole = ui.width;
        ui.x += 24;
        ui.width -= 24;
        ui.text(std::string(id) + ".line",
                texts.get("app.chart.goal_line", {{"amount", amount_words(texts, series.unit, *goal->per_day)}}), Type::Small,
                Ink::Soft);
        ui.x = left;
        ui.width = whole;
    }
}

static void draw_table(const Model& model, Ui& ui, const Series& series, const std::vector<UrgeDay>& urges) {
    const Texts& texts = *ui.texts;
    const float first = ui.width * 0.42f, second = ui.width * 0.36f, third = ui.width - first - second;
    const auto cells = [&](NodeRole role, const std::string& id, const std::string& a, const std::string& b, const std::string& c,
                           Type type) {
        const float height =
            std::max({ui.text_height(a, type, first - 8), ui.text_height(b, type, second - 8), ui.text_height(c, type, third)}) +
            12;
        const float top = ui.y, left = ui.x, whole = ui.width;
        ui.open(NodeRole::Row, id);
        const auto cell = [&](NodeRole cell_role, const char* suffix, const std::string& words, float at_x, float w) {
            ui.x = at_x;
            ui.width = w;
            ui.y = top + 6;
            ui.text(id + suffix, words, type);
            ui.semantics.last().role = cell_role;
        };
        cell(role == NodeRole::ColumnHead ? NodeRole::ColumnHead : NodeRole::RowHead, ".day", a, left, first - 8);
        cell(role, ".use", b, left + first, second - 8);
        cell(role, ".urge", c, left + first + second, third);
        ui.close();
        ui.x = left;
        ui.width = whole;
        ui.y = top + height;
        ui.fill({left, ui.y - 1, whole, 1}, ui.theme.line);
    };
    ui.open(NodeRole::Table, "diary.table", texts.get("app.chart.table"));
    cells(NodeRole::ColumnHead, "diary.table.head", texts.get("app.chart.day"), texts.get("app.chart.amount"),
          texts.get("app.chart.urge"), Type::SmallStrong);
    for (size_t i = 0; i < series.days.size(); ++i) {
        const DayTotal& day = series.days[i];
        if (day.day > model.today()) break;
        if (day.day < began(model.journal, model.today())) continue;
        const std::string urge = urges[i].strongest ? std::to_string(*urges[i].strongest) : "–";
        cells(NodeRole::Cell, "diary.table." + to_text(day.day), weekday_short(texts, day.day) + " " + day_short(texts, day.day),
              day_total_words(texts, series, day), urge, Type::Small);
    }
    ui.close();
}

// The strongest urge of each day as dots on a line of their own: another shape, another scale.
static void draw_urges(Ui& ui, const std::vector<UrgeDay>& urges) {
    const Texts& texts = *ui.texts;
    int noted = 0, strongest = 0;
    for (const UrgeDay& day : urges) {
        noted += day.entries;
        strongest = std::max(strongest, day.strongest.value_or(0));
    }
    ui.space(20);
    ui.heading("diary.urges.title", texts.get("app.chart.urges"), 3, Type::Strong);
    if (!noted) {
        ui.text("diary.urges.none", texts.get("app.chart.urges.none"), Type::Body, Ink::Soft);
        return;
    }
    ui.space(8);
    const float height = 116 + ui.line_of(Type::Small), base = ui.y + height;
    std::string words;
    for (const UrgeDay& day : urges)
        if (day.strongest)
            words += (words.empty() ? "" : "; ") + weekday_short(texts, day.day) + " " + day_short(texts, day.day) + ": " +
                     std::to_string(*day.strongest);
    ui.target(NodeRole::Image, "diary.urges", words, {ui.x, ui.y, ui.width, height});
    // Where 0, 5 and 10 lie: a dot means something only beside them.
    const auto height_of = [&](int strength) {
        return base - 10 - (height - 30 - ui.line_of(Type::Small)) * static_cast<float>(strength) / 10;
    };
    const float scale_w = ui.text_width("10", Type::Small) + 8;
    const float each = (ui.width - scale_w) / static_cast<float>(urges.size());
    for (const int strength : {0, 5, 10}) {
        const float line_y = height_of(strength);
        ui.fill({ui.x + scale_w, line_y, ui.width - scale_w, 1}, ui.theme.line);
        ui.mark(std::to_string(strength), Type::Small, Ink::Soft, ui.x, line_y - ui.line_of(Type::Small) / 2, scale_w - 6,
                Align::Right);
    }
    ImVec2 before{};
    bool joined_before = false;
    for (size_t i = 0; i < urges.size(); ++i) {
        if (!urges[i].strongest) {
            joined_before = false;
            continue;
        }
        const float middle = ui.x + scale_w + each * (static_cast<float>(i) + 0.5f);
        const ImVec2 dot = ui.at(middle, height_of(*urges[i].strongest));
        if (joined_before) ui.list().AddLine(before, dot, ui.paint(ui.theme.sun), 2);
        ui.list().AddCircleFilled(dot, 6, ui.paint(ui.theme.sun), 16);
        ui.list().AddCircleFilled(dot, 3, ui.paint(ui.theme.card), 16);
        ui.draw_text(std::to_string(*urges[i].strongest), Type::SmallStrong, Ink::Normal, middle - 20,
                     dot.y - ui.at(0, 0).y - 8 - ui.line_of(Type::Small), 40, Align::Centre);
        before = dot;
        joined_before = true;
    }
    ui.y = base + 8;
    ui.text("diary.urges.words", texts.plural("app.chart.urges.words", noted, std::to_string(noted)) + " " +
                                     texts.get("app.chart.urges.strongest", {{"n", std::to_string(strongest)}}));
}

void draw_chart(const Model& model, Ui& ui) {
    const Texts& texts = *ui.texts;
    const DiaryState& diary = model.diary;
    const Settings& settings = model.journal.settings;
    if (settings.followed.empty()) {
        ui.card([&] {
            ui.text("diary.chart.nothing", texts.get("app.nothing_followed.body"));
            ui.space(12);
            if (ui.button("diary.chart.choose", texts.get("app.nothing_followed.choose"))) ui.go(Screen::Follow);
        });
        return;
    }
    const Followed* followed = settings.find(diary.followed);
    if (!followed) followed = &settings.followed.front();
    if (settings.followed.size() > 1) {
        std::vector<Ui::ChipItem> items;
        for (const Followed& one : settings.followed)
            items.push_back({one.id, substance_label(*model.catalog, settings, one.id), "", &one == followed});
        const int touched = ui.chips("diary.what", texts.get("app.chart.what"), items, false);
        if (touched >= 0) ui.push(ChartFollowedChosen{items[static_cast<size_t>(touched)].id});
        ui.space(12);
    }
    const bool month = diary.span == ChartSpan::Month;
    std::vector<Ui::ChipItem> spans{{"week", texts.get("app.chart.week"), "", !month},
                                    {"month", texts.get("app.chart.month"), "", month}};
    const int span = ui.chips("diary.span", texts.get("app.chart.span"), spans, false);
    if (span >= 0) ui.push(ChartSpanChosen{span ? ChartSpan::Month : ChartSpan::Week});
    ui.space(12);

    const Day anchor = diary.anchored ? diary.anchor : model.today();
    const Day first = month ? start_of_month(anchor) : start_of_week(anchor);
    const Day last = month ? first + (days_in_month(first) - 1) : first + 6;
    const Series whole = use_series(*model.catalog, model.journal, followed->id, {first, last});
    const Series so_far = use_series(*model.catalog, model.journal, followed->id,
                                     {std::max(first, began(model.journal, model.today())), std::min(last, model.today())});
    const auto goal = goal_for(*model.catalog, model.journal, followed->id);
    const auto urges = urge_days(model.journal, followed->id, {first, last});
    const std::string name = substance_label(*model.catalog, settings, followed->id);
    ui.card([&] {
        const std::string period =
            month ? capital(month_words(texts, first))
                  : texts.get("app.chart.period", {{"from", day_short(texts, first)}, {"to", day_short(texts, last)}});
        const float left = ui.x, whole_w = ui.width, top = ui.y;
        const auto arrow = [&](const char* id, const char* icon, const std::string& words, float at_x, int by, bool off) {
            const Box box{at_x, top, 48, 48};
            const Ui::Target state = ui.target(NodeRole::Button, id, words, box, off);
            if (state.hover || state.down) ui.fill(box, ui.theme.pine_tint, 12);
            ui.icon(icon, at_x + 12, top + 12, 24, off ? Ink::Soft : Ink::Pine);
            ui.focus_ring(id, box, 12);
            if (state.pressed) ui.push(DiaryMoved{by});
        };
        arrow("diary.earlier", "chevron-left", texts.get("app.chart.earlier"), left - 8, -1, false);
        ui.x = left + 44;
        ui.width = whole_w - 88;
        ui.y = top + (48 - ui.text_height(period, Type::Strong, ui.width)) / 2;
        ui.heading("diary.period", period, 2, Type::Strong);
        ui.semantics.last().box.w = ui.width;
        ui.x = left;
        ui.width = whole_w;
        if (last < model.today())
            arrow("diary.later", "chevron-right", texts.get("app.chart.later"), left + whole_w - 40, 1, false);
        ui.y = std::max(ui.y, top + 48) + 8;
        ui.text("diary.chart.what",
                texts.get("app.chart.title", {{"what", name}, {"unit", texts.get("unit." + whole.unit + ".pick")}}), Type::Small,
                Ink::Soft);
        ui.space(8);
        draw_bars(model, ui, "diary.bars", whole, goal, 150, month);
        ui.space(12);
        ui.text("diary.chart.words", week_sentence(model, so_far));
        draw_urges(ui, urges);
        ui.space(12);
        if (ui.button("diary.table.toggle", texts.get(diary.table ? "app.chart.hide_table" : "app.chart.show_table"),
                      ButtonLook::Secondary, "table"))
            ui.push(TableToggled{});
        ui.semantics.last().has_open = true;
        ui.semantics.last().open = diary.table;
        if (diary.table) {
            ui.space(12);
            draw_table(model, ui, whole, urges);
        }
    });
}

}  // namespace koers
