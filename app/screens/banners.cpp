// What stands above every screen when something is the matter with the data, or waits to be decided.
#include <algorithm>
#include <iterator>

#include "app/screens/screens.h"

namespace koers {

namespace {

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

}  // namespace

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
                        const auto retry = [&] {
                            if (ui.button(id + ".retry", texts.get("app.retry"), ButtonLook::Primary, "rotate-ccw"))
                                ui.push(RetryPressed{});
                        };
                        // Beside each other where the words of both stay on a line.
                        const float half = (ui.width - 8) / 2;
                        if (std::max(ui.small_button_width(texts.get("app.retry"), true),
                                     ui.small_button_width(texts.get("app.download"), true)) <= half) {
                            ui.side_by_side({1, 1}, 8, [&](size_t i) { i == 0 ? retry() : download(id); });
                        } else {
                            retry();
                            ui.space(8);
                            download(id);
                        }
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
    // A new release is a new start: not where something is held that lies nowhere yet.
    constexpr Screen holding[] = {Screen::Run,     Screen::Invited, Screen::Maker,   Screen::Link,
                                  Screen::Handout, Screen::Summary, Screen::Reading, Screen::Help};
    const bool held = model.invite.link != LinkState::None || !model.summary.words.empty() ||
                      std::find(std::begin(holding), std::end(holding), model.route().screen) != std::end(holding);
    if (model.update_waiting && !held)
        draw_banner(
            ui, {"update", "download", Ink::Sky, ui.theme.sky_tint, texts.get("app.update.title"), texts.get("app.update.body")},
            [&](const std::string& id) {
                ui.space(12);
                if (ui.button(id + ".switch", texts.get("app.update.switch"), ButtonLook::Secondary)) ui.push(UpdateAccepted{});
            });
}

}  // namespace koers
