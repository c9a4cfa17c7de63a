// What a person decides to show: composed here, and then out of our hands. And what somebody showed: read in memory, and gone when it is left.
#include <algorithm>

#include "core/export/fhir.h"
#include "core/state/updater.h"

namespace koers {

void Updater::operator()(const SummaryDaysChosen& event) { model.summary.days = event.days; }

void Updater::operator()(const SummaryPartChosen& event) {
    SummaryState& summary = model.summary;
    (event.on ? summary.left_out : summary.taken_in).erase(event.part);
    (event.on ? summary.taken_in : summary.left_out).insert(event.part);
}

void Updater::operator()(const SummaryTyped& event) { model.summary.words = event.words; }

// Names of files say nothing of what is in them.
void Updater::operator()(const SummaryKept& event) {
    effects.push_back(Download{"koers-" + to_text(model.today()) + ".html", "text/html", summary_page(event.summary)});
}

void Updater::operator()(const SealingAsked& event) {
    model.summary.sealing = event.on;
    model.summary.phrase.clear();
}
void Updater::operator()(const PhraseTyped& event) { model.summary.phrase = event.phrase; }
void Updater::operator()(const PhraseAsked&) { effects.push_back(OfferPhrase{}); }
void Updater::operator()(const PhraseOffered& event) {
    if (!model.summary.sealing) return;
    model.summary.phrase = event.phrase;
    say(model.catalog->texts.get("app.seal.phrase") + ": " + event.phrase);
}

void Updater::operator()(const SummarySealed& event) {
    if (!long_enough(model.summary.phrase)) return;
    std::string text = summary_text(event.summary);
    // What nobody could open is not sealed.
    if (read_summary(text).problem != SummaryProblem::None) return notify("app.summary.too_long");
    effects.push_back(Seal{"koers-" + to_text(model.today()) + ".koers", model.summary.phrase, std::move(text)});
}

void Updater::operator()(const SealDone& event) { notify(event.yes ? "app.summary.sealed" : "app.summary.not_sealed"); }

// --- read by a professional

void Updater::operator()(const SealedWanted&) { effects.push_back(ChooseSealed{}); }

void Updater::operator()(const SealedGiven& event) {
    const bool here =
        std::any_of(model.routes.begin(), model.routes.end(), [](const Route& one) { return one.screen == Screen::Reading; });
    // A large file may come when nobody waits for it any more.
    if (!here) return effects.push_back(ForgetSealed{});
    model.read = ReadState{event.state, model.read.asked, {}, {}};
    ++model.arrivals;
}

void Updater::operator()(const ReadPhraseTyped& event) { model.read.phrase = event.phrase; }

void Updater::operator()(const SealedOpening&) {
    if (model.read.phrase.empty() || (model.read.state != ReadingState::Asking && model.read.state != ReadingState::Closed))
        return;
    model.read.state = ReadingState::Opening;
    effects.push_back(OpenSealed{model.read.phrase, ++model.read.asked});
}

void Updater::operator()(const SealedOpened& event) {
    if (model.read.state != ReadingState::Opening || event.serial != model.read.asked) return;
    if (!event.opened) {
        model.read.state = ReadingState::Closed;
        return say(model.catalog->texts.get("app.read.closed"));
    }
    SummaryRead read = read_summary(event.text);
    model.read = ReadState{ReadingState::Nothing, model.read.asked, {}, {}};
    model.read.state = read.problem == SummaryProblem::None    ? ReadingState::Open
                       : read.problem == SummaryProblem::Newer ? ReadingState::Newer
                                                               : ReadingState::Foreign;
    model.read.summary = std::move(read.summary);
    effects.push_back(ForgetSealed{});
    ++model.arrivals;
}

void Updater::operator()(const ReadingLeft&) {
    leave_handing();
    ++model.arrivals;
}

void Updater::operator()(const FhirAsked&) {
    const DayRange range = model.summary.range(model.today());
    if (!has_fhir(*model.catalog, model.journal, range)) return;
    effects.push_back(Download{"koers-" + to_text(model.today()) + ".fhir.json", "application/fhir+json",
                               checks_as_fhir(*model.catalog, model.journal, model.now, range)});
}

}  // namespace koers
