// What stands around every screen: the bar with Hulp nu and the places, with room for the banners, the notice and the question (over.cpp).
#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>

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
                            {Screen::Discover, "discover", "compass"},
                            {Screen::Plan, "plan", "map"},
                            {Screen::More, "more", "ellipsis"}};

bool is_place(Screen screen) {
    return std::any_of(std::begin(places), std::end(places), [&](const Place& place) { return place.screen == screen; });
}

// The place that the screen belongs to; Hulp nu belongs to none.
std::optional<Screen> current_place(const Model& model) {
    if (model.route().screen == Screen::Help) return std::nullopt;
    for (auto route = model.routes.rbegin(); route != model.routes.rend(); ++route)
        if (is_place(route->screen)) return route->screen;
    return Screen::Today;
}

bool inside(const Model& model) { return model.demo || model.journal.settings.started || !model.journal.entries.empty(); }

// Every screen, in the order of the enum: how it is drawn, and the text that stands in the bar; null where it depends on what is on it.
struct Drawn {
    Screen screen;
    void (*draw)(const Model&, Ui&);
    const char* title;
};
constexpr Drawn screens[] = {{Screen::Welcome, draw_welcome, nullptr},
                             {Screen::Youth, draw_youth, nullptr},
                             {Screen::Today, draw_today, nullptr},
                             {Screen::Diary, draw_diary, "app.place.diary"},
                             {Screen::Discover, draw_discover, "app.discover.title"},
                             {Screen::Plan, draw_plan, "app.place.plan"},
                             {Screen::More, draw_more, "app.place.more"},
                             {Screen::Help, draw_help, nullptr},
                             {Screen::Activity, draw_activity, nullptr},
                             {Screen::Run, draw_run, nullptr},
                             {Screen::Day, draw_day, nullptr},
                             {Screen::Entry, draw_entry, nullptr},
                             {Screen::Paper, draw_paper, "app.paper.title"},
                             {Screen::Invited, draw_invited, "app.invite.title"},
                             {Screen::Taken, draw_taken, "app.taken.title"},
                             {Screen::Professional, draw_professional, "app.pro.title"},
                             {Screen::Maker, draw_maker, "app.link.title"},
                             {Screen::Link, draw_link, "app.link.title"},
                             {Screen::Handout, draw_handout, "app.link.handout"},
                             {Screen::Summary, draw_summary, "app.summary.title"},
                             {Screen::Reading, draw_reading, "app.read.title"},
                             {Screen::Data, draw_data, "app.data.title"},
                             {Screen::Look, draw_look, "app.look.title"},
                             {Screen::Follow, draw_follow, "app.follow.title"},
                             {Screen::About, draw_about, "about.title"},
                             {Screen::Recovery, draw_recovery, nullptr}};
constexpr bool in_order() {
    for (size_t i = 0; i < std::size(screens); ++i)
        if (static_cast<size_t>(screens[i].screen) != i) return false;
    return std::size(screens) == static_cast<size_t>(Screen::Recovery) + 1;
}
static_assert(in_order());
const Drawn& drawn(const Model& model) { return screens[static_cast<size_t>(model.route().screen)]; }

std::string bar_title(const Model& model) {
    const Texts& texts = model.catalog->texts;
    if (drawn(model).title) return texts.get(drawn(model).title);
    const std::string& id = model.route().id;
    const Activity* activity = nullptr;
    const char* otherwise = "";  // when what is on the screen is not there, or no longer
    switch (model.route().screen) {
        case Screen::Today:
            return day_title(texts, model.today());
        case Screen::Day:
            return capital(day_words(texts, model.route().day, model.today()));
        case Screen::Help: {
            const std::string door = id == "urge" ? "wave" : id;
            return texts.get(door.empty() ? "help.title" : door == "numbers" ? "help.door.numbers" : "help." + door + ".title");
        }
        case Screen::Activity:
            activity = model.catalog->activity(id);
            otherwise = "app.discover.title";
            break;
        case Screen::Entry:
            if (const Entry* entry = model.journal.find(id)) activity = model.catalog->activity(entry->activity);
            otherwise = "app.entry.title";
            break;
        case Screen::Run:
            if (const auto run = model.journal.runs.find(id); run != model.journal.runs.end())
                activity = model.catalog->activity(run->second.activity);
            break;
        default:
            break;
    }
    if (activity) return texts.get(activity->key("title"));
    return *otherwise ? texts.get(otherwise) : "Koers";
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

// Room for the button that reads the screen aloud, where it is wanted and there is a voice to do it.
float aloud_width(const Model& model) { return model.voice && model.journal.settings.read_aloud ? 52.f : 0.f; }

void draw_top_bar(const Model& model, Ui& ui, const Frame& frame) {
    const bool can_go_back = !is_place(model.route().screen) && (model.routes.size() > 1 || model.welcome.step > 0);
    const bool help = model.route().screen != Screen::Help;
    const float help_w = help ? ui.small_button_width(ui.t("app.help"), true) : 0;
    const float aloud_w = aloud_width(model);
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
    const float room = frame.column_x + frame.column_w - left - help_w - aloud_w - 12;
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
    if (aloud_w > 0) {
        const Box box{frame.column_x + frame.column_w - help_w - 52, mid - 24, 48, 48};
        const Ui::Target state = ui.target(NodeRole::Toggle, "bar.aloud", ui.t("app.aloud"), box);
        ui.semantics.last().has_on = true;
        ui.semantics.last().on = model.speaking;
        if (state.down || state.hover) ui.fill(state.box, ui.theme.pine_tint, 12);
        ui.icon(model.speaking ? "square" : "volume-2", box.x + 12, box.y + 12, 24, Ink::Pine);
        ui.focus_ring("bar.aloud", box, 12);
        if (state.pressed) ui.push(ReadAloudPressed{});
    }
    if (help) {
        const float h = std::max(48.f, ui.line_of(Type::Strong) + 20);
        if (ui.small_button("bar.help", ui.t("app.help"), ButtonLook::Help, "life-buoy", frame.column_x + frame.column_w - help_w,
                            mid - h / 2))
            ui.go(Screen::Help);
    }
}

void draw_places(const Model& model, Ui& ui, const Frame& frame, float w, float h) {
    const std::optional<Screen> current = current_place(model);
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

}  // namespace

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
    const float bar_room = frame.column_w - back_w - ui.small_button_width(ui.t("app.help"), true) - aloud_width(model) - 12;
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
    drawn(model).draw(model, ui);
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
        const float high = draw_notice(model, ui, frame.column_x + (frame.column_w - wide) / 2, ui.view.h - bottom - 12, wide);
        ui.y += high + 12;
        shown.pad_bottom += high + 12;
    }
    if (model.confirm_erase || model.confirm_discard) {
        planes.SetCurrentChannel(&ui.list(), 2);
        draw_question(model, ui);
        shown.modal = "question";
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
