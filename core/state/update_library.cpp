// Ontdekken: the library of exercises and checks, which is fetched when it is wanted.
#include <algorithm>

#include "core/insight/library.h"
#include "core/state/updater.h"

namespace koers {

void Updater::need_library() {
    if (model.catalog->whole || model.discover.library == LibraryState::Asked) return;
    model.discover.library = LibraryState::Asked;
    effects.push_back(LoadContent{model.catalog->texts.language, true});
}

void Updater::operator()(const LibraryAsked&) { need_library(); }

void Updater::operator()(const DiscoverMinutesChosen& event) { model.discover.minutes = event.minutes; }
void Updater::operator()(const DiscoverSearched& event) { model.discover.search = event.words; }

// Something short, and rather what was not done lately.
void Updater::operator()(const SurpriseAsked&) {
    std::vector<const Activity*> all = fitting(*model.catalog, model.journal.settings);
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

}  // namespace koers
