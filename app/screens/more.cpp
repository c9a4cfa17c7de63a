// Meer: my data, how it looks, what I follow, about. And the screen for a journal that should be here and is not.
#include "app/screens/screens.h"
#include "app/screens/words.h"

namespace koers {

void draw_more(const Model& model, Ui& ui) {
    const auto place = [&](const char* id, const char* icon, Screen screen, Ink ink) {
        const std::string key = std::string("app.more.") + id;
        ui.card([&] {
            ui.y -= 8;
            if (ui.row(std::string("more.") + id, ui.t(key), ui.t(key + ".help"), icon, ink)) ui.go(screen);
            ui.y -= 8;
        });
        ui.space(10);
    };
    place("follow", "target", Screen::Follow, Ink::Pine);
    place("look", "type", Screen::Look, Ink::Sky);
    place("data", "shield-check", Screen::Data, Ink::Pine);
    place("summary", "file-text", Screen::Summary, Ink::Pine);
    place("pro", "users", Screen::Professional, Ink::Sky);
    place("about", "info", Screen::About, Ink::Sun);
    (void)model;
}

void draw_look(const Model& model, Ui& ui) {
    const Settings& settings = model.journal.settings;
    const auto part = [&](const std::string& id, const std::string& title, auto inside) {
        ui.card([&] {
            ui.heading(id, title, 2, Type::Strong);
            ui.space(10);
            inside();
        });
        ui.space(12);
    };
    part("look.language.title", ui.t("about.language"), [&] { language_chips(model, ui, "look.language"); });
    part("look.theme.title", ui.t("app.look.theme"), [&] {
        static constexpr const char* themes[] = {"system", "light", "dark", "contrast"};
        static constexpr const char* icons[] = {"sun-medium", "sun", "moon", "contrast"};
        std::vector<Ui::ChipItem> items;
        for (int i = 0; i < 4; ++i)
            items.push_back(
                {themes[i], ui.t(std::string("app.look.theme.") + themes[i]), icons[i], static_cast<int>(settings.theme) == i});
        const int touched = ui.chips("look.theme", ui.t("app.look.theme"), items, false);
        if (touched >= 0) ui.push(ThemeChosen{static_cast<ThemeChoice>(touched)});
    });
    part("look.size.title", ui.t("app.look.size"), [&] {
        std::vector<Ui::ChipItem> items;
        constexpr int sizes[] = {100, 115, 130, 150, 175, 200};
        for (const int size : sizes)
            items.push_back({std::to_string(size), std::to_string(size) + " %", "", settings.text_percent == size});
        const int touched = ui.chips("look.size", ui.t("app.look.size"), items, false);
        if (touched >= 0) ui.push(TextSizeChosen{sizes[touched]});
        ui.space(10);
        ui.text("look.size.example", ui.t("app.look.size.example"));
    });
    // Without a canvas there is nothing to choose: the page is plain already.
    if (model.drawn)
        part("look.face.title", ui.t("app.look.face"), [&] {
            ui.text("look.face.help", ui.t("app.look.face.help"), Type::Small, Ink::Soft);
            ui.space(8);
            const bool text = settings.text_face;
            const int touched = ui.chips(
                "look.face", ui.t("app.look.face"),
                {{"drawn", ui.t("app.look.face.drawn"), "", !text}, {"text", ui.t("app.look.face.text"), "file-text", text}},
                false);
            if (touched >= 0) ui.push(FaceChosen{touched == 1});
        });
    part("look.aloud.title", ui.t("app.look.aloud"), [&] {
        ui.text("look.aloud.help", ui.t(model.voice ? "app.look.aloud.help" : "app.look.aloud.no_voice"), Type::Small, Ink::Soft);
        if (!model.voice) return;
        ui.space(8);
        const bool on = settings.read_aloud;
        const int touched = ui.chips("look.aloud", ui.t("app.look.aloud"),
                                     {{"off", ui.t("app.no"), "", !on}, {"on", ui.t("app.yes"), "volume-2", on}}, false);
        if (touched >= 0) ui.push(ReadAloudChosen{touched == 1});
    });
    part("look.country.title", ui.t("help.country"), [&] {
        ui.text("look.country.help", ui.t("app.country.help"), Type::Small, Ink::Soft);
        ui.space(8);
        country_chips(model, ui, "look.country");
    });
    part("look.day.title", ui.t("app.look.day"), [&] {
        ui.text("look.day.help", ui.t("app.look.day.help"), Type::Small, Ink::Soft);
        ui.space(8);
        std::vector<Ui::ChipItem> items;
        for (int hour = 0; hour <= 6; ++hour)
            items.push_back({std::to_string(hour), clock_text(hour * 60), "", settings.day_starts_at == hour});
        const int touched = ui.chips("look.day", ui.t("app.look.day"), items, false);
        if (touched >= 0) ui.push(DayStartChosen{touched});
    });
}

void draw_follow(const Model& model, Ui& ui) {
    ui.text("follow.lead", ui.t("app.follow.lead"), Type::Body, Ink::Soft);
    ui.space(12);
    ui.card([&] { follow_chips(model, ui, model.journal.settings.followed, false); });
    ui.space(12);
    ui.text("follow.kept", ui.t("app.follow.kept"), Type::Small, Ink::Soft);
    ui.space(16);
    if (ui.button("follow.done", ui.t("app.done"), ButtonLook::Primary, "check")) ui.push(BackPressed{});
}

void draw_data(const Model& model, Ui& ui) {
    const Texts& texts = *ui.texts;
    const Store& store = model.store;
    const auto part = [&](const char* id, const std::string& title, auto inside) {
        ui.card([&] {
            ui.heading(std::string("data.") + id + ".title", title, 2, Type::Strong);
            ui.space(6);
            inside();
        });
        ui.space(12);
    };
    part("where", texts.get("app.data.where"), [&] {
        size_t entries = model.journal.current().size();
        ui.text("data.count", texts.plural("app.data.count", static_cast<double>(entries), std::to_string(entries)));
        ui.space(6);
        const char* key = store.volatile_ || store.state == StoreState::Refused ? "app.data.volatile"
                          : store.persisted                                     ? "app.data.persisted"
                                                                                : "app.data.not_persisted";
        ui.text("data.state", texts.get(key));
        if (!store.persisted && !store.volatile_ && store.state == StoreState::Ready && !model.demo) {
            ui.space(10);
            if (ui.button("data.persist", texts.get("app.data.persist"), ButtonLook::Secondary, "shield-check"))
                ui.push(PersistAsked{});
        }
    });
    part("export", texts.get("app.data.export"), [&] {
        ui.text("data.export.body", texts.get("app.data.export.body"));
        ui.space(10);
        if (ui.button("data.export", texts.get("app.data.export.button"), ButtonLook::Primary, "download"))
            ui.push(ExportAsked{});
    });
    if (model.demo) return;
    part("erase", texts.get("app.data.erase"), [&] {
        ui.text("data.erase.body", texts.get("app.data.erase.body"));
        ui.space(10);
        if (ui.button("data.erase", texts.get("app.data.erase.button"), ButtonLook::Danger, "trash-2")) ui.push(EraseAsked{true});
    });
}

void draw_about(const Model& model, Ui& ui) {
    const auto paragraph = [&](const char* key, Ink ink = Ink::Normal) {
        ui.text(key, ui.t(key), Type::Body, ink);
        ui.space(12);
    };
    paragraph("about.what");
    paragraph("about.not_care");
    if (const Host& host = model.catalog->host; !host.name.empty()) {
        ui.card([&] {
            ui.marks = false;
            ui.heading("about.host", ui.t("about.host", {{"name", host.name}}), 2, Type::Strong);
            if (!host.imprint.empty()) {
                ui.space(4);
                ui.text("about.host.imprint", host.imprint);
            }
            ui.marks = true;
            if (!host.site.empty()) {
                ui.space(8);
                ui.link("about.host.site", host.site, "https://" + host.site, "external-link");
            }
        });
        ui.space(16);
    }
    ui.card([&] {
        ui.heading("about.data.title", ui.t("about.data.title"), 2, Type::Title);
        ui.space(6);
        paragraph("about.data1");
        paragraph("about.data2");
        paragraph("about.data3");
        ui.y -= 12;
    });
    ui.space(16);
    paragraph("about.free");
    ui.heading("about.sources.title", ui.t("about.sources.title"), 2, Type::Title);
    ui.space(6);
    paragraph("about.sources");
    ui.text("about.made_with", ui.t("app.about.made_with"), Type::Small, Ink::Soft);
}

void draw_recovery(const Model& model, Ui& ui) {
    (void)model;
    ui.heading("title", ui.t("app.recovery.title"), 1, Type::Page);
    ui.space(12);
    ui.text("recovery.body", ui.t("app.recovery.body"));
    ui.space(12);
    ui.text("recovery.file", ui.t("app.recovery.file"));
    ui.space(20);
    if (ui.button("recovery.again", ui.t("app.recovery.again"), ButtonLook::Primary, "rotate-ccw")) ui.push(DemoStopped{});
    ui.space(8);
    if (ui.button("recovery.empty", ui.t("app.recovery.empty"), ButtonLook::Secondary)) ui.push(StartedEmpty{});
}

}  // namespace koers
