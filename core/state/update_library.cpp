// Ontdekken: the library of exercises and checks, which is fetched when it is wanted.
#include <algorithm>

#include "core/insight/library.h"
#include "core/state/updater.h"

namespace koers {

// The library comes along once it was there or was asked for: a change of language must not lose it.
void Updater::load(const std::string& language, bool whole) {
    whole = whole || model.catalog->whole || model.discover.library == LibraryState::Asked;
    if (whole) model.discover.library = LibraryState::Asked;
    model.wished = language;
    effects.push_back(LoadContent{language, whole});
}

void Updater::need_library() {
    if (model.catalog->whole || model.discover.library == LibraryState::Asked) return;
    load(model.wished_language(), true);
}

void Updater::operator()(const LibraryAsked&) {
    if (model.invite.link == LinkState::Open) return load_invited();
    need_library();
}

void Updater::operator()(const DiscoverMinutesChosen& event) { model.discover.minutes = event.minutes; }
void Updater::operator()(const DiscoverSearched& event) { model.discover.search = event.words; }

// Something short, and rather what was not done lately.
void Updater::operator()(const SurpriseAsked&) {
    std::vector<const Activity*> all = fitting(*model.catalog, model.journal, model.today());
    all.erase(std::remove_if(all.begin(), all.end(), [](const Activity* one) { return one->kind == ActivityKind::Info; }),
              all.end());
    const auto is_long = [](const Activity* one) { return one->minutes > 2; };
    if (std::any_of(all.begin(), all.end(), [&](const Activity* one) { return !is_long(one); }))
        all.erase(std::remove_if(all.begin(), all.end(), is_long), all.end());
    if (all.empty()) return;
    const auto done = [&](const Activity* one) {
        const Entry* last = model.journal.newest_of(one->id);
        return last ? last->written.ms : int64_t{0};
    };
    const int64_t longest_ago =
        done(*std::min_element(all.begin(), all.end(), [&](const Activity* a, const Activity* b) { return done(a) < done(b); }));
    all.erase(std::remove_if(all.begin(), all.end(), [&](const Activity* one) { return done(one) != longest_ago; }), all.end());
    size_t chance = 0;
    for (const char c : stamp.id) chance = chance * 31 + static_cast<unsigned char>(c);
    go(Route{Screen::Activity, all[chance % all.size()]->id, {}});
}

void Updater::operator()(const FavouriteChosen& event) {
    if (refuse_when_reading()) return;
    std::vector<std::string>& favourites = model.journal.settings.favourites;
    favourites.erase(std::remove(favourites.begin(), favourites.end(), event.activity), favourites.end());
    if (event.on) favourites.push_back(event.activity);
    put_settings();
}

void Updater::operator()(const CompareToggled&) { model.discover.comparing = !model.discover.comparing; }
void Updater::operator()(const StartChosen& event) { model.discover.start = event.item; }

// A new version of that part of the plan, with what was there before in it.
void Updater::operator()(const CarryAccepted& event) {
    const Entry* entry = model.journal.find(event.entry);
    const Activity* activity = entry ? model.catalog->activity(entry->activity) : nullptr;
    if (!activity || event.carry < 0 || event.carry >= static_cast<int>(activity->carries.size()) || refuse_when_reading())
        return;
    const Carry& carry = activity->carries[static_cast<size_t>(event.carry)];
    auto taken = carried(model.ask(), model.journal, *activity, carry, entry->answers);
    const Activity* plan = model.catalog->activity(carry.to);
    if (!taken || !plan) return;
    Entry next;
    if (const Entry* present = model.journal.newest_of(carry.to)) {
        next = *present;
        next.replaces = present->id;
    }
    next.id = fresh(0);
    next.activity = plan->id;
    next.activity_version = plan->version;
    next.day = model.today();
    next.written = model.now;
    next.answers.insert_or_assign(carry.item, std::move(taken->merged));
    Changes changes{put(next)}, undo{remove_entry(next.id)};
    // An edit of that part which was begun goes on from the new version, with the words in it.
    for (const auto& [id, run] : model.journal.runs) {
        if (next.replaces.empty() || run.replaces != next.replaces) continue;
        Run edit = run;
        edit.replaces = next.id;
        if (auto beside = carried_beside(model.ask(), find(run.answers, carry.item), *activity, carry, entry->answers))
            edit.answers.insert_or_assign(carry.item, std::move(beside->merged));
        changes.push_back(put(edit));
        undo.push_back(put(run));
    }
    commit(changes);
    notify("app.carry.done", Undo{"app.undone", std::move(undo)}, "", {{"what", model.catalog->texts.get(plan->key("title"))}});
}

}  // namespace koers
