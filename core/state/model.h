// The one state of Koers. Screens read it; only `update` changes it.
#pragma once

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/content/catalog.h"
#include "core/export/code.h"
#include "core/export/summary.h"
#include "core/insight/facts.h"
#include "core/insight/goal.h"
#include "core/journal/journal.h"
#include "core/journal/questions.h"

namespace koers {

enum class Screen {
    Welcome,
    Youth,
    Today,
    Diary,
    Discover,
    Plan,
    More,
    Help,
    Activity,
    Run,
    Day,
    Entry,
    Paper,
    Invited,
    Taken,
    Professional,
    Maker,
    Link,
    Handout,
    Summary,
    Reading,
    Data,
    Look,
    Follow,
    About,
    Recovery
};

struct Route {
    Screen screen = Screen::Today;
    std::string id;  // Activity, Run, Entry, Paper: which; Invited: "example" when it is the one being made
    Day day{};       // Day: which
    friend bool operator==(const Route& a, const Route& b) { return a.screen == b.screen && a.id == b.id && a.day == b.day; }
};

// Where the journal stands. `Opening` until the store answered.
enum class StoreState { Opening, Ready, Refused, Newer, Lost };
enum class SaveState { Saved, Saving, Failed };
enum class SaveProblem { None, Full, Refused, Elsewhere, Other };

struct Store {
    StoreState state = StoreState::Opening;
    bool writer = true;      // false: another tab writes, this one reads along
    bool recovered = false;  // the copy was used
    bool volatile_ = false;  // nothing can be kept: private mode, refused storage, demonstration
    bool expected = false;   // something was saved here before, and it cannot be reached now
    bool persisted = false;  // the browser promised not to clear it by itself
    std::vector<std::string> damaged;
    uint64_t generation = 0;
    SaveState saving = SaveState::Saved;
    SaveProblem problem = SaveProblem::None;
    int failures = 0;  // since the last save that succeeded
};

// A run on screen: what was typed and does not fit (yet) is kept as typed, so that nothing a person writes is taken away.
struct Draft {
    std::string text;
    Problem problem = Problem::None;
};
struct RunView {
    Answers
        unkept;  // to what is asked for this moment only (Item::kept): here, and in nothing that is stored, kept or handed out
    std::string step;  // the step on screen, where it would tell what was answered there; empty: Run::step
    std::map<std::string, Draft, std::less<>> drafts;
    std::map<std::string, std::string, std::less<>> picked_unit;  // a unit chosen before a number was
    std::set<std::string, std::less<>> unfolded;                  // questions whose every choice is shown
    std::map<std::string, int, std::less<>> open_row;  // the row of a table, timeline or circles that is being filled in
    std::map<std::string, std::string, std::less<>>
        picked;                 // one side of a link, the length of a timer: chosen, not yet an answer
    bool show_missing = false;  // the person tried to finish: say what is still open
    int rating_asked = 0;       // goes up when it is time for a rating: said aloud
};

enum class DiaryView { List, Calendar, Chart };
enum class ChartSpan { Week, Month };
struct DiaryState {
    DiaryView view = DiaryView::List;
    ChartSpan span = ChartSpan::Week;
    Day anchor{};  // a day in the week or month on screen; 0 = today
    bool anchored = false;
    std::string followed;  // whose chart; empty = the first
    bool table = false;
    int shown_days = 14;  // of the list
};

// Ontdekken: the library, by question, by minutes, by word.
enum class LibraryState { NotHere, Asked, Missing };
struct DiscoverState {
    LibraryState library = LibraryState::NotHere;  // while the Catalog is not whole
    int minutes = 0;                               // at most; 0 = any
    std::string search;
    // Of the finished one on screen: beside the time before it, and where of the compass one wants to begin.
    bool comparing = false;
    std::string start;
};

// Hulp nu: what was tapped there, for this moment only. Nothing of it is kept unless the person keeps their wave.
struct HelpState {
    WaveAnswer wave;
    std::string kept;                                      // the entry it became; gone when that was undone
    std::map<std::string, std::string, std::less<>> said;  // "safe": yes | no, "low": no | some | often | now, "minutes"
};

// On paper: what was left out of it, for this visit only.
struct PaperState {
    std::set<std::string, std::less<>> left_out;
};

// Where Koers runs, as the page told at the start.
struct Surroundings {
    std::string address;      // of this Koers, without what follows "#"
    bool inside_app = false;  // in the small browser of another app, whose memory is not to be relied on
    bool can_share = false;   // there is a share sheet
};

// A link that was opened. It is held here and nowhere else until the person says yes to it; a no forgets it.
enum class LinkState { None, Open, Late, Unreadable, Newer };
struct InviteState {
    LinkState link = LinkState::None;
    Invitation invitation;
    bool professional = false;    // it asked for the page for professionals
    std::string fragment;         // as it came, to take it along to another browser
    std::optional<Role> role;     // where the link leaves it open
    std::string language_before;  // the language wished for before the link's own
};

// The link that is being made, for this visit only.
struct MakerState {
    Invitation draft;
    std::string set;  // the ready-made one it began from
    bool language_chosen = false;
    std::string unfolded;  // the group of activities to choose from that is open
    std::optional<QrCode> code;
};

// The summary that is being composed, for this visit only.
struct SummaryState {
    int days = 28;  // back from today; 0 = all
    std::set<std::string, std::less<>> left_out, taken_in;
    std::string words;
    bool sealing = false;
    std::string phrase;

    DayRange range(Day today) const { return {days ? today - (days - 1) : Day{0}, today}; }
};

// A sealed summary that somebody else made, open here: in memory, and gone when it is left.
enum class ReadingState { Nothing, Foreign, Newer, Asking, Opening, Closed, Open };
struct ReadState {
    ReadingState state = ReadingState::Nothing;
    int asked = 0;  // how often a phrase was tried in this visit: an answer to an earlier one is of another file
    std::string phrase;
    Summary summary;
};

struct WelcomeState {
    int step = 0;  // 0 what, 1 who, 2 about
    std::optional<Role> role;
    std::vector<Followed> followed;
    std::string own_name;
    std::optional<bool> adult;
    std::string country;
};

// What was just taken away, so that it can be put back.
struct Undo {
    std::string text_key;
    Changes changes;
};

struct Notice {
    std::string text_key;
    std::vector<std::pair<std::string, std::string>> variables;
    bool undoable = false;
    std::string entry;  // the entry it speaks of: offers "add details"
    int serial = 0;
};

// What changed on the screen out of sight, for who hears it.
struct Said {
    std::string words;
    int serial = 0;
};

struct Model {
    std::shared_ptr<const Catalog> catalog;
    std::vector<std::string> languages;  // of the browser
    std::string language = "nl";         // of the content in `catalog`
    std::string wished;                  // the language asked for last; what comes in another was an earlier wish
    Journal journal;
    Store store;
    std::vector<Route> routes{Route{Screen::Welcome, {}, {}}};  // the last is on screen
    Moment now;
    RunView run_view;
    DiaryState diary;
    DiscoverState discover;
    HelpState help;
    PaperState paper;
    InviteState invite;
    MakerState maker;
    SummaryState summary;
    ReadState read;
    WelcomeState welcome;
    Surroundings around;
    std::optional<Undo> undo;
    std::optional<Notice> notice;
    Said said;
    bool demo = false;
    bool confirm_erase = false;
    bool confirm_discard = false;
    bool update_waiting = false;
    bool drawn = true;      // there is a canvas to draw on; without one the page is plain text
    bool voice = false;     // this device has a voice of its own for the language on screen
    bool speaking = false;  // the screen is being read aloud
    int arrivals = 0;       // goes up when another screen or step comes on: focus moves to its heading
    int serial = 0;
    bool wave_rings = false;  // the timer of a wave is set

    bool text_face() const { return !drawn || journal.settings.text_face; }
    const Route& route() const { return routes.back(); }
    Day today() const { return day_of(now, journal.settings.day_starts_at); }
    bool may_write() const { return store.writer && store.state != StoreState::Newer && store.state != StoreState::Opening; }
    const std::string& wished_language() const { return wished.empty() ? language : wished; }
    // The run on screen as it is now, with what nobody keeps.
    Run in_hand(const Run& run) const;
    AskContext ask() const { return AskContext{*catalog, journal.settings, today(), &journal, fact}; }
    std::string made_link() const;  // the whole address of the link being made
    std::string country() const;    // the chosen one, else a guess from the browser's languages: nl-BE -> be, nl -> nl
};

}  // namespace koers
