// A link that was opened: what it offers, who could have made it, and three ways on. And what was taken from links, until it is done.
#include "app/screens/screens.h"
#include "app/screens/words.h"
#include "core/insight/proposals.h"

namespace koers {

namespace {

std::string activity_name(const Model& model, const std::string& id) {
    const Activity* activity = model.catalog->activity(id);
    return activity ? model.catalog->texts.get(activity->key("title")) : model.catalog->texts.get("app.discover.loading");
}

std::string minutes_of(const Texts& texts, const Activity& activity) {
    return texts.plural("app.minutes", activity.minutes, std::to_string(activity.minutes));
}

struct Inviting {
    const Model& model;
    Ui& ui;
    const Invitation& invitation;

    const Texts& texts() const { return *ui.texts; }
    void point(const std::string& id, const char* icon, const std::string& words, const std::string& below = "") const {
        const float left = ui.x, whole = ui.width;
        ui.icon(icon, ui.x, ui.y + 1, 22, Ink::Pine);
        ui.x += 36;
        ui.width -= 36;
        ui.text(id, words);
        if (!below.empty()) ui.text(id + ".below", below, Type::Small, Ink::Soft);
        ui.x = left;
        ui.width = whole;
        ui.space(10);
    }

    void what() const {
        for (const std::string& id : invitation.activities) {
            const Activity* activity = model.catalog->activity(id);
            if (!activity) continue;
            point("invite.what." + id, activity->icon.c_str(), texts().get(activity->key("title")),
                  minutes_of(texts(), *activity) +
                      (texts().has(activity->key("gives")) ? " · " + texts().get(activity->key("gives")) : ""));
        }
        if (!invitation.substances.empty() && invitation.whom != ForWhom::Family) {
            std::vector<std::string> names;
            for (const std::string& id : invitation.substances)
                names.push_back(names.empty() ? texts().get("substance." + id) : lowered(texts().get("substance." + id)));
            point("invite.follow", "target", texts().get("app.invite.follow", {{"what", joined(texts(), names)}}));
        }
        if (invitation.rhythm != Rhythm::None) point("invite.rhythm", "repeat", rhythm_sentence(texts(), invitation.rhythm));
    }

    void proposal() const {
        const bool family = invitation.whom == ForWhom::Family;
        ui.text("invite.lead", texts().get(family ? "app.invite.lead.family" : "app.invite.lead"));
        ui.space(16);
        ui.card([&] {
            ui.heading("invite.what.title", texts().get("app.invite.what"), 2, Type::Strong);
            ui.space(10);
            if (draw_waiting(model, ui)) return;
            what();
            ui.y -= 10;
        });
        ui.space(12);
        ui.text("invite.anyone", texts().get("app.invite.anyone"), Type::Small, Ink::Soft);
        ui.space(16);
    }
};

void draw_inside_app(const Model& model, Ui& ui) {
    if (!model.around.inside_app) return;
    ui.card(ui.theme.sun_tint, ui.theme.line, [&] {
        ui.heading("inside.title", ui.t("app.inside.title"), 2, Type::Strong);
        ui.space(4);
        ui.text("inside.body", ui.t("app.inside.body"));
        ui.space(10);
        if (ui.button("inside.copy", ui.t("app.inside.copy"), ButtonLook::Secondary, "link")) ui.push(InviteCopied{});
    });
    ui.space(16);
}

// One sentence for everything that is no link of Koers.
void draw_unreadable(const Model& model, Ui& ui) {
    const bool newer = model.invite.link == LinkState::Newer;
    ui.text("invite.unreadable", ui.t(newer ? "app.invite.newer" : "app.invite.unreadable"));
    ui.space(20);
    if (ui.button("invite.on", ui.t("app.invite.on"), ButtonLook::Primary, "arrow-right")) ui.push(InviteDeclined{});
}

void draw_late(const Model& model, Ui& ui) {
    const auto& until = model.invite.invitation.until;
    ui.text("invite.late",
            ui.t("app.invite.late", {{"day", until ? day_words(*ui.texts, *until, model.today()) : std::string()}}));
    ui.space(20);
    if (ui.button("invite.no", ui.t("app.invite.no"), ButtonLook::Primary)) ui.push(InviteLateAnswered{false});
    ui.space(8);
    if (ui.button("invite.late.yes", ui.t("app.invite.late.yes"), ButtonLook::Secondary)) ui.push(InviteLateAnswered{true});
}

void draw_first_time(const Model& model, Ui& ui, const Inviting& inviting) {
    ui.card([&] {
        ui.text("invite.koers", ui.t("welcome.what"));
        ui.space(10);
        inviting.point("invite.where", "shield-check", ui.t("welcome.where"));
        inviting.point("invite.not", "info", ui.t("welcome.not"));
        ui.space(4);
        ui.heading("invite.age.title", ui.t("welcome.age.title"), 2, Type::Strong);
        ui.text("invite.age.help", ui.t("welcome.age.help"), Type::Small, Ink::Soft);
        ui.space(10);
        const int touched = ui.chips("invite.age", ui.t("welcome.age.title"),
                                     {{"yes", ui.t("welcome.age.yes"), "", model.welcome.adult == true},
                                      {"no", ui.t("welcome.age.no"), "", model.welcome.adult == false}},
                                     false);
        if (touched >= 0) ui.push(InviteAdultAnswered{touched == 0});
        if (model.invite.invitation.whom != ForWhom::Everybody) return;
        ui.space(16);
        ui.heading("invite.who.title", ui.t("welcome.who.title"), 2, Type::Strong);
        ui.space(10);
        const Role role = model.invite.role.value_or(Role::Self);
        const int who = ui.chips("invite.who", ui.t("welcome.who.title"),
                                 {{"me", ui.t("welcome.who.me"), "", role == Role::Self},
                                  {"other", ui.t("welcome.who.other"), "", role == Role::Other}},
                                 false);
        if (who >= 0) ui.push(InviteRoleAnswered{who == 0 ? Role::Self : Role::Other});
    });
    ui.space(16);
    const bool ready = model.may_write() && model.catalog->whole;
    if (ui.button("invite.start", ui.t("app.invite.start"), ButtonLook::Primary, "check", !ready)) ui.push(InviteAccepted{});
    ui.space(8);
    if (ui.button("invite.look", ui.t("app.invite.look"), ButtonLook::Secondary, "eye")) ui.push(DemoStarted{});
    ui.space(8);
    if (ui.button("invite.no", ui.t("app.invite.no"), ButtonLook::Quiet)) ui.push(InviteDeclined{});
    ui.space(10);
    ui.text("invite.nothing_stored", ui.t("welcome.nothing_stored"), Type::Small, Ink::Soft, Align::Centre);
    ui.space(16);
    language_chips(model, ui, "invite.language");
}

void draw_again(const Model& model, Ui& ui) {
    const Additions more = additions(model.journal.settings, model.invite.invitation);
    if (more.empty()) {
        ui.text("invite.has", ui.t("app.invite.has"));
        ui.space(12);
        if (ui.button("invite.keep", ui.t("app.invite.on"), ButtonLook::Primary, "arrow-right")) ui.push(InviteAccepted{});
        return;
    }
    ui.card([&] {
        ui.heading("invite.more.title", ui.t("app.invite.more"), 2, Type::Strong);
        ui.space(6);
        for (const std::string& id : more.activities) ui.text("invite.more." + id, "• " + activity_name(model, id));
        for (const std::string& id : more.substances)
            ui.text("invite.more." + id, "• " + ui.t("app.invite.follow", {{"what", lowered(ui.t("substance." + id))}}));
        ui.space(8);
        ui.text("invite.stays", ui.t("app.invite.stays"), Type::Small, Ink::Soft);
    });
    ui.space(16);
    if (ui.button("invite.keep", ui.t("app.invite.keep"), ButtonLook::Primary)) ui.push(InviteDeclined{});
    ui.space(8);
    const bool ready = model.may_write() && model.catalog->whole;
    if (ui.button("invite.add", ui.t("app.invite.add"), ButtonLook::Secondary, "plus", !ready)) ui.push(InviteAccepted{});
}

}  // namespace

std::string rhythm_sentence(const Texts& texts, Rhythm rhythm) {
    return texts.get(std::string("app.rhythm.") + rhythm_words[static_cast<size_t>(rhythm)] + ".line");
}

void draw_invited(const Model& model, Ui& ui) {
    if (model.route().id == "example") {
        const Inviting inviting{model, ui, model.maker.draft};
        ui.text("invite.example", ui.t("app.link.example"), Type::Small, Ink::Soft);
        ui.space(12);
        inviting.proposal();
        if (ui.button("invite.back", ui.t("app.back"), ButtonLook::Primary, "arrow-left")) ui.push(BackPressed{});
        return;
    }
    if (model.invite.link == LinkState::Unreadable || model.invite.link == LinkState::Newer) return draw_unreadable(model, ui);
    if (model.invite.link == LinkState::Late) return draw_late(model, ui);
    if (model.invite.link == LinkState::None) {  // answered; back leads elsewhere
        if (ui.button("invite.on", ui.t("app.invite.on"), ButtonLook::Primary, "arrow-right"))
            ui.push(PlaceChosen{Screen::Today});
        return;
    }
    draw_inside_app(model, ui);
    const Inviting inviting{model, ui, model.invite.invitation};
    inviting.proposal();
    if (model.journal.settings.started)
        draw_again(model, ui);
    else
        draw_first_time(model, ui, inviting);
}

// --- what was taken

static bool row_of(const Model& model, Ui& ui, const std::string& id, const Proposal& one) {
    std::string below = minutes_of(*ui.texts, *one.activity);
    if (one.state == ProposalState::Again)
        below += " · " + ui.t("app.taken.again");
    else if (one.done_on)
        below += " · " + ui.t("app.discover.done", {{"day", day_words(*ui.texts, *one.done_on, model.today())}});
    return ui.row(id, ui.t(one.activity->key("title")), below, one.activity->icon, Ink::Pine, one.state == ProposalState::Done);
}

void draw_taken_card(const Model& model, Ui& ui) {
    const auto all = proposals(*model.catalog, model.journal, model.today());
    size_t open = 0;
    for (const Proposal& one : all) open += one.state != ProposalState::Done;
    if (open == 0) return;
    ui.card([&] {
        ui.heading("today.taken.title", ui.t("app.taken.title"), 2, Type::Title);
        ui.space(4);
        size_t shown = 0;
        for (const Proposal& one : all) {
            if (one.state == ProposalState::Done || shown == 3) continue;
            if (shown++) ui.fill({ui.x, ui.y, ui.width, 1}, ui.theme.line);
            if (row_of(model, ui, "today.taken." + one.activity->id, one)) ui.push(ProposalOpened{one.activity->id});
        }
        ui.space(4);
        if (ui.small_button("today.taken.all", ui.t("app.taken.all"), ButtonLook::Quiet, "list")) ui.go(Screen::Taken);
    });
    ui.space(12);
}

void draw_taken(const Model& model, Ui& ui) {
    if (draw_waiting(model, ui)) return;
    const bool may_write = model.demo || model.may_write();
    ui.text("taken.lead", ui.t("app.taken.lead"), Type::Body, Ink::Soft);
    ui.space(16);
    for (const Proposal& one : proposals(*model.catalog, model.journal, model.today())) {
        const std::string id = "taken." + one.activity->id, title = ui.t(one.activity->key("title"));
        ui.card([&] {
            if (row_of(model, ui, id, one)) ui.push(ProposalOpened{one.activity->id});
            if (one.proposed->rhythm != Rhythm::None)
                ui.text(id + ".rhythm", rhythm_sentence(*ui.texts, one.proposed->rhythm), Type::Small, Ink::Soft);
            if (!may_write) return;
            if (ui.small_button(id + ".remove", ui.t("app.taken.remove"), ButtonLook::Quiet, "x"))
                ui.push(ProposalRemoved{one.activity->id});
            ui.semantics.last().name += ": " + title;
        });
        ui.space(10);
    }
    if (may_write && ui.button("taken.remove_all", ui.t("app.taken.remove_all"), ButtonLook::Danger, "trash-2"))
        ui.push(ProposalRemoved{});
}

}  // namespace koers
