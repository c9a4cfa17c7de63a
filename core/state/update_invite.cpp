// A link that was opened: what it offers is held in memory until the person says yes. It can add, and nothing else.
#include <algorithm>

#include "core/insight/proposals.h"
#include "core/invite/link.h"
#include "core/state/updater.h"

namespace koers {

// The one word that is no invitation: the way to the page for professionals.
constexpr std::string_view professional_word = "pro";

void Updater::take_link(const std::string& fragment) {
    if (fragment.empty()) return;
    forget_invitation();
    if (fragment == professional_word) {
        model.invite.professional = true;
        return;
    }
    const LinkRead read = read_link(fragment, model.catalog->codes);
    if (read.problem == LinkProblem::None) {
        model.invite.link = LinkState::Open;
        model.invite.invitation = read.invitation;
        model.invite.fragment = fragment;
    } else {
        model.invite.link = read.problem == LinkProblem::Newer ? LinkState::Newer : LinkState::Unreadable;
    }
}

void Updater::forget_invitation() {
    const std::string before = model.invite.language_before;
    model.invite = InviteState{};
    // The link's language was only for reading it; one that was chosen since then stays.
    if (before.empty() || before == model.wished_language() || !model.journal.settings.language.empty()) return;
    load(before, false);
}

void Updater::load_invited() {
    InviteState& invite = model.invite;
    const Settings& settings = model.journal.settings;
    const std::string& own = invite.invitation.language;
    if (settings.started || !settings.language.empty() || own.empty() || own == model.wished_language()) return need_library();
    if (invite.language_before.empty()) invite.language_before = model.wished_language();
    load(own, true);
}

// `anew`: the link was opened just now. Otherwise the journal came, as it does when another tab saved: then nobody is taken away from where they are.
void Updater::show_invitation(bool anew) {
    if (model.store.state == StoreState::Opening || model.store.state == StoreState::Lost || model.demo) return;
    if (model.invite.professional) {
        model.invite.professional = false;
        need_library();
        return go(Route{Screen::Professional, {}, {}});
    }
    InviteState& invite = model.invite;
    if (invite.link == LinkState::None) return;
    if (invite.link == LinkState::Open) {
        if (invite.invitation.until && *invite.invitation.until < model.today()) invite.link = LinkState::Late;
    }
    const Route here{Screen::Invited, {}, {}};
    const bool there = std::find(model.routes.begin(), model.routes.end(), here) != model.routes.end();
    if (there && !anew) return;
    if (invite.link == LinkState::Open || invite.link == LinkState::Late) load_invited();
    if (model.around.inside_app) effects.push_back(PrepareHanding{});
    // On top, also when it was open already, or lay below another screen.
    if (model.route() == here) return void(++model.arrivals);
    model.routes.erase(std::remove(model.routes.begin() + 1, model.routes.end(), here), model.routes.end());
    go(here);
}

void Updater::operator()(const LinkOpened& event) {
    if (event.fragment.empty()) return;
    if (model.demo) (*this)(DemoStopped{});  // when the journal is there again, the link is shown
    take_link(event.fragment);
    show_invitation(true);
}

void Updater::operator()(const InviteLateAnswered& event) {
    if (model.invite.link != LinkState::Late) return;
    if (!event.yes) return (*this)(InviteDeclined{});
    model.invite.link = LinkState::Open;
    model.invite.invitation.until.reset();
    ++model.arrivals;
}

void Updater::operator()(const InviteAdultAnswered& event) {
    (*this)(WelcomeAdultAnswered{event.adult});  // one question, asked in two places
}

void Updater::operator()(const InviteRoleAnswered& event) { model.invite.role = event.role; }

void Updater::operator()(const InviteDeclined&) {
    if (model.route().screen == Screen::Invited) return pop();
    forget_invitation();
}

void Updater::operator()(const InviteCopied&) { effects.push_back(CopyText{model.around.address + "#" + model.invite.fragment}); }

static bool asks_about_mine(const Activity& activity) {
    for (const Step& step : activity.steps)
        for (const Item& item : step.items)
            if (const auto* choice = std::get_if<ChoiceFormat>(&item.format);
                choice && choice->from_my_substances && item.required)
                return true;
    return false;
}

void Updater::open_activity(const std::string& id) {
    const Activity* activity = model.catalog->activity(id);
    if (!activity) return;
    if (activity->in_library()) return go(Route{Screen::Activity, id, {}});
    // Who follows nothing yet chooses that first: the question what it is about would have no answers.
    if (model.journal.settings.followed.empty() && asks_about_mine(*activity)) return go(Route{Screen::Follow, {}, {}});
    // The newest version of a part of the plan is the plan: what is in it already goes along.
    if (const Entry* newest = activity->kind == ActivityKind::Plan ? model.journal.newest_of(id) : nullptr)
        return (*this)(EntryEdited{newest->id});
    for (const auto& [run, one] : model.journal.runs)
        if (one.activity == id && one.replaces.empty()) return (*this)(RunOpened{run});
    (*this)(ActivityOpened{id, {}});
}

// Adds what is not there yet; what is there stays as it is, also its rhythm. So a link that is opened twice does no more than once.
void Updater::operator()(const InviteAccepted&) {
    if (model.invite.link != LinkState::Open || model.demo) return;
    if (model.welcome.adult == false) return go(Route{Screen::Youth, {}, {}});
    const Invitation invitation = model.invite.invitation;
    Settings& settings = model.journal.settings;
    const Settings before = settings;
    const bool first_visit = !settings.started;
    // Where everything is there already, nothing is written: then it only leads on.
    if ((first_visit || !additions(settings, invitation).empty()) && refuse_when_reading()) return;
    if (first_visit) {
        settings.started = true;
        settings.role = invitation.whom == ForWhom::Family      ? Role::Other
                        : invitation.whom == ForWhom::Everybody ? model.invite.role.value_or(Role::Self)
                                                                : Role::Self;
        settings.country = model.country();
        if (settings.language.empty()) settings.language = model.wished_language();
    }
    const Additions more = additions(settings, invitation);
    for (const std::string& id : more.substances)
        if (model.catalog->substance(id)) settings.followed.push_back({id, id, ""});
    for (const std::string& id : more.activities)
        if (const Activity* activity = model.catalog->activity(id))
            settings.proposed.push_back(
                {id, activity->kind == ActivityKind::Check ? invitation.rhythm : Rhythm::None, model.today()});
    model.invite = InviteState{};
    if (!(to_json(before) == to_json(settings))) put_settings();
    static constexpr Screen screens[] = {Screen::Today, Screen::Diary, Screen::Discover, Screen::Plan, Screen::Today};
    if (!model.catalog->whole) need_library();
    place(Route{screens[static_cast<size_t>(invitation.first)], {}, {}});
    if (invitation.first == FirstScreen::Activity) open_activity(invitation.activities.front());
    if (!first_visit && !more.empty()) notify("app.invite.added", Undo{"app.undone", {put(before)}});
}

// --- what was taken from links

void Updater::operator()(const ProposalOpened& event) {
    // A card is done when it was opened: nothing is written on it that would say so.
    const Activity* activity = model.catalog->activity(event.activity);
    std::vector<Proposed>& proposed = model.journal.settings.proposed;
    const auto here =
        std::find_if(proposed.begin(), proposed.end(), [&](const Proposed& one) { return one.activity == event.activity; });
    if (here != proposed.end() && !here->opened && activity && activity->kind == ActivityKind::Info &&
        (model.demo || model.may_write())) {
        here->opened = model.today();
        put_settings();
    }
    open_activity(event.activity);
}

void Updater::operator()(const ProposalRemoved& event) {
    if (refuse_when_reading()) return;
    Settings& settings = model.journal.settings;
    const Settings before = settings;
    settings.proposed.erase(
        std::remove_if(settings.proposed.begin(), settings.proposed.end(),
                       [&](const Proposed& one) { return event.activity.empty() || one.activity == event.activity; }),
        settings.proposed.end());
    if (settings.proposed == before.proposed) return;
    put_settings();
    if (model.route().screen == Screen::Taken && settings.proposed.empty()) pop();
    notify("app.taken.removed", Undo{"app.undone", {put(before)}});
}

}  // namespace koers
