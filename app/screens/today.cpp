// Vandaag: log in two taps, the week beside the own goal, go on with what was left.
#include <algorithm>

#include "app/screens/screens.h"
#include "app/screens/words.h"
#include "core/insight/lapse.h"
#include "core/insight/library.h"
#include "core/sorted.h"

namespace koers {

std::string week_sentence(const Model& model, const Series& series) {
    const Texts& texts = model.catalog->texts;
    const int none = series.days_none(), used = series.days_used(), unfilled = series.days_unfilled();
    if (none + used == 0) return texts.get("app.week.empty");
    std::string words = "**" + amount_words(texts, series.unit, series.total()) + "**";
    if (none) words += ", " + texts.plural("app.week.none", none, std::to_string(none));
    words += ".";
    if (unfilled) words += " " + capital(texts.plural("app.week.unfilled", unfilled, std::to_string(unfilled)));
    if (series.other_units())
        words += " " + texts.plural("app.week.other_units", series.other_units(), std::to_string(series.other_units()));
    return words;
}

static void draw_week(const Model& model, Ui& ui, const Followed& followed) {
    const Texts& texts = *ui.texts;
    const Day today = model.today(), monday = start_of_week(today);
    // Days to come are no empty days: the week is counted up to today.
    const Series whole = use_series(*model.catalog, model.journal, followed.id, {monday, monday + 6});
    const Series so_far =
        use_series(*model.catalog, model.journal, followed.id, {std::max(monday, began(model.journal, today)), today});
    const auto goal = goal_for(*model.catalog, model.journal, followed.id);
    const std::string id = "today.week." + followed.id;
    const std::string name = substance_label(*model.catalog, model.journal.settings, followed.id);
    const std::string title = texts.get("app.week.title", {{"what", name}});
    ui.open(NodeRole::Region, id, title);
    ui.card([&] {
        const std::string beside = goal ? goal_short(model, *goal) : "";
        const float beside_w = beside.empty() ? 0 : ui.text_width(beside, Type::Small) + 8;
        const bool one_line = ui.text_width(title, Type::Title) + beside_w < ui.width;
        const float top = ui.y, left = ui.x, whole_w = ui.width;
        if (one_line) ui.width -= beside_w;
        ui.heading(id + ".title", title, 2, Type::Title);
        ui.width = whole_w;
        if (!beside.empty()) {
            if (one_line) {
                const float after = ui.y;
                ui.x = left + whole_w - beside_w;
                ui.width = beside_w;
                ui.y = top + 4;
                ui.text(id + ".goal", beside, Type::Small, Ink::Soft, Align::Right);
                ui.x = left;
                ui.width = whole_w;
                ui.y = after;
            } else {
                ui.text(id + ".goal", beside, Type::Small, Ink::Soft);
            }
        }
        ui.space(14);
        draw_bars(model, ui, id + ".bars", whole, goal, whole.highest() > 0 ? 128.f : 56.f, false);
        ui.space(10);
        ui.text(id + ".words", week_sentence(model, so_far));
        if (goal) {
            const GoalWeek week = week_beside(*goal, so_far, today);
            if (week.left_this_week && *week.left_this_week >= 0)
                ui.text(id + ".left",
                        texts.get("app.week.left", {{"amount", amount_words(texts, whole.unit, *week.left_this_week)}}),
                        Type::Body, Ink::Soft);
            else if (week.left_this_week)
                ui.text(id + ".over",
                        texts.get("app.week.over", {{"amount", amount_words(texts, whole.unit, -*week.left_this_week)}}),
                        Type::Body, Ink::Soft);
        }
        const DayTotal& now = so_far.days.back();
        ui.space(12);
        if (now.state == DayState::Unfilled && model.may_write()) {
            const std::string words = texts.get("app.none.today");
            if (ui.button(id + ".none", words, ButtonLook::Secondary, "leaf")) ui.push(NothingLogged{today, {followed.id}});
        } else {
            ui.text(id + ".today", texts.get("app.today.is", {{"amount", day_total_words(texts, so_far, now)}}), Type::Body,
                    Ink::Soft);
        }
        if (!goal) {
            ui.space(8);
            if (ui.button(id + ".set_goal", texts.get("app.goal.set"), ButtonLook::Quiet, "target")) {
                Answers answers;
                answers.emplace("substance", ChoiceAnswer{followed.id});
                ui.push(ActivityOpened{"goal", answers});
            }
        }
    });
    ui.close();
    ui.space(12);
}

// A day after using again: looking back is offered, never asked for.
static void draw_look_back(const Model& model, Ui& ui) {
    const auto day =
        model.may_write() || model.demo ? day_to_look_back_on(*model.catalog, model.journal, model.now) : std::nullopt;
    if (!day || !model.catalog->activity("lapse_analysis") || unfinished(model.journal, "lapse_analysis")) return;
    ui.card([&] {
        ui.heading("today.look_back", ui.t("app.lapse.title"), 2, Type::Title);
        ui.space(4);
        ui.text("today.look_back.body", ui.t("app.lapse.body", {{"day", day_words(*ui.texts, *day, model.today())}}));
        ui.space(10);
        if (ui.button("today.look_back.open", ui.t("app.lapse.open"), ButtonLook::Secondary, "search"))
            ui.go(Screen::Activity, "lapse_analysis");
    });
    ui.space(12);
}

static void draw_unfinished(const Model& model, Ui& ui) {
    std::vector<const Run*> runs;
    for (const auto& [id, run] : model.journal.runs)
        if (model.catalog->activity(run.activity)) runs.push_back(&run);
    if (runs.empty()) return;
    put_in_order(runs, [](const Run* a, const Run* b) { return a->touched.ms > b->touched.ms; });
    const Texts& texts = *ui.texts;
    ui.card([&] {
        ui.heading("today.unfinished.title", texts.get("app.unfinished.title"), 2, Type::Title);
        ui.space(4);
        for (size_t i = 0; i < runs.size() && i < 3; ++i) {
            const Run& run = *runs[i];
            const Activity& activity = *model.catalog->activity(run.activity);
            const std::string id = "today.unfinished." + run.id;
            const std::string below =
                texts.get("app.unfinished.from", {{"when", moment_words(texts, run.touched, day_of(model.now))}});
            const float left = ui.x, whole = ui.width;
            ui.width -= 56;
            const float top = ui.y;
            if (ui.row(id, texts.get(activity.key("title")), below, activity.icon)) ui.push(RunOpened{run.id});
            ui.width = whole;
            const Box box{left + whole - 48, top + (ui.y - top - 48) / 2, 48, 48};
            const Ui::Target bin =
                ui.target(NodeRole::Button, id + ".discard",
                          texts.get("app.unfinished.discard", {{"what", texts.get(activity.key("title"))}}), box);
            if (bin.hover || bin.down) ui.fill(box, ui.theme.plum_tint, 12);
            ui.icon("trash-2", box.x + 13, box.y + 13, 22, Ink::Soft);
            ui.focus_ring(id + ".discard", box, 12);
            if (bin.pressed) ui.push(RunDiscarded{run.id});
        }
    });
    ui.space(12);
}

void draw_today(const Model& model, Ui& ui) {
    const Texts& texts = *ui.texts;
    const Settings& settings = model.journal.settings;
    ui.text("today.greeting", texts.get(model.journal.entries.empty() ? "app.today.greeting.first" : "app.today.greeting"),
            Type::Body, Ink::Soft);
    ui.space(12);

    struct Tile {
        const char* activity;
        const char* icon;
        Colour tint;
        Ink ink;
    };
    std::vector<Tile> tiles;
    if (settings.role != Role::Other || !settings.followed.empty()) {
        tiles.push_back({"use", "glass-water", ui.theme.pine_tint, Ink::Pine});
        tiles.push_back({"urge", "waves", ui.theme.sun_tint, Ink::Sun});
    }
    tiles.push_back({"day", "smile", ui.theme.sky_tint, Ink::Sky});
    ui.open(NodeRole::Group, "today.log", texts.get("app.today.log"));
    const bool stacked =
        ui.width / static_cast<float>(tiles.size()) < ui.text_width(texts.get("activity.day.short"), Type::Strong) + 16;
    const auto draw_tile = [&](const Tile& tile) {
        if (ui.tile(std::string("today.log.") + tile.activity, texts.get(std::string("activity.") + tile.activity + ".short"),
                    tile.icon, tile.tint, tile.ink)) {
            // Nothing to follow yet: first say what it is about.
            if (std::string_view(tile.activity) == "use" && settings.followed.empty())
                ui.go(Screen::Follow);
            else
                ui.push(ActivityOpened{tile.activity, {}});
        }
    };
    if (stacked) {
        for (const Tile& tile : tiles) {
            draw_tile(tile);
            ui.space(8);
        }
    } else {
        ui.side_by_side(std::vector<float>(tiles.size(), 1.f), ui.phone() ? 10 : 16, [&](size_t i) { draw_tile(tiles[i]); });
        ui.space(12);
    }
    ui.close();

    draw_unfinished(model, ui);
    draw_taken_card(model, ui);
    draw_look_back(model, ui);

    // Several things followed and none filled in today: one tap for all.
    std::vector<std::string> open;
    for (const Followed& followed : settings.followed)
        if (use_series(*model.catalog, model.journal, followed.id, {model.today(), model.today()}).days.front().state ==
            DayState::Unfilled)
            open.push_back(followed.id);
    if (open.size() > 1 && model.may_write()) {
        if (ui.button("today.none_of_all", texts.get("app.none.all"), ButtonLook::Secondary, "leaf"))
            ui.push(NothingLogged{model.today(), open});
        ui.space(12);
    }
    for (const Followed& followed : settings.followed) draw_week(model, ui, followed);

    if (settings.followed.empty() && settings.role != Role::Other) {
        ui.card([&] {
            ui.heading("today.nothing.title", texts.get("app.nothing_followed.title"), 2, Type::Title);
            ui.space(4);
            ui.text("today.nothing.body", texts.get("app.nothing_followed.body"));
            ui.space(12);
            if (ui.button("today.nothing.choose", texts.get("app.nothing_followed.choose"))) ui.go(Screen::Follow);
        });
        ui.space(12);
    }
    if (settings.role == Role::Other) {
        ui.card([&] {
            ui.heading("today.other.title", texts.get("app.other.title"), 2, Type::Title);
            ui.space(4);
            ui.text("today.other.body", texts.get("app.other.body"));
        });
        ui.space(12);
    }

    // The quiet line on how safe the data are.
    if (!model.demo) {
        const Store& store = model.store;
        const char* key = store.saving == SaveState::Failed                       ? "app.safe.failed"
                          : store.saving == SaveState::Saving                     ? "app.safe.saving"
                          : store.volatile_ || store.state == StoreState::Refused ? "app.safe.volatile"
                          : store.persisted                                       ? "app.safe.persisted"
                                                                                  : "app.safe.saved";
        const float left = ui.x, whole = ui.width;
        ui.icon(store.saving == SaveState::Failed ? "triangle-alert" : "shield-check", ui.x, ui.y + 1, 20, Ink::Soft);
        ui.x += 28;
        ui.width -= 28;
        ui.text("today.safe", texts.get(key), Type::Small, Ink::Soft);
        ui.x = left;
        ui.width = whole;
    }
}

}  // namespace koers
