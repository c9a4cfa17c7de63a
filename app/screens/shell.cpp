// What stands around every screen: the bar with Hulp nu, the places, the state of saving, the notice, the question before something is lost.
#include <algorithm>
#include <cmath>

#include "app/screens/screens.h"
#include "app/screens/words.h"

namespace koers {

namespace {

struct Place {
    Screen screen;
    const char* id;
    const char* icon;
};
constexpr Place places[] = {{Screen::Today, "today", "sun"},
                            {Screen::Diary, "diary", "notebook-pen"},
                            {Screen::Plan, "plan", "map"},
                            {Screen::More, "more", "ellipsis"}};

bool is_place(Screen screen) {
    return std::any_of(std::begin(places), std::end(places), [&](const Place& place) { return place.screen == screen; });
}

Screen current_place(const Model& model) {
    for (auto route = model.routes.rbegin(); route != model.routes.rend(); ++route)
        if (is_place(route->screen)) return route->screen;
    return Screen::Today;
}

bool inside(const Model& model) { return model.demo || model.journal.settings.started || !model.journal.entries.empty(); }

std::string bar_title(const Model& model) {
    const Texts& texts = model.catalog->texts;
    switch (model.route().screen) {
        case Screen::Welcome:
        case Screen::Youth:
        case Screen::Recovery:
            return "Koers";
        case Screen::Today:
            return day_title(texts, model.today());
        case Screen::Diary:
            return texts.get("app.place.diary");
        case Screen::Plan:
            return texts.get("app.place.plan");
        case Screen::More:
            return texts.get("app.place.more");
        case Screen::Help:
            return texts.get("help.title");
        case Screen::Day:
            return capital(day_words(texts, model.route().day, model.today()));
        case Screen::Data:
            return texts.get("app.data.title");
        case Screen::Look:
            return texts.get("app.look.title");
        case Screen::Follow:
            return texts.get("app.follow.title");
        case Screen::About:
            return texts.get("about.title");
        case Screen::Entry: {
            const Entry* entry = model.journal.find(model.route().id);
            const Activity* activity = entry ? model.catalog->activity(entry->activity) : nullptr;
            return activity ? texts.get(activity->key("title")) : texts.get("app.entry.title");
        }
        case Screen::Run: {
            const auto run = model.journal.runs.find(model.route().id);
            const Activity* activity = run == model.journal.runs.end() ? nullptr : model.catalog->activity(run->second.activity);
            return activity ? texts.get(activity->key("title")) : std::string("Koers");
        }
    }
    return "Koers";
}

// Screens whose own first words are the heading: the bar then only says where one is.
bool heads_itself(Screen screen) {
    return screen == Screen::Run || screen == Screen::Welcome || screen == Screen::Youth || screen == Screen::Recovery;
}

struct Frame {
    bool rail = false, fixed = false, title_in_page = false, title_fits = true;
    float column_x = 0, column_w = 0, top_h = 0, bottom_h = 0, rail_w = 0;
};

float bar_scale(const Ui& ui) { return std::min(ui.scale, 1.3f); }

void draw_top_bar(const Model& model, Ui& ui, const Frame& frame) {
    const bool can_go_back = !is_place(model.route().screen) && (model.routes.size() > 1 || model.welcome.step > 0);
    const bool help = model.route().screen != Screen::Help;
    const float help_w = help ? ui.small_button_width(ui.t("app.help"), true) : 0;
    float left = frame.column_x;
    const float mid = frame.top_h / 2;
    if (can_go_back) {
        const std::string& words = ui.t("app.back");
        const bool roomy = ui.view.w >= 760;
        const float wide = roomy ? ui.small_button_width(words, true) : 48;
        const Ui::Target back = ui.target(NodeRole::Button, "bar.back", words, {left - 8, mid - 24, wide, 48});
        if (back.down || back.hover) ui.fill(back.box, ui.theme.pine_tint, 12);
        ui.icon("arrow-left", left + 4, mid - 12, 24, Ink::Normal);
        if (roomy) ui.draw_text(words, Type::Strong, Ink::Normal, left + 36, mid - ui.line_of(Type::Strong) / 2, wide);
        ui.focus_ring("bar.back", back.box, 12);
        if (back.pressed) ui.push(BackPressed{});
        left += wide;
    }
    const float room = frame.column_x + frame.column_w - left - help_w - 12;
    if (frame.title_fits) {
        ui.x = left;
        ui.width = room;
        const std::string title = bar_title(model);
        const bool headed = heads_itself(model.route().screen);
        const Type type = headed ? Type::Strong : Type::Heading;
        ui.y = mid - ui.text_height(title, type, room) / 2;
        if (headed)
            ui.text("bar.title", title, type);
        else
            ui.heading("title", title, 1, type);
    }
    if (help) {
        const float h = std::max(48.f, ui.line_of(Type::Strong) + 20);
        if (ui.small_button("bar.help", ui.t("app.help"), ButtonLook::Help, "life-buoy", frame.column_x + frame.column_w - help_w,
                            mid - h / 2))
            ui.push(RouteOpened{Route{Screen::Help, {}, {}}});
    }
}

void draw_places(const Model& model, Ui& ui, const Frame& frame, float w, float h) {
    const Screen current = current_place(model);
    const float own_scale = ui.scale;
    ui.scale = bar_scale(ui);
    const float each = frame.rail ? 64 * ui.scale : w / std::size(places);
    for (size_t i = 0; i < std::size(places); ++i) {
        const Place& place = places[i];
        const bool on = place.screen == current;
        const std::string id = std::string("place.") + place.id;
        const std::string& words = ui.t("app.place." + std::string(place.id));
        const Box box = frame.rail ? Box{12, static_cast<float>(i) * (each + 4) + 16, w - 24, each}
                                   : Box{static_cast<float>(i) * each, 0, each, h};
        const Ui::Target state = ui.target(NodeRole::Button, id, words, box);
        Node& node = ui.semantics.last();
        node.has_on = true;
        node.on = on;
        const Ink ink = on ? Ink::Pine : Ink::Soft;
        const Type type = on ? Type::SmallStrong : Type::Small;
        if (frame.rail) {
            if (on || state.hover || state.down) ui.fill(box, ui.theme.pine_tint, 12);
            ui.icon(place.icon, box.x + 16, box.y + box.h / 2 - 12, 24, ink);
            ui.draw_text(words, on ? Type::Strong : Type::Body, on ? Ink::Pine : Ink::Normal, box.x + 54,
                         box.y + (box.h - ui.line_of(Type::Body)) / 2, box.w - 60);
            ui.focus_ring(id, box, 12);
        } else {
            const float middle = box.x + box.w / 2;
            if (on || state.down || state.hover) ui.fill({middle - 30, 8, 60, 34}, ui.theme.pine_tint, 17);
            ui.icon(place.icon, middle - 12, 13, 24, ink);
            ui.draw_text(words, type, ink, box.x, 44, box.w, Align::Centre);
            ui.focus_ring(id, {box.x + 6, box.y + 6, box.w - 12, box.h - 12}, 12);
        }
        if (state.pressed) ui.push(PlaceChosen{place.screen});
    }
    ui.scale = own_scale;
}

// A card that tells how the data are, with what can be done about it.
struct Banner {
    const char* id;
    const char* icon;
    Ink ink;
    Colour tint;
    std::string title, body;
};
template <class Buttons>
void draw_banner(Ui& ui, const Banner& banner, Buttons buttons) {
    Ui::CardLook look = ui.card_look();
    look.fill = banner.tint;
    look.line = ui.ink_colour(banner.ink);
    const std::string id = std::string("banner.") + banner.id;
    ui.open(NodeRole::Region, id, banner.title);
    ui.card(look, [&] {
        const float left = ui.x, whole = ui.width;
        ui.icon(banner.icon, ui.x, ui.y + 1, 22, banner.ink);
        ui.x += 34;
        ui.width -= 34;
        ui.text(id + ".title", banner.title, Type::Strong);
        if (!banner.body.empty()) {
            ui.space(4);
            ui.text(id + ".body", banner.body);
        }
        ui.x = left;
        ui.width = whole;
        buttons(id);
    });
    ui.close();
    ui.space(12);
}

void draw_banners(const Model& model, Ui& ui) {
    const Texts& texts = *ui.texts;
    const Store& store = model.store;
    const auto download = [&](const std::string& id) {
        if (ui.button(id + ".download", texts.get("app.download"), ButtonLook::Secondary, "download")) ui.push(ExportAsked{});
    };
    if (model.demo) {
        draw_banner(ui, {"demo", "eye", Ink::Sky, ui.theme.sky_tint, texts.get("app.demo.title"), texts.get("app.demo.body")},
                    [&](const std::string& id) {
                        ui.space(12);
                        if (ui.button(id + ".stop", texts.get("app.demo.stop"), ButtonLook::Secondary)) ui.push(DemoStopped{});
                    });
        return;
    }
    if (store.saving == SaveState::Failed) {
        const char* why = store.problem == SaveProblem::Full        ? "app.unsaved.full"
                          : store.problem == SaveProblem::Elsewhere ? "app.unsaved.elsewhere"
                                                                    : "app.unsaved.other";
        draw_banner(ui,
                    {"unsaved", "triangle-alert", Ink::Plum, ui.theme.plum_tint, texts.get("app.unsaved.title"), texts.get(why)},
                    [&](const std::string& id) {
                        ui.space(12);
                        ui.side_by_side({1, 1}, 8, [&](size_t i) {
                            if (i == 0) {
                                if (ui.button(id + ".retry", texts.get("app.retry"), ButtonLook::Primary, "rotate-ccw"))
                                    ui.push(RetryPressed{});
                            } else {
                                download(id);
                            }
                        });
                    });
    }
    if (store.state == StoreState::Newer)
        draw_banner(ui,
                    {"newer", "triangle-alert", Ink::Sun, ui.theme.sun_tint, texts.get("app.store.newer.title"),
                     texts.get("app.store.newer.body")},
                    [&](const std::string& id) {
                        ui.space(12);
                        download(id);
                    });
    else if (store.state == StoreState::Refused || (store.volatile_ && store.state == StoreState::Ready))
        draw_banner(ui,
                    {"volatile", "cloud-off", Ink::Sun, ui.theme.sun_tint, texts.get("app.store.volatile.title"),
                     texts.get(store.expected ? "app.store.volatile.expected" : "app.store.volatile.body")},
                    [&](const std::string& id) {
                        if (model.journal.entries.empty()) return;
                        ui.space(12);
                        download(id);
                    });
    else if (!store.writer)
        draw_banner(ui,
                    {"reading", "eye", Ink::Sky, ui.theme.sky_tint, texts.get("app.store.reading.title"),
                     texts.get("app.store.reading.body")},
                    [&](const std::string& id) {
                        ui.space(12);
                        if (ui.button(id + ".take", texts.get("app.store.reading.take"), ButtonLook::Primary, "pencil"))
                            ui.push(TakeOverPressed{});
                    });
    if (!store.damaged.empty()) {
        std::string names;
        for (const std::string& id : store.damaged) names += (names.empty() ? "" : ", ") + id;
        draw_banner(ui,
                    {"damaged", "triangle-alert", Ink::Sun, ui.theme.sun_tint, texts.get("app.store.damaged.title"),
                     texts.get("app.store.damaged.body", {{"pages", names}})},
                    [&](const std::string& id) {
                        ui.space(12);
                        download(id);
                    });
    }
    if (model.update_waiting && model.route().screen != Screen::Run)
        draw_banner(
            ui, {"update", "download", Ink::Sky, ui.theme.sky_tint, texts.get("app.update.title"), texts.get("app.update.body")},
            [&](const std::string& id) {
                ui.space(12);
                if (ui.button(id + ".switch", texts.get("app.update.switch"), ButtonLook::Secondary)) ui.push(UpdateAccepted{});
            });
}

// The buttons of a notice stand beside each other, without their icons where that helps, else one below the other.
struct NoticeFoot {
    bool undo = false, details = false, icons = true, stacked = false;
    float row = 0;  // the height of a button
    float height() const { return (undo || details ? row + 12 : 0) + (stacked ? row + 8 : 0); }
};
NoticeFoot notice_foot(const Model& model, Ui& ui, float w) {
    NoticeFoot foot;
    foot.undo = model.notice->undoable;
    foot.details = !model.notice->entry.empty();
    const std::string &undo = ui.t("app.undo"), &details = ui.t("app.details");
    const auto both = [&](bool icons) { return ui.small_button_width(undo, icons) + 8 + ui.small_button_width(details, icons); };
    if (foot.undo && foot.details && both(true) > w - 32) {
        foot.icons = false;
        foot.stacked = both(false) > w - 32;
    }
    const float icon_space = foot.icons ? 20 * std::min(ui.scale, 1.4f) + 10 : 0;
    for (const std::string* words : {&undo, &details})
        foot.row = std::max(
            foot.row,
            ui.text_height(*words, Type::Strong, std::min(w - 32, ui.small_button_width(*words, foot.icons)) - 24 - icon_space) +
                20);
    foot.row = std::max(foot.row, 48.f);
    return foot;
}

constexpr float notice_side = 76;  // beside the words: 16 before them, the cross after

float notice_height(const Model& model, Ui& ui, float w) {
    return std::max(ui.text_height(notice_words(model), Type::Body, w - notice_side) + 24, 56.f) +
           notice_foot(model, ui, w).height() + 4;
}

void draw_notice(const Model& model, Ui& ui, Box box) {
    ui.open_layer(NodeRole::Region, "notice", ui.t("app.notice"), "bottom", box);
    ui.fill({0, 0, box.w, box.h}, ui.theme.ink, 16);
    // On the notice's own dark ground the pen's inks are turned round.
    const Theme own = ui.theme;
    ui.theme.ink = own.paper;
    ui.theme.card = own.ink;
    ui.theme.pine_tint = own.ink;
    ui.theme.edge = own.paper;
    ui.theme.focus = own.paper;
    ui.x = 16;
    ui.y = 14;
    ui.width = box.w - notice_side;
    ui.text("notice.text", notice_words(model));
    const Ui::Target close = ui.target(NodeRole::Button, "notice.close", ui.t("app.close"), {box.w - 52, 4, 48, 48});
    ui.icon("x", box.w - 40, 16, 24, Ink::Normal);
    ui.focus_ring("notice.close", {box.w - 48, 8, 40, 40}, 10);
    if (close.pressed) ui.push(NoticeClosed{});
    const NoticeFoot foot = notice_foot(model, ui, box.w);
    ui.width = box.w - 32;
    ui.y = std::max(ui.y + 8, 56.f);
    const float row = ui.y;
    float at_x = 16;
    if (foot.undo) {
        ui.x = at_x;
        if (ui.small_button("notice.undo", ui.t("app.undo"), ButtonLook::Secondary, foot.icons ? "undo-2" : ""))
            ui.push(UndoPressed{});
        at_x += ui.small_button_width(ui.t("app.undo"), foot.icons) + 8;
    }
    if (foot.details) {
        ui.x = foot.stacked ? 16 : at_x;
        ui.y = foot.stacked ? ui.y + 8 : row;
        if (ui.small_button("notice.details", ui.t("app.details"), ButtonLook::Secondary, foot.icons ? "pencil" : ""))
            ui.push(EntryEdited{model.notice->entry});
    }
    ui.theme = own;
    ui.close_layer();
}

void draw_question(const Model& model, Ui& ui, Shown& shown) {
    const bool erase = model.confirm_erase;
    const char* key = erase ? "app.erase" : "app.discard";
    const std::string title = ui.t(std::string(key) + ".title"), body = ui.t(std::string(key) + ".body");
    ui.open_layer(NodeRole::Dialog, "question", title, "modal", {0, 0, ui.view.w, ui.view.h});
    ui.list().AddRectFilled({0, 0}, {ui.view.w, ui.view.h}, ui.paint(ui.theme.scrim, 0.6f));
    const float wide = std::min(440.f, ui.view.w - 32);
    const float needed =
        ui.text_height(title, Type::Title, wide - 40) + ui.text_height(body, Type::Body, wide - 40) + 2 * 60 + 80;
    ui.x = (ui.view.w - wide) / 2;
    ui.width = wide;
    ui.y = std::max(16.f, (ui.view.h - needed) / 2);
    ui.card([&] {
        ui.heading("question.title", title, 2, Type::Title);
        ui.space(8);
        ui.text("question.body", body);
        ui.space(20);
        if (ui.button("question.no", ui.t(std::string(key) + ".no"), ButtonLook::Primary)) ui.push(BackPressed{});
        ui.space(8);
        if (ui.button("question.yes", ui.t(std::string(key) + ".yes"), ButtonLook::Danger, "trash-2")) {
            if (erase)
                ui.push(EraseConfirmed{});
            else
                ui.push(RunDiscarded{model.route().id});
        }
    });
    if (ui.take("question", "close")) ui.push(BackPressed{});
    ui.close_layer();
    shown.modal = "question";
}

void draw_screen(const Model& model, Ui& ui) {
    switch (model.route().screen) {
        case Screen::Welcome:
            return draw_welcome(model, ui);
        case Screen::Youth:
            return draw_youth(model, ui);
        case Screen::Today:
            return draw_today(model, ui);
        case Screen::Diary:
            return draw_diary(model, ui);
        case Screen::Plan:
            return draw_plan(model, ui);
        case Screen::More:
            return draw_more(model, ui);
        case Screen::Help:
            return draw_help(model, ui);
        case Screen::Run:
            return draw_run(model, ui);
        case Screen::Day:
            return draw_day(model, ui);
        case Screen::Entry:
            return draw_entry(model, ui);
        case Screen::Data:
            return draw_data(model, ui);
        case Screen::Look:
            return draw_look(model, ui);
        case Screen::Follow:
            return draw_follow(model, ui);
        case Screen::About:
            return draw_about(model, ui);
        case Screen::Recovery:
            return draw_recovery(model, ui);
    }
}

}  // namespace

std::string notice_words(const Model& model) {
    if (!model.notice) return {};
    std::string text = model.catalog->texts.get(model.notice->text_key);
    for (const auto& [name, value] : model.notice->variables) {
        const std::string placeholder = "{" + name + "}";
        if (const size_t found = text.find(placeholder); found != std::string::npos)
            text.replace(found, placeholder.size(), value);
    }
    return text;
}

Shown draw_app(const Model& model, Ui& ui) {
    Shown shown;
    Frame frame;
    const bool places_shown = inside(model) && model.route().screen != Screen::Run && model.route().screen != Screen::Welcome &&
                              model.route().screen != Screen::Recovery;
    frame.rail = places_shown && ui.view.w >= 940;
    frame.rail_w = frame.rail ? 208 * bar_scale(ui) : 0;
    const float margin = ui.view.w < 360 ? 12 : ui.view.w < 760 ? 16 : 24;
    frame.column_w = std::min(720.f, ui.view.w - frame.rail_w - 2 * margin);
    frame.column_x = frame.rail_w + (ui.view.w - frame.rail_w - frame.column_w) / 2;
    // A title that does not fit on the bar's one line stands in the page; where the page has its own, the bar says nothing.
    const float back_w = is_place(model.route().screen) ? 0
                         : ui.view.w >= 760             ? ui.small_button_width(ui.t("app.back"), true)
                                                        : 48;
    const float bar_room = frame.column_w - back_w - ui.small_button_width(ui.t("app.help"), true) - 12;
    const bool headed = heads_itself(model.route().screen);
    frame.title_fits = ui.text_width(bar_title(model), headed ? Type::Strong : Type::Heading) <= bar_room;
    frame.title_in_page = !headed && !frame.title_fits;
    frame.top_h = std::max(64.f, ui.line_of(Type::Strong) + 40);
    frame.bottom_h = places_shown && !frame.rail ? 50 + ui.line_of(Type::Small) / ui.scale * bar_scale(ui) : 0;
    // On a low screen (a phone on its side, 400 % zoom) fixed bars would leave no room to read: then they stand in the page.
    frame.fixed = ui.view.h >= 440 && frame.top_h + frame.bottom_h < ui.view.h * 0.35f;

    ImDrawListSplitter planes;
    planes.Split(&ui.list(), 3);  // page, bars, question

    // --- the bar on top: first in reading order
    planes.SetCurrentChannel(&ui.list(), 1);
    if (frame.fixed) {
        ui.open_layer(NodeRole::Banner, "bar", "", "top", {0, 0, ui.view.w, frame.top_h});
        ui.fill({0, 0, ui.view.w, frame.top_h}, ui.theme.paper);
        if (ui.page_scroll > 4) ui.fill({frame.rail_w, frame.top_h - 1, ui.view.w - frame.rail_w, 1}, ui.theme.line);
        draw_top_bar(model, ui, frame);
        ui.close_layer();
    } else {
        planes.SetCurrentChannel(&ui.list(), 0);
        ui.open(NodeRole::Banner, "bar");
        draw_top_bar(model, ui, frame);
        ui.close();
        planes.SetCurrentChannel(&ui.list(), 1);
    }
    if (frame.rail) {
        ui.open_layer(NodeRole::Navigation, "places", ui.t("app.places"), "rail", {0, 0, frame.rail_w, ui.view.h});
        ui.fill({0, 0, frame.rail_w, ui.view.h}, ui.theme.card);
        ui.fill({frame.rail_w - 1, 0, 1, ui.view.h}, ui.theme.line);
        draw_places(model, ui, frame, frame.rail_w, ui.view.h);
        ui.close_layer();
    }

    // --- the page
    planes.SetCurrentChannel(&ui.list(), 0);
    ui.x = frame.column_x;
    ui.width = frame.column_w;
    ui.y = frame.top_h + (ui.phone() ? 4 : 12);
    ui.open(NodeRole::Main, "main");
    if (frame.title_in_page) {
        ui.heading("title", bar_title(model), 1, Type::Heading);
        ui.space(12);
    }
    draw_banners(model, ui);
    draw_screen(model, ui);
    ui.close();
    ui.space(24);

    // --- the places on a phone
    if (frame.bottom_h > 0) {
        const float top = frame.fixed ? ui.view.h - frame.bottom_h : std::max(ui.y, ui.view.h - frame.bottom_h);
        if (frame.fixed) {
            planes.SetCurrentChannel(&ui.list(), 1);
            ui.open_layer(NodeRole::Navigation, "places", ui.t("app.places"), "bottom", {0, top, ui.view.w, frame.bottom_h});
            ui.fill({0, 0, ui.view.w, frame.bottom_h}, ui.theme.card);
            ui.fill({0, 0, ui.view.w, 1}, ui.theme.line);
            draw_places(model, ui, frame, ui.view.w, frame.bottom_h);
            ui.close_layer();
            ui.y += frame.bottom_h;
        } else {
            // In the page: drawn as a layer would be, a little further down.
            ui.open(NodeRole::Navigation, "places", ui.t("app.places"));
            const float own_scale = ui.scale;
            ui.scale = bar_scale(ui);
            float at_x = frame.column_x;
            const float each = frame.column_w / std::size(places);
            for (const Place& place : places) {
                ui.x = at_x;
                ui.width = each - 6;
                const float row_y = ui.y;
                const std::string id = std::string("place.") + place.id;
                const Ui::Target state =
                    ui.target(NodeRole::Button, id, ui.t("app.place." + std::string(place.id)), {ui.x, row_y, ui.width, 64});
                ui.semantics.last().has_on = true;
                ui.semantics.last().on = place.screen == current_place(model);
                const Ink ink = ui.semantics.last().on ? Ink::Pine : Ink::Soft;
                ui.icon(place.icon, ui.x + ui.width / 2 - 12, row_y + 6, 24, ink);
                ui.draw_text(ui.t("app.place." + std::string(place.id)), Type::Small, ink, ui.x - 3, row_y + 34, ui.width + 6,
                             Align::Centre);
                ui.focus_ring(id, state.box, 12);
                if (state.pressed) ui.push(PlaceChosen{place.screen});
                at_x += each;
            }
            ui.scale = own_scale;
            ui.y += 72;
            ui.close();
        }
    }

    if (model.notice) {
        planes.SetCurrentChannel(&ui.list(), 1);
        const float wide = std::min(frame.column_w, 560.f), bottom = frame.fixed ? frame.bottom_h : 0;
        // Very large letters on a very small screen: a notice does not cover all there is.
        const float own_scale = ui.scale;
        if (notice_height(model, ui, wide) > ui.view.h * 0.6f) ui.scale = bar_scale(ui);
        const float high = notice_height(model, ui, wide);
        draw_notice(model, ui, {frame.column_x + (frame.column_w - wide) / 2, ui.view.h - bottom - high - 12, wide, high});
        ui.scale = own_scale;
        ui.y += high + 12;
        shown.pad_bottom += high + 12;
    }
    if (model.confirm_erase || model.confirm_discard) {
        planes.SetCurrentChannel(&ui.list(), 2);
        draw_question(model, ui, shown);
    }
    planes.Merge(&ui.list());
    shown.height = ui.y;
    if (frame.fixed) {
        shown.pad_top = frame.top_h + 8;
        shown.pad_bottom += frame.bottom_h + 8;
    }
    return shown;
}

}  // namespace koers
