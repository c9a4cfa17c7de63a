// The first visit: three short steps, each can be skipped, nothing is stored before "start". And the page for who is under 18.
#include "app/screens/screens.h"

namespace koers {

void language_chips(const Model& model, Ui& ui, std::string_view id) {
    // What was chosen, also while its words are still on their way.
    const std::string& wanted = model.wished_language();
    const int touched = ui.chips(id, ui.t("about.language"),
                                 {{"nl", "Nederlands", "", wanted == "nl"}, {"en", "English", "", wanted == "en"}}, false);
    if (touched >= 0) ui.push(LanguageChosen{touched == 0 ? "nl" : "en"});
}

void country_chips(const Model& model, Ui& ui, std::string_view id) {
    const std::string country = model.country();
    const int touched = ui.chips(
        id, ui.t("help.country"),
        {{"be", ui.t("help.country.be"), "", country == "be"}, {"nl", ui.t("help.country.nl"), "", country == "nl"}}, false);
    if (touched >= 0) ui.push(CountryChosen{touched == 0 ? "be" : "nl"});
}

void follow_chips(const Model& model, Ui& ui, const std::vector<Followed>& followed, bool welcome) {
    std::vector<Ui::ChipItem> items;
    for (const Substance& substance : model.catalog->substances) {
        if (substance.id == "other") continue;  // own words take its place
        bool on = false;
        for (const Followed& one : followed) on = on || one.id == substance.id;
        items.push_back({substance.id, ui.t("substance." + substance.id), substance.icon, on});
    }
    for (const Followed& one : followed)
        if (!one.name.empty()) items.push_back({one.id, one.name, "circle-ellipsis", true});
    if (!welcome)
        for (const Followed& one : model.journal.settings.unfollowed)
            items.push_back({one.id, one.name, "circle-ellipsis", false});
    const int touched = ui.chips("follow", ui.t("welcome.about.title"), items, true);
    if (touched >= 0) {
        const Ui::ChipItem& chip = items[static_cast<size_t>(touched)];
        if (welcome)
            ui.push(WelcomeFollowed{chip.id, !chip.on});
        else
            ui.push(FollowedChanged{chip.id, !chip.on});
    }
    ui.space(16);
    ui.heading("follow.own.label", ui.t("welcome.about.own"), 2, Type::Strong);
    ui.text("follow.own.help", ui.t("welcome.about.own.help"), Type::Small, Ink::Soft);
    ui.space(8);
    std::string name = model.welcome.own_name;
    FieldOptions options;
    options.max_length = 40;
    if (ui.field("follow.own", ui.t("welcome.about.own"), name, options)) ui.push(WelcomeOwnTyped{name});
    const bool entered = ui.take("follow.own", "enter") != nullptr;
    if (!name.empty()) {
        ui.space(8);
        if (ui.button("follow.own.add", ui.t("app.follow.add", {{"name", name}}), ButtonLook::Secondary, "plus") || entered) {
            if (welcome)
                ui.push(WelcomeOwnAdded{});
            else
                ui.push(OwnFollowedAdded{});
        }
    }
}

static void draw_what(const Model& model, Ui& ui) {
    ui.heading("title", ui.t("welcome.title"), 1, Type::Page);
    ui.space(12);
    ui.text("welcome.what", ui.t("welcome.what"));
    ui.space(16);
    const auto point = [&](const char* id, const char* icon, const std::string& words) {
        const float left = ui.x, whole = ui.width;
        ui.icon(icon, ui.x, ui.y, 24, Ink::Pine);
        ui.x += 40;
        ui.width -= 40;
        ui.text(id, words);
        ui.x = left;
        ui.width = whole;
        ui.space(12);
    };
    ui.card([&] {
        point("welcome.where", "shield-check", ui.t("welcome.where"));
        point("welcome.anonymous", "eye", ui.t("welcome.anonymous"));
        point("welcome.not", "info", ui.t("welcome.not"));
        ui.y -= 12;
    });
    ui.space(20);
    if (ui.button("welcome.next", ui.t("welcome.next"), ButtonLook::Primary, "arrow-right")) ui.push(WelcomeStepped{1});
    ui.space(8);
    if (ui.button("welcome.skip", ui.t("app.welcome.skip_all"), ButtonLook::Quiet, "", !model.may_write()))
        ui.push(WelcomeFinished{});
    ui.space(20);
    ui.text("welcome.language.label", ui.t("about.language"), Type::Small, Ink::Soft);
    ui.space(6);
    language_chips(model, ui, "welcome.language");
    if (model.drawn) {
        ui.space(12);
        const bool text = model.journal.settings.text_face;
        if (ui.small_button("welcome.face", ui.t(text ? "app.face.drawn" : "app.face.text"), ButtonLook::Quiet, "file-text"))
            ui.push(FaceChosen{!text});
    }
}

static void draw_who(const Model& model, Ui& ui) {
    ui.heading("title", ui.t("welcome.who.title"), 1, Type::Page);
    ui.space(16);
    const auto choice = [&](const char* id, const char* key, const char* icon, auto event, Ink ink) {
        ui.card([&] {
            ui.y -= 8;
            if (ui.row(std::string("welcome.who.") + id, ui.t(std::string("welcome.who.") + key),
                       ui.t(std::string("welcome.who.") + key + ".help"), icon, ink))
                event();
            ui.y -= 8;
        });
        ui.space(12);
    };
    choice(
        "me", "me", "heart",
        [&] {
            ui.push(WelcomeRoleChosen{Role::Self});
            ui.push(WelcomeStepped{2});
        },
        Ink::Pine);
    choice(
        "other", "other", "users",
        [&] {
            ui.push(WelcomeRoleChosen{Role::Other});
            ui.push(WelcomeStepped{2});
        },
        Ink::Sky);
    choice(
        "look", "look", "eye", [&] { ui.push(DemoStarted{}); }, Ink::Sun);
    if (ui.button("welcome.skip", ui.t("welcome.skip"), ButtonLook::Quiet)) ui.push(WelcomeStepped{2});
    (void)model;
}

static void draw_about_what(const Model& model, Ui& ui) {
    const WelcomeState& welcome = model.welcome;
    const bool for_self = welcome.role.value_or(Role::Self) == Role::Self;
    ui.heading("title", ui.t(for_self ? "welcome.about.title" : "app.welcome.almost"), 1, Type::Page);
    ui.space(6);
    ui.text("welcome.about.help", ui.t(for_self ? "welcome.about.help" : "welcome.who.other.help"), Type::Body, Ink::Soft);
    ui.space(16);
    if (for_self) {
        ui.card([&] { follow_chips(model, ui, welcome.followed, true); });
        ui.space(16);
    }
    ui.card([&] {
        ui.heading("welcome.age.title", ui.t("welcome.age.title"), 2, Type::Strong);
        ui.text("welcome.age.help", ui.t("welcome.age.help"), Type::Small, Ink::Soft);
        ui.space(10);
        const int touched = ui.chips("welcome.age", ui.t("welcome.age.title"),
                                     {{"yes", ui.t("welcome.age.yes"), "", welcome.adult == true},
                                      {"no", ui.t("welcome.age.no"), "", welcome.adult == false}},
                                     false);
        if (touched >= 0) ui.push(WelcomeAdultAnswered{touched == 0});
        ui.space(16);
        ui.heading("welcome.country.title", ui.t("help.country"), 2, Type::Strong);
        ui.text("welcome.country.help", ui.t("app.country.help"), Type::Small, Ink::Soft);
        ui.space(10);
        country_chips(model, ui, "welcome.country");
    });
    ui.space(20);
    if (ui.button("welcome.start", ui.t("welcome.start"), ButtonLook::Primary, "check", !model.may_write()))
        ui.push(WelcomeFinished{});
    ui.space(10);
    ui.text("welcome.nothing_stored", ui.t("welcome.nothing_stored"), Type::Small, Ink::Soft, Align::Centre);
}

void draw_welcome(const Model& model, Ui& ui) {
    if (model.store.state == StoreState::Opening) {
        ui.heading("title", ui.t("app.opening"), 1, Type::Heading);
        return;
    }
    const std::string step = ui.t("welcome.step", {{"n", std::to_string(model.welcome.step + 1)}, {"total", "3"}});
    ui.text("welcome.step", step, Type::Small, Ink::Soft);
    ui.space(4);
    if (model.welcome.step == 0)
        draw_what(model, ui);
    else if (model.welcome.step == 1)
        draw_who(model, ui);
    else
        draw_about_what(model, ui);
}

void draw_youth(const Model& model, Ui& ui) {
    ui.heading("title", ui.t("youth.title"), 1, Type::Page);
    ui.space(12);
    ui.text("youth.body1", ui.t("youth.body1"));
    ui.space(12);
    ui.text("youth.body2", ui.t("youth.body2"));
    ui.space(20);
    country_chips(model, ui, "youth.country");
    ui.space(12);
    if (const ContactList* list = model.catalog->contacts(model.country()))
        for (const Contact& contact : list->contacts) {
            bool young = false;
            for (const std::string& group : contact.groups) young = young || group == "youth";
            if (!young) continue;
            const std::string name = ui.t("contact." + contact.id + ".name");
            if (!contact.tel.empty())
                ui.link("youth." + contact.id, ui.t("help.call", {{"name", name}}) + " " + contact.tel, "tel:" + contact.tel,
                        "phone");
            else
                ui.link("youth." + contact.id, name + ": " + contact.site, "https://" + contact.site, "external-link");
            ui.space(8);
        }
    ui.space(8);
    if (ui.button("youth.help", ui.t("app.help"), ButtonLook::Help, "life-buoy")) ui.go(Screen::Help);
}

}  // namespace koers
