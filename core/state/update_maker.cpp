// Links made for others. Nothing of it is stored, unless it is kept as a favourite.
#include <algorithm>

#include "core/invite/link.h"
#include "core/sorted.h"
#include "core/state/updater.h"

namespace koers {

// As a link carries it: each thing once, substances in the order of their numbers.
static Invitation tidy(Invitation draft, const Catalog& catalog) {
    const InviteCodes& codes = catalog.codes;
    const auto is_check = [&](const std::string& id) {
        const Activity* activity = catalog.activity(id);
        return activity && activity->kind == ActivityKind::Check;
    };
    // Only checks come back.
    if (std::none_of(draft.activities.begin(), draft.activities.end(), is_check)) draft.rhythm = Rhythm::None;
    if (draft.activities.size() > most_invited) draft.activities.resize(most_invited);
    put_in_order(draft.substances, [&](const std::string& a, const std::string& b) {
        return std::find(codes.substances.begin(), codes.substances.end(), a) <
               std::find(codes.substances.begin(), codes.substances.end(), b);
    });
    return draft;
}

static std::string fragment_in_hand(const Model& model) { return fragment_of(model.maker.draft, model.catalog->codes); }
std::string Model::made_link() const { return around.address + "#" + fragment_in_hand(*this); }

void Updater::operator()(const SetChosen& event) {
    for (const InviteSet& set : model.catalog->sets) {
        if (set.id != event.set) continue;
        Invitation draft = set.invitation;
        draft.language = model.maker.language_chosen ? model.maker.draft.language : model.language;
        draft.until = model.maker.draft.until;
        model.maker.draft = std::move(draft);
        model.maker.set = set.id;
    }
}

void Updater::operator()(const LinkDrafted& event) {
    if (event.draft.language != model.maker.draft.language) model.maker.language_chosen = true;
    model.maker.draft = tidy(event.draft, *model.catalog);
    model.maker.code.reset();
}

void Updater::operator()(const MakerUnfolded& event) { model.maker.unfolded = event.group; }

void Updater::operator()(const LinkMade&) {
    if (fragment_in_hand(model).empty()) return;
    model.maker.code.reset();
    effects.push_back(MakeCode{model.made_link()});
    go(Route{Screen::Link, {}, {}});
}

void Updater::operator()(const LinkTried&) { go(Route{Screen::Invited, "example", {}}); }
void Updater::operator()(const LinkCopied&) { effects.push_back(CopyText{model.made_link()}); }
void Updater::operator()(const LinkShared&) { effects.push_back(ShareText{model.made_link()}); }

// One that was asked for another text has come too late.
void Updater::operator()(const CodeMade& event) {
    if (event.code.text == model.made_link()) model.maker.code = event.code;
}

void Updater::operator()(const CodeKept& event) {
    if (!model.maker.code) return;
    if (event.drawing)
        effects.push_back(Download{"koers-qr.svg", "image/svg+xml", code_as_drawing(*model.maker.code)});
    else
        effects.push_back(KeepCode{model.maker.code->text, "koers-qr.png"});
}

void Updater::operator()(const TextCopied& event) { notify(event.yes ? "app.link.copied" : "app.link.not_copied"); }

void Updater::operator()(const LinkKept& event) {
    if (refuse_when_reading()) return;
    std::vector<std::string>& links = model.journal.settings.links;
    const Settings before = model.journal.settings;
    links.erase(std::remove(links.begin(), links.end(), event.fragment), links.end());
    if (event.on) links.push_back(event.fragment);
    put_settings();
    if (!event.on) notify("app.link.unkept", Undo{"app.undone", {put(before)}});
}

void Updater::operator()(const LinkTakenUp& event) {
    const LinkRead read = read_link(event.fragment, model.catalog->codes);
    if (read.problem != LinkProblem::None) return;
    model.maker.draft = read.invitation;
    model.maker.set.clear();
    model.maker.language_chosen = true;
    if (model.maker.draft.until && *model.maker.draft.until < model.today()) {
        model.maker.draft.until.reset();
        return notify("app.link.past");
    }
    (*this)(LinkMade{});
}

}  // namespace koers
