// What happened, in the past tense. Each comes with a Stamp, because the core asks neither for the time nor for chance.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "core/journal/pages.h"
#include "core/state/model.h"

namespace koers {

struct Stamp {
    Moment now;
    std::string id;  // 32 random hex digits, unique to this event
};

// --- from the platform
struct Started {
    std::vector<std::string> languages;  // the browser's, best first
    std::shared_ptr<const Catalog> catalog;
    bool drawn = true;     // there is a canvas to draw on
    std::string fragment;  // what followed "#" in the address
    Surroundings around;
};
struct CanvasChanged {  // it was taken away for good, or given back
    bool drawn = true;
};
struct VoiceFound {  // a voice on the device itself, for the language on screen
    bool yes = false;
};
struct SpeakingChanged {
    bool on = false;
};
struct ContentArrived {
    std::shared_ptr<const Catalog> catalog;
};
struct ContentMissing {  // a language or its library that could not be fetched: no network, and it was never here before
    std::string language;
    bool whole = false;
};
struct JournalOpened {
    Changes records;
    std::vector<std::string> damaged;
    uint64_t generation = 0;
    StoreState state = StoreState::Ready;
    bool writer = true, recovered = false, volatile_ = false, expected = false, persisted = false;
};
struct ChangesSaving {};
struct ChangesSaved {
    uint64_t generation = 0;
};
struct ChangesFailed {
    SaveProblem problem = SaveProblem::Other;
};
struct WriterChanged {
    bool writer = true;
};
struct PersistAnswered {
    bool persisted = false;
};
struct JournalErased {
    bool all = true;  // false: the browser would not let go of everything
};
struct UpdateArrived {};
struct NoticeTimedOut {
    int serial = 0;
};
struct TimeTicked {};

// --- from a person: where they go
struct PlaceChosen {
    Screen screen;
};
struct RouteOpened {
    Route route;
};
struct BackPressed {};

// --- the first visit
struct WelcomeStepped {
    int step;
};
struct WelcomeRoleChosen {
    Role role;
};
struct WelcomeFollowed {
    std::string substance;
    bool on;
};
struct WelcomeOwnTyped {
    std::string name;
};
struct WelcomeOwnAdded {};
struct WelcomeAdultAnswered {
    bool adult;
};
struct WelcomeFinished {};
struct DemoStarted {
    std::string person = "week";
};
struct DemoStopped {};

// --- working through an activity
struct ActivityOpened {
    std::string activity;
    Answers answers;  // known beforehand: the substance of a tile, the day of a calendar cell
};
struct RunOpened {
    std::string run;
};
struct AnswerChanged {
    std::string run, item;
    Answer answer;
};
struct AnswerTyped {
    std::string run, item, text;
    int line = -1;  // of a list
};
struct LineRemoved {
    std::string run, item;
    int line = 0;
};
struct UnitPicked {
    std::string run, item, unit;
};
struct AnswerCleared {
    std::string run, item;
};
struct CellChanged {  // of a table, timeline or circles; empty text = cleared
    std::string run, item;
    int row = 0;  // of a table its place in the format; else the place in the answer, one past the last for a new one
    std::string column, text;
};
struct RowOpened {
    std::string run, item;
    int row = -1;  // -1 = none
};
struct RowRemoved {
    std::string run, item;
    int row = 0;
};
struct RowMoved {
    std::string run, item;
    int row = 0, by = 0;
};
struct SidePicked {  // one side of a link, the length of a timer
    std::string which, value;
};
struct WaveBegan {  // these three without a run: the wave of Hulp nu, where 0 minutes lead back to before its beginning
    std::string run, item;
    int minutes = 0;
};
struct WaveRated {
    std::string run, item;
    int rating = 0;
};
struct WaveEnded {
    std::string run, item;
};
struct WaveTicked {};
struct WaveKept {};  // of Hulp nu, to the diary
struct HelpAnswered {
    std::string which, value;
};
struct ChoicesFolded {  // all choices of a question, or the first ones again
    std::string item;
    bool folded = false;
};
struct RunPaused {  // for now: it stays as it is, to go on later
    std::string run;
};
struct StepChosen {
    std::string run, step;
};
struct RunFinished {
    std::string run;
};
struct DiscardAsked {
    bool asked;
};
struct RunDiscarded {
    std::string run;
};

// --- the diary
struct NothingLogged {
    Day day;
    std::vector<std::string> followed;
};
struct EntryEdited {
    std::string entry;
};
struct EntryDeleted {
    std::string entry;
};
struct UndoPressed {};
struct NoticeClosed {};
struct DiaryViewChosen {
    DiaryView view;
};
struct ChartSpanChosen {
    ChartSpan span;
};
struct ChartFollowedChosen {
    std::string followed;
};
struct DiaryMoved {
    int by;  // weeks or months
};
struct TableToggled {};
struct MoreDaysAsked {};

// --- the library
struct LibraryAsked {};
struct DiscoverMinutesChosen {
    int minutes = 0;
};
struct DiscoverSearched {
    std::string words;
};
struct SurpriseAsked {};  // something of two minutes
struct FavouriteChosen {
    std::string activity;
    bool on = false;
};
struct CompareToggled {};
struct StartChosen {  // of the compass: where one wants to begin
    std::string item;
};
struct CarryAccepted {  // own words go along into the plan
    std::string entry;
    int carry = 0;
};

// --- on paper
struct PaperChosen {
    std::string paper;  // card, page, plan, safety
};
struct PaperPartChosen {
    std::string part;
    bool on = false;
};
struct PrintPressed {};
struct PictureAsked {};
struct PictureKept {
    bool yes = false;
};

// --- links (core/invite)
struct LinkOpened {  // in this very tab
    std::string fragment;
};
struct InviteAccepted {};
struct InviteDeclined {};
struct InviteLateAnswered {  // past its day: look at it all the same
    bool yes = false;
};
struct InviteAdultAnswered {
    bool adult = false;
};
struct InviteRoleAnswered {  // of a link that does not say for whom
    Role role = Role::Self;
};
struct InviteCopied {};  // the link that was opened, to take it to another browser
struct ProposalOpened {
    std::string activity;
};
struct ProposalRemoved {
    std::string activity;  // empty = all
};
struct SetChosen {
    std::string set;
};
struct LinkDrafted {  // what the link being made says now
    Invitation draft;
};
struct MakerUnfolded {
    std::string group;  // empty = none
};
struct LinkMade {};   // show it
struct LinkTried {};  // as who opens it would see it
struct LinkCopied {};
struct LinkShared {};
struct CodeMade {
    QrCode code;
};
struct CodeKept {
    bool drawing = false;  // as a drawing (SVG) instead of a picture (PNG)
};
struct LinkKept {  // as a favourite of this browser, or no longer
    std::string fragment;
    bool on = false;
};
struct LinkTakenUp {  // a favourite, to look at or to change
    std::string fragment;
};
struct TextCopied {
    bool yes = false;
};

// --- what goes back
struct SummaryDaysChosen {
    int days = 28;
};
struct SummaryPartChosen {
    std::string part;
    bool on = false;
};
struct SummaryTyped {
    std::string words;
};
struct SummaryKept {  // as a page
    Summary summary;
};
struct SealingAsked {
    bool on = false;
};
struct PhraseTyped {
    std::string phrase;
};
struct PhraseAsked {};
struct PhraseOffered {
    std::string phrase;
};
struct SummarySealed {
    Summary summary;
};
struct SealDone {
    bool yes = false;
};
struct SealedWanted {};  // from a professional: choose a file
struct SealedGiven {
    ReadingState state = ReadingState::Foreign;
};
struct ReadPhraseTyped {
    std::string phrase;
};
struct SealedOpening {};
struct SealedOpened {
    int serial = 0;  // of OpenSealed
    bool opened = false;
    std::string text;
};
struct ReadingLeft {};
struct FhirAsked {};

// --- settings and data
struct LanguageChosen {
    std::string language;
};
struct CountryChosen {
    std::string country;
};
struct ThemeChosen {
    ThemeChoice theme;
};
struct TextSizeChosen {
    int percent;
};
struct FaceChosen {
    bool text = false;
};
struct ReadAloudChosen {
    bool on = false;
};
struct ReadAloudPressed {};
struct DayStartChosen {
    int hour;
};
struct FollowedChanged {
    std::string substance;
    bool on;
};
struct OwnFollowedAdded {};  // the name typed in WelcomeOwnTyped
struct ExportAsked {};
struct EraseAsked {
    bool asked;
};
struct EraseConfirmed {};
struct RetryPressed {};
struct TakeOverPressed {};
struct PersistAsked {};
struct UpdateAccepted {};
struct StartedEmpty {};  // on the recovery screen: go on without the lost journal

using Event = std::variant<
    Started, CanvasChanged, VoiceFound, SpeakingChanged, ContentArrived, ContentMissing, JournalOpened, ChangesSaving,
    ChangesSaved, ChangesFailed, WriterChanged, PersistAnswered, JournalErased, UpdateArrived, NoticeTimedOut, TimeTicked,
    PlaceChosen, RouteOpened, BackPressed, WelcomeStepped, WelcomeRoleChosen, WelcomeFollowed, WelcomeOwnTyped, WelcomeOwnAdded,
    WelcomeAdultAnswered, WelcomeFinished, DemoStarted, DemoStopped, ActivityOpened, RunOpened, AnswerChanged, AnswerTyped,
    LineRemoved, UnitPicked, AnswerCleared, ChoicesFolded, StepChosen, RunFinished, DiscardAsked, RunDiscarded, NothingLogged,
    EntryEdited, EntryDeleted, UndoPressed, NoticeClosed, DiaryViewChosen, ChartSpanChosen, ChartFollowedChosen, DiaryMoved,
    TableToggled, MoreDaysAsked, CellChanged, RowOpened, RowRemoved, RowMoved, SidePicked, WaveBegan, WaveRated, WaveEnded,
    WaveTicked, WaveKept, HelpAnswered, FavouriteChosen, CompareToggled, StartChosen, CarryAccepted, PaperChosen, PaperPartChosen,
    PrintPressed, PictureAsked, PictureKept, LinkOpened, InviteAccepted, InviteDeclined, InviteLateAnswered, InviteAdultAnswered,
    InviteRoleAnswered, InviteCopied, ProposalOpened, ProposalRemoved, SetChosen, LinkDrafted, MakerUnfolded, LinkMade, LinkTried,
    LinkCopied, LinkShared, CodeMade, CodeKept, LinkKept, LinkTakenUp, TextCopied, SummaryDaysChosen, SummaryPartChosen,
    SummaryTyped, SummaryKept, SealingAsked, PhraseTyped, PhraseAsked, PhraseOffered, SummarySealed, SealDone, SealedWanted,
    SealedGiven, ReadPhraseTyped, SealedOpening, SealedOpened, ReadingLeft, FhirAsked, RunPaused, LibraryAsked,
    DiscoverMinutesChosen, DiscoverSearched, SurpriseAsked, LanguageChosen, CountryChosen, ThemeChosen, TextSizeChosen,
    FaceChosen, ReadAloudChosen, ReadAloudPressed, DayStartChosen, FollowedChanged, OwnFollowedAdded, ExportAsked, EraseAsked,
    EraseConfirmed, RetryPressed, TakeOverPressed, PersistAsked, UpdateAccepted, StartedEmpty>;

}  // namespace koers
