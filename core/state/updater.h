// The visitor behind `update`: one function an event, spread over files by subject (update_*.cpp).
#pragma once

#include "core/state/update.h"

namespace koers {

struct Updater {
    Model& model;
    const Stamp& stamp;
    Effects effects;

    // --- shared
    void commit(const Changes& changes);  // into the journal and, unless this is a demonstration, to the store
    bool refuse_when_reading();           // true: another tab writes or the store is newer; nothing may change here
    void go(Route route);                 // on top of the present screen
    void place(Route route);              // as a place of its own, Vandaag below it
    void pop();
    void begin_at(Screen screen);  // nothing below it, and nothing of what was open
    void leave_handing();          // what was shown to somebody, or sealed, is gone when its screen is left
    void notify(std::string text_key, std::optional<Undo> undo = std::nullopt, std::string entry = "",
                std::vector<std::pair<std::string, std::string>> variables = {});
    void quiet();                 // takes the notice away
    void say(std::string words);  // to who hears the screen
    void put_settings();
    void next_day_timer();
    void stop_timers();  // what would ring for something that is no longer on screen
    void load(const std::string& language, bool whole);
    void load_invited();  // what an open link needs to be read: its own language, or the library
    void need_library();  // exercises and checks are fetched when somebody wants them
    std::string fresh(int n) const { return stamp.id + (n ? "-" + std::to_string(n) : ""); }

    // --- runs (update_run.cpp)
    Run* run_of(const std::string& id);
    const Activity* activity_of(const Run& run) const;
    void touch(Run& run);
    void leave_run(const Route& route);  // keeps what was answered, forgets what was not begun and what is not kept
    void to_step(Run& run, const Activity& activity, const std::string& step);
    void forget_old();  // what an older Koers kept and nobody keeps now
    void start_run(const Activity& activity, Answers answers, std::string replaces);
    void number_typed(Run& run, const Activity& activity, const Item& item, const std::string& text);
    Problem present_problem(const Run& run, const Activity& activity, const Item& item);
    void after_change(Run& run, const Activity& activity, const Item& item);

    // --- rows, links and timers of a run (update_rows.cpp)
    struct Asked {
        Run* run = nullptr;
        const Activity* activity = nullptr;
        const Item* item = nullptr;
    };
    Asked asked(const std::string& run, const std::string& item);  // item is null when it may not be answered now
    void give(const Asked& asked, Answer answer);                  // as an answer, if it fits
    void keep_links(Run& run, const Activity& activity);           // what was ranked or linked and is there no longer goes
    void rename_links(Run& run, const Activity& activity, const std::string& item, const std::string& from,
                      const std::string& to);
    // The wave that is meant: of the run, or of Hulp nu. Null when there is none yet.
    const WaveAnswer* wave_of(const std::string& run, const std::string& item);
    void put_wave(const std::string& run, const std::string& item, WaveAnswer wave);
    struct OnScreen {  // a timer that can be seen now
        const TimerFormat* format = nullptr;
        const WaveAnswer* wave = nullptr;
    };
    OnScreen wave_on_screen();
    void next_wave_timer();  // while a timer runs on screen, the next look at it

    // --- platform (update_store.cpp)
    void operator()(const Started&);
    void operator()(const CanvasChanged&);
    void operator()(const VoiceFound&);
    void operator()(const SpeakingChanged&);
    void operator()(const ContentArrived&);
    void operator()(const ContentMissing&);
    void operator()(const JournalOpened&);
    void operator()(const ChangesSaving&);
    void operator()(const ChangesSaved&);
    void operator()(const ChangesFailed&);
    void operator()(const WriterChanged&);
    void operator()(const PersistAnswered&);
    void operator()(const JournalErased&);
    void operator()(const UpdateArrived&);
    void operator()(const NoticeTimedOut&);
    void operator()(const TimeTicked&);
    void operator()(const RetryPressed&);
    void operator()(const TakeOverPressed&);
    void operator()(const PersistAsked&);
    void operator()(const UpdateAccepted&);
    void operator()(const StartedEmpty&);
    void operator()(const ExportAsked&);
    void operator()(const EraseAsked&);
    void operator()(const EraseConfirmed&);

    // --- going about, the first visit, settings (update_places.cpp)
    void operator()(const PlaceChosen&);
    void operator()(const RouteOpened&);
    void operator()(const BackPressed&);
    void operator()(const WelcomeStepped&);
    void operator()(const WelcomeRoleChosen&);
    void operator()(const WelcomeFollowed&);
    void operator()(const WelcomeOwnTyped&);
    void operator()(const WelcomeOwnAdded&);
    void operator()(const WelcomeAdultAnswered&);
    void operator()(const WelcomeFinished&);
    void operator()(const DemoStarted&);
    void operator()(const DemoStopped&);
    void operator()(const LanguageChosen&);
    void operator()(const CountryChosen&);
    void operator()(const ThemeChosen&);
    void operator()(const TextSizeChosen&);
    void operator()(const FaceChosen&);
    void operator()(const ReadAloudChosen&);
    void operator()(const ReadAloudPressed&);
    void operator()(const DayStartChosen&);
    void operator()(const FollowedChanged&);
    void operator()(const OwnFollowedAdded&);

    // --- working through an activity (update_run.cpp)
    void operator()(const ActivityOpened&);
    void operator()(const RunOpened&);
    void operator()(const AnswerChanged&);
    void operator()(const AnswerTyped&);
    void operator()(const LineRemoved&);
    void operator()(const UnitPicked&);
    void operator()(const AnswerCleared&);
    void operator()(const ChoicesFolded&);
    void operator()(const StepChosen&);
    void operator()(const RunFinished&);
    void operator()(const DiscardAsked&);
    void operator()(const RunDiscarded&);

    void operator()(const RunPaused&);

    void operator()(const CellChanged&);
    void operator()(const RowOpened&);
    void operator()(const RowRemoved&);
    void operator()(const RowMoved&);
    void operator()(const SidePicked&);
    void operator()(const WaveBegan&);
    void operator()(const WaveRated&);
    void operator()(const WaveEnded&);
    void operator()(const WaveTicked&);

    // --- Hulp nu (update_help.cpp)
    void operator()(const WaveKept&);
    void operator()(const HelpAnswered&);

    // --- the library (update_library.cpp)
    void operator()(const LibraryAsked&);
    void operator()(const DiscoverMinutesChosen&);
    void operator()(const DiscoverSearched&);
    void operator()(const SurpriseAsked&);
    void operator()(const FavouriteChosen&);
    void operator()(const CompareToggled&);
    void operator()(const StartChosen&);
    void operator()(const CarryAccepted&);

    // --- on paper (update_paper.cpp)
    void operator()(const PaperChosen&);
    void operator()(const PaperPartChosen&);
    void operator()(const PrintPressed&);
    void operator()(const PictureAsked&);
    void operator()(const PictureKept&);

    // --- a link that was opened, and what was taken from links (update_invite.cpp)
    void take_link(const std::string& fragment);
    void show_invitation(bool anew = false);  // when there is one and the journal is there
    void forget_invitation();
    void open_activity(const std::string& id);  // its card, or the thing itself where it has none
    void operator()(const LinkOpened&);
    void operator()(const InviteAccepted&);
    void operator()(const InviteDeclined&);
    void operator()(const InviteLateAnswered&);
    void operator()(const InviteAdultAnswered&);
    void operator()(const InviteRoleAnswered&);
    void operator()(const InviteCopied&);
    void operator()(const ProposalOpened&);
    void operator()(const ProposalRemoved&);

    // --- links made for others (update_maker.cpp)
    void operator()(const SetChosen&);
    void operator()(const LinkDrafted&);
    void operator()(const MakerUnfolded&);
    void operator()(const LinkMade&);
    void operator()(const LinkTried&);
    void operator()(const LinkCopied&);
    void operator()(const LinkShared&);
    void operator()(const CodeMade&);
    void operator()(const CodeKept&);
    void operator()(const LinkKept&);
    void operator()(const LinkTakenUp&);
    void operator()(const TextCopied&);

    // --- the summary (update_summary.cpp)
    void operator()(const SummaryDaysChosen&);
    void operator()(const SummaryPartChosen&);
    void operator()(const SummaryTyped&);
    void operator()(const SummaryKept&);
    void operator()(const SealingAsked&);
    void operator()(const PhraseTyped&);
    void operator()(const PhraseAsked&);
    void operator()(const PhraseOffered&);
    void operator()(const SummarySealed&);
    void operator()(const SealDone&);
    void operator()(const SealedWanted&);
    void operator()(const SealedGiven&);
    void operator()(const ReadPhraseTyped&);
    void operator()(const SealedOpening&);
    void operator()(const SealedOpened&);
    void operator()(const ReadingLeft&);
    void operator()(const FhirAsked&);

    // --- the diary (update_diary.cpp)
    void operator()(const NothingLogged&);
    void operator()(const EntryEdited&);
    void operator()(const EntryDeleted&);
    void operator()(const UndoPressed&);
    void operator()(const NoticeClosed&);
    void operator()(const DiaryViewChosen&);
    void operator()(const ChartSpanChosen&);
    void operator()(const ChartFollowedChosen&);
    void operator()(const DiaryMoved&);
    void operator()(const TableToggled&);
    void operator()(const MoreDaysAsked&);
};

}  // namespace koers
