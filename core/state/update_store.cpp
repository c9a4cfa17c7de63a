// The journal opens, is saved, fails to be saved, leaves.
#include <algorithm>

#include "core/export/readable.h"
#include "core/insight/lapse.h"
#include "core/journal/kept.h"
#include "core/state/updater.h"

namespace koers {

void Updater::operator()(const Started& event) {
    model.languages = event.languages;
    model.catalog = event.catalog;
    model.language = event.catalog->texts.language;
    model.drawn = event.drawn;
    model.around = event.around;
    take_link(event.fragment);
    effects.push_back(OpenJournal{});
    effects.push_back(SetTimer{"opening", 400});
    next_day_timer();
}

void Updater::operator()(const CanvasChanged& event) { model.drawn = event.drawn; }

void Updater::operator()(const ContentArrived& event) {
    // Switched twice in a row: only the last wish counts, whichever pack arrives last.
    const std::string& language = event.catalog->texts.language;
    if (language != model.wished_language()) return;
    // Asked for twice, without the library and with it: what is here does not become less.
    if (model.catalog->whole && !event.catalog->whole && model.language == language) return;
    model.catalog = event.catalog;
    model.language = language;
    if (model.catalog->whole || model.discover.library != LibraryState::Asked) model.discover.library = LibraryState::NotHere;
    forget_old();
}

void Updater::forget_old() {
    if (model.may_write()) commit(forget_unkept(*model.catalog, model.journal));
}

void Updater::operator()(const ContentMissing& event) {
    if (event.language != model.wished_language()) return;  // of an earlier wish
    if (event.whole) model.discover.library = model.catalog->whole ? LibraryState::NotHere : LibraryState::Missing;
    if (event.language == model.language) return;
    // What is chosen is what is read; the wish was not fulfilled and does not wait.
    model.wished = model.language;
    // Whatever else was asked for in that language comes too late, or not at all; what is here can be asked for again.
    if (model.discover.library == LibraryState::Asked)
        model.discover.library = model.catalog->whole ? LibraryState::NotHere : LibraryState::Missing;
    Settings& settings = model.journal.settings;
    if (settings.language == event.language) {
        settings.language = model.language;
        if (settings.started) put_settings();
    }
    notify("app.language.missing");
}

static bool speaks_ours(const Model& model) {
    const std::vector<std::string>& ours = model.catalog->codes.languages;
    return std::any_of(model.languages.begin(), model.languages.end(), [&](const std::string& one) {
        return std::count(ours.begin(), ours.end(), one.substr(0, one.find('-'))) > 0;
    });
}

void Updater::operator()(const JournalOpened& event) {
    if (model.demo) return;
    const uint64_t revision = model.journal.revision;
    model.journal = Journal{};
    model.journal.revision = revision + 1;  // also when nothing came: what was there before is gone
    model.journal.apply(event.records);
    model.store.state = event.state;
    model.store.writer = event.writer;
    model.store.recovered = model.store.recovered || event.recovered;
    model.store.volatile_ = event.volatile_;
    model.store.expected = event.expected;
    model.store.persisted = event.persisted;
    model.store.damaged = event.damaged;
    model.store.generation = event.generation;
    if (event.recovered) notify("app.store.recovered");
    next_day_timer();  // the hour a day begins is in the journal
    forget_old();

    // What was done of the library has its words there.
    const auto unknown = [&](const auto& one) { return !model.catalog->activity(one.second.activity); };
    const bool library = std::any_of(model.journal.runs.begin(), model.journal.runs.end(), unknown) ||
                         std::any_of(model.journal.entries.begin(), model.journal.entries.end(), unknown) ||
                         std::any_of(model.journal.settings.proposed.begin(), model.journal.settings.proposed.end(),
                                     [&](const Proposed& one) { return !model.catalog->activity(one.activity); }) ||
                         day_to_look_back_on(*model.catalog, model.journal, model.now);
    const std::string& wanted = model.journal.settings.language;
    if (!wanted.empty() && wanted != model.wished_language())
        load(wanted, library);
    else if (library)
        need_library();

    const Screen first = model.routes.front().screen;
    const bool on_the_way = first == Screen::Welcome || first == Screen::Recovery;
    // The journal may be damaged so far that the settings are gone: entries alone are reason enough to go in.
    const bool known = model.journal.settings.started || !model.journal.entries.empty();
    if (event.state == StoreState::Lost) {
        model.routes.front() = Route{Screen::Recovery, {}, {}};
    } else if (known && on_the_way) {
        model.routes.front() = Route{Screen::Today, {}, {}};
    } else if (!known && !on_the_way) {
        // Another tab erased everything: this one must not go on showing it.
        begin_at(Screen::Welcome);
    }
    // A run or entry on screen may have gone, in another tab.
    while (model.routes.size() > 1) {
        const Route& top = model.route();
        const bool gone = (top.screen == Screen::Run && !model.journal.runs.count(top.id)) ||
                          (top.screen == Screen::Entry && !model.journal.find(top.id));
        if (!gone) break;
        pop();
    }
    // Who has chosen no language and whose browser speaks none of ours reads the host's.
    const std::string& of_host = model.catalog->host.language;
    if (!known && wanted.empty() && model.wished.empty() && !of_host.empty() && of_host != model.language && !speaks_ours(model))
        load(of_host, false);
    show_invitation();
}

void Updater::operator()(const ChangesSaving&) {
    if (model.store.saving == SaveState::Saved) model.store.saving = SaveState::Saving;
}

void Updater::operator()(const ChangesSaved& event) {
    model.store.saving = SaveState::Saved;
    model.store.problem = SaveProblem::None;
    model.store.failures = 0;
    model.store.generation = event.generation;
}

void Updater::operator()(const ChangesFailed& event) {
    model.store.saving = SaveState::Failed;
    model.store.problem = event.problem;
    // What was in the way for a moment is gone after one or two seconds. What keeps failing waits for a person, who has a button; it is tried again with
    // every change, and once a minute: a full disk is no reason to keep a phone awake.
    effects.push_back(SetTimer{"retry", model.store.failures == 0 ? 1000 : model.store.failures == 1 ? 2000 : 60000});
    ++model.store.failures;
}

void Updater::operator()(const WriterChanged& event) { model.store.writer = event.writer; }
void Updater::operator()(const PersistAnswered& event) { model.store.persisted = event.persisted; }

void Updater::operator()(const JournalErased& event) {
    Model fresh;
    fresh.catalog = model.catalog;
    fresh.languages = model.languages;
    fresh.language = model.language;
    fresh.drawn = model.drawn;
    fresh.around = model.around;
    fresh.voice = model.voice;
    fresh.speaking = model.speaking;
    fresh.now = model.now;
    fresh.store.state = StoreState::Ready;
    fresh.arrivals = model.arrivals + 1;
    fresh.serial = model.serial;
    fresh.journal.revision = model.journal.revision + 1;
    fresh.wished = model.wished;
    fresh.said = model.said;
    fresh.wave_rings = model.wave_rings;
    leave_handing();  // also what the page holds for it
    fresh.read = model.read;
    model = std::move(fresh);
    notify(event.all ? "app.erased" : "app.erased.partly");
}

void Updater::operator()(const UpdateArrived&) { model.update_waiting = true; }

void Updater::operator()(const NoticeTimedOut& event) {
    if (model.notice && (event.serial == 0 || model.notice->serial == event.serial)) quiet();
}

void Updater::operator()(const TimeTicked&) { next_day_timer(); }
void Updater::operator()(const RetryPressed&) { effects.push_back(RetrySave{}); }
void Updater::operator()(const TakeOverPressed&) { effects.push_back(TakeOver{}); }
void Updater::operator()(const PersistAsked&) { effects.push_back(AskToPersist{}); }
void Updater::operator()(const UpdateAccepted&) { effects.push_back(SwitchRelease{}); }

void Updater::operator()(const StartedEmpty&) {
    model.store.state = StoreState::Ready;
    begin_at(Screen::Welcome);
    show_invitation();
}

void Updater::operator()(const ExportAsked&) {
    effects.push_back(
        Download{export_file_name(day_of(model.now)), "application/json", journal_as_json(model.journal, model.now), true});
}

void Updater::operator()(const EraseAsked& event) { model.confirm_erase = event.asked; }

void Updater::operator()(const EraseConfirmed&) {
    model.confirm_erase = false;
    // What is shown in a demonstration was never stored; what is stored is not what is shown.
    if (model.demo) return (*this)(DemoStopped{});
    effects.push_back(EraseEverything{});
}

}  // namespace koers
