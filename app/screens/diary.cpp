// Dagboek: day by day, as a list, a calendar or a chart.
#include <algorithm>

#include "app/screens/screens.h"
#include "app/screens/words.h"

namespace koers {

void draw_entry_row(const Model& model, Ui& ui, std::string_view prefix, const Entry& entry) {
    const EntryWords words = entry_words(model, entry);
    const Ink ink = entry.activity == "urge" ? Ink::Sun : entry.activity == "day" ? Ink::Sky : Ink::Pine;
    ui.marks = false;
    if (ui.row(std::string(prefix) + "." + entry.id, words.title, words.below, words.icon, ink)) ui.go(Screen::Entry, entry.id);
    ui.marks = true;
}

// Under what was noted today: nothing today in one tap, or something more.
static void draw_add_buttons(const Model& model, Ui& ui, const std::string& id) {
    const Texts& texts = *ui.texts;
    const Day today = model.today();
    const std::vector<Followed>& followed = model.journal.settings.followed;
    std::vector<std::string> unfilled, names;
    for (const Followed& one : followed)
        if (use_series(*model.catalog, model.journal, one.id, {today, today}).days.front().state == DayState::Unfilled) {
            unfilled.push_back(one.id);
            names.push_back(substance_label(*model.catalog, model.journal.settings, one.id));
        }
    if (!unfilled.empty()) {
        // With several followed and not all of them open still, it says which.
        const std::string words = unfilled.size() < followed.size()
                                      ? texts.get("app.none.today_of", {{"what", joined(texts, names)}})
                                      : texts.get("app.none.today");
        if (ui.button(id + ".none", words, ButtonLook::Secondary, "leaf")) ui.push(NothingLogged{today, unfilled});
        ui.space(8);
    }
    if (ui.button(id + ".add", texts.get("app.day.add"), ButtonLook::Quiet, "plus")) ui.go(Screen::Day, {}, today);
}

static void draw_list(const Model& model, Ui& ui) {
    const Texts& texts = *ui.texts;
    const Day today = model.today();
    const std::vector<const Entry*> all = model.journal.current();
    const Day oldest = all.empty() ? today : std::min(all.front()->day, today);
    const int span = std::min(model.diary.shown_days, today - oldest + 1);
    // A clock that ran ahead, or a journey west: what stands on a day to come is shown all the same.
    const int ahead = all.empty() ? 0 : std::max(0, all.back()->day - today);
    // Long gaps are told in one line, not as a wall of empty days.
    int gap = 0;
    Day gap_last{};
    const auto tell_gap = [&](Day first) {
        if (!gap) return;
        const std::string id = "diary.gap." + to_text(first);
        const std::string words =
            gap == 1
                ? texts.get("app.gap.one", {{"day", day_words(texts, first, today)}})
                : texts.get("app.gap.other",
                            {{"n", std::to_string(gap)}, {"from", day_short(texts, first)}, {"to", day_short(texts, gap_last)}});
        if (gap == 1) {
            if (ui.row(id, words, "", "circle-dot", Ink::Soft)) ui.go(Screen::Day, {}, first);
        } else {
            ui.text(id, words, Type::Body, Ink::Soft);
        }
        ui.space(16);
        gap = 0;
    };
    for (int back = -ahead; back < std::max(span, 1); ++back) {
        const Day day = today - back;
        const std::vector<const Entry*> entries = model.journal.current_on(day);
        if (entries.empty() && day > today) continue;
        if (entries.empty() && day != today) {
            if (!gap) gap_last = day;
            ++gap;
            if (back + 1 == span) tell_gap(day);
            continue;
        }
        tell_gap(day + 1);
        const std::string id = "diary.day." + to_text(day);
        ui.open(NodeRole::Region, id, day_words(texts, day, today));
        ui.heading(id + ".title", capital(day_words(texts, day, today)), 2, Type::Title);
        ui.space(8);
        ui.card([&] {
            if (entries.empty()) {
                ui.text(id + ".empty", texts.get("app.day.empty"), Type::Body, Ink::Soft);
                ui.space(8);
            }
            for (size_t i = entries.size(); i-- > 0;) {
                draw_entry_row(model, ui, "diary.entry", *entries[i]);
                if (i) ui.fill({ui.x, ui.y, ui.width, 1}, ui.theme.line);
            }
            if (day == today && model.may_write()) {
                ui.space(8);
                draw_add_buttons(model, ui, id);
            }
        });
        ui.close();
        ui.space(20);
    }
    if (oldest < today - (model.diary.shown_days - 1)) {
        if (ui.button("diary.more", texts.get("app.diary.more"), ButtonLook::Secondary, "chevron-down")) ui.push(MoreDaysAsked{});
        ui.space(8);
    }
    if (all.empty()) ui.text("diary.first", texts.get("app.diary.first"), Type::Body, Ink::Soft);
}

void draw_calendar(const Model& model, Ui& ui) {
    const Texts& texts = *ui.texts;
    const Day today = model.today();
    const Day first = start_of_month(model.diary.anchored ? model.diary.anchor : today);
    const int days = days_in_month(first), lead = weekday(first);
    const std::vector<const Entry*> all = model.journal.current();
    ui.card([&] {
        const float left = ui.x, whole = ui.width, top = ui.y;
        const auto arrow = [&](const char* id, const char* icon, const std::string& words, float at_x, int by) {
            const Box box{at_x, top, 48, 48};
            const Ui::Target state = ui.target(NodeRole::Button, id, words, box);
            if (state.hover || state.down) ui.fill(box, ui.theme.pine_tint, 12);
            ui.icon(icon, at_x + 12, top + 12, 24, Ink::Pine);
            ui.focus_ring(id, box, 12);
            if (state.pressed) ui.push(DiaryMoved{by});
        };
        arrow("calendar.earlier", "chevron-left", texts.get("app.calendar.earlier"), left - 8, -1);
        ui.x = left + 44;
        ui.width = whole - 88;
        ui.y = top + (48 - ui.line_of(Type::Strong)) / 2;
        ui.heading("calendar.month", capital(month_words(texts, first)), 2, Type::Strong);
        if (first < start_of_month(today))
            arrow("calendar.later", "chevron-right", texts.get("app.calendar.later"), left + whole - 40, 1);
        ui.x = left;
        ui.width = whole;
        ui.y = top + 56;
        // Seven days of a finger's width: on the narrowest screens they stand a little out of the card.
        const float each = std::max(whole, std::min(7 * 44.f, ui.view.w)) / 7,
                    cell = std::max(48.f, ui.line_of(Type::Small) + 26);
        const float monday = left - (each * 7 - whole) / 2;
        for (int i = 0; i < 7; ++i)
            ui.mark(texts.get("app.weekday.short." + std::to_string(i)), Type::Small, Ink::Soft,
                    monday + each * static_cast<float>(i), ui.y, each, Align::Centre);
        ui.y += ui.line_of(Type::Small) + 4;
        const float grid = ui.y;
        ui.open(NodeRole::Group, "calendar.days", capital(month_words(texts, first)));
        for (int i = 0; i < days; ++i) {
            const Day day = first + i;
            const int slot = lead + i;
            const Box touched{monday + each * static_cast<float>(slot % 7), grid + (cell + 4) * static_cast<float>(slot / 7),
                              each, cell};
            const Box box{touched.x + 2, touched.y, touched.w - 4, touched.h};
            int entries = 0, uses = 0, urges = 0;
            bool none = false, used = false;
            for (const Entry* entry : all) {
                if (entry->day != day) continue;
                ++entries;
                if (entry->activity == "urge") ++urges;
                if (entry->activity == "use") {
                    ++uses;
                    const auto* amount = find_as<NumberAnswer>(entry->answers, "amount");
                    (amount && amount->value == 0 ? none : used) = true;
                }
            }
            std::vector<std::string> parts;
            if (used)
                parts.push_back(texts.get("app.calendar.used"));
            else if (none)
                parts.push_back(texts.get("app.calendar.none"));
            if (urges) parts.push_back(texts.plural("app.calendar.urges", urges, std::to_string(urges)));
            if (entries > uses + urges) parts.push_back(texts.get("app.calendar.day"));
            const bool future = day > today && !entries;
            if (!entries) parts.push_back(texts.get(future ? "app.calendar.to_come" : "app.day.unfilled"));
            const std::string id = "calendar." + to_text(day);
            // The gaps between days belong to them for a finger.
            const Box finger{box.x - 2, box.y - 2, each, cell + 4};
            const Ui::Target state = ui.target(
                NodeRole::Button, id, capital(day_words(texts, day, today)) + ": " + joined(texts, parts), finger, future);
            if (day == today) ui.outline(box, ui.theme.pine, 10, 2);
            if (state.down || state.hover) ui.fill(box, ui.theme.pine_tint, 10);
            const Type type = day == today ? Type::SmallStrong : Type::Small;
            ui.mark(std::to_string(civil(day).day), type, future ? Ink::Soft : Ink::Normal, box.x, box.y + 3, box.w,
                    Align::Centre);
            const float mark_y = box.y + box.h - 12, middle = box.x + box.w / 2;
            float mark_x = middle - (urges && (used || none) ? 7.f : 0.f);
            // Shapes as well as colours: a filled square, a leaf, a ring.
            if (used)
                ui.fill({mark_x - 5, mark_y - 5, 10, 10}, ui.theme.pine, 3), mark_x += 14;
            else if (none)
                ui.icon("leaf", mark_x - 8, mark_y - 9, 16, Ink::Pine), mark_x += 14;
            if (urges && ui.on_screen(box))
                ui.list().AddCircle(ui.at(mark_x, mark_y), 5, ui.paint(ui.theme.sun), 16, 2.5f), mark_x += 14;
            if (!used && !none && !urges && entries) ui.fill({middle - 6, mark_y - 1.5f, 12, 3}, ui.theme.sky, 1.5f);
            ui.focus_ring(id, box, 10);
            if (state.pressed) ui.go(Screen::Day, {}, day);
        }
        ui.close();
        ui.y = grid + (cell + 4) * static_cast<float>((lead + days + 6) / 7) + 8;
        // What the shapes mean.
        const auto legend = [&](const char* id, const std::string& words, Call<void(float, float)> mark) {
            const float row = ui.y + ui.line_of(Type::Small) / 2;
            mark(ui.x + 10, row);
            ui.x += 28;
            ui.width -= 28;
            ui.text(std::string("calendar.legend.") + id, words, Type::Small, Ink::Soft);
            ui.x -= 28;
            ui.width += 28;
        };
        legend("used", texts.get("app.calendar.used"), [&](float mx, float my) {
            ui.fill({mx - 5, my - 5, 10, 10}, ui.theme.pine, 3);
        });
        legend("none", texts.get("app.calendar.none"),
               [&](float mx, float my) { ui.icon("leaf", mx - 8, my - 9, 16, Ink::Pine); });
        legend("urge", texts.get("app.calendar.urge"),
               [&](float mx, float my) { ui.list().AddCircle(ui.at(mx, my), 5, ui.paint(ui.theme.sun), 16, 2.5f); });
        legend("day", texts.get("app.calendar.day"), [&](float mx, float my) {
            ui.fill({mx - 6, my - 1.5f, 12, 3}, ui.theme.sky, 1.5f);
        });
    });
}

void draw_diary(const Model& model, Ui& ui) {
    const Texts& texts = *ui.texts;
    const DiaryView view = model.diary.view;
    const std::vector<Ui::ChipItem> views{{"list", texts.get("app.diary.list"), "list", view == DiaryView::List},
                                          {"calendar", texts.get("app.diary.calendar"), "calendar", view == DiaryView::Calendar},
                                          {"chart", texts.get("app.diary.chart"), "chart-column", view == DiaryView::Chart}};
    const int touched = ui.chips("diary.view", texts.get("app.diary.view"), views, false);
    if (touched >= 0) ui.push(DiaryViewChosen{static_cast<DiaryView>(touched)});
    ui.space(16);
    if (view == DiaryView::List)
        draw_list(model, ui);
    else if (view == DiaryView::Calendar)
        draw_calendar(model, ui);
    else
        draw_chart(model, ui);
}

}  // namespace koers
