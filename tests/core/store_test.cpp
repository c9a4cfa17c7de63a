#include <doctest/doctest.h>

#include "tests/support/given.h"
#include "tests/support/small_content.h"

using namespace koers;
using namespace koers::test;

static JournalOpened opened(const Person& person, StoreState state = StoreState::Ready, bool writer = true) {
    return journal_opened(person.disk.records(), state, writer);
}

TEST_CASE("a journal that opens brings the person in, and says what it found") {
    Person person = someone_with({put(use_entry("a", "2026-11-20", "alcohol", 1, "glass"))});
    CHECK(person.model.route().screen == Screen::Today);
    CHECK(person.model.journal.entries.size() == 1);
    CHECK(person.model.may_write());
    Person again;
    again.happens(Started{{"nl-BE"}, small_catalog()});
    JournalOpened event = opened(person);
    event.damaged = {"p3"};
    event.generation = 42;
    event.recovered = event.volatile_ = event.persisted = true;
    again.happens(event);
    CHECK(again.model.store.generation == 42);
    CHECK(again.model.store.damaged == Words{"p3"});
    CHECK(again.model.store.recovered);
    CHECK(again.model.store.volatile_);
    CHECK(again.model.store.persisted);
    CHECK(again.notice() == "app.store.recovered");
}

TEST_CASE("entries are reason enough to go in, also when the settings were lost") {
    Person person;
    person.happens(Started{{"nl-BE"}, small_catalog()});
    person.happens(journal_opened({put(use_entry("a", "2026-11-20", "alcohol", 1, "glass"))}));
    CHECK(person.model.route().screen == Screen::Today);
}

TEST_CASE("a journal that should be there and is not is never met with a welcome") {
    Person person;
    person.happens(Started{{"nl-BE"}, small_catalog()}).happens(journal_opened({}, StoreState::Lost));
    CHECK(person.model.route().screen == Screen::Recovery);
    CHECK(person.times<SaveChanges>() == 0);
    person.happens(StartedEmpty{});
    CHECK(person.model.route().screen == Screen::Welcome);
    CHECK(person.model.store.state == StoreState::Ready);
    person.happens(WelcomeFinished{});
    CHECK(person.stored().settings.started);
}

TEST_CASE("a lost journal that turns up after all brings the person in") {
    const Person before = someone();
    Person person;
    person.happens(Started{{"nl-BE"}, small_catalog()}).happens(journal_opened({}, StoreState::Lost)).happens(opened(before));
    CHECK(person.model.route().screen == Screen::Today);
}

TEST_CASE("a tab that only reads refuses every change, and says why") {
    Person person = someone_with({put(use_entry("a", "2026-11-20", "alcohol", 1, "glass"))});
    person.opens("day").answers("mood", number(5));
    const std::string run = person.run_id();
    const Journal before = person.model.journal;
    const auto pages = person.pages;
    person.happens(WriterChanged{false});
    CHECK_FALSE(person.model.may_write());
    const std::vector<Event> changes{ActivityOpened{"use", {}},
                                     AnswerChanged{run, "mood", number(9)},
                                     AnswerTyped{run, "sleep", "7", -1},
                                     LineRemoved{run, "gave", 0},
                                     UnitPicked{run, "sleep", "hour"},
                                     AnswerCleared{run, "mood"},
                                     RunFinished{run},
                                     RunDiscarded{run},
                                     NothingLogged{day("2026-11-21"), {"alcohol"}},
                                     EntryEdited{"a"},
                                     EntryDeleted{"a"},
                                     LanguageChosen{"en"},
                                     DayStartChosen{2},
                                     FollowedChanged{"gambling", true}};
    for (size_t i = 0; i < changes.size(); ++i) {
        CAPTURE(i);
        person.happens(NoticeClosed{}).happened(changes[i]);
        CHECK(person.notice() == "app.store.reading.refused");
        CHECK_FALSE(person.effect<SaveChanges>());
    }
    person.happens(WelcomeOwnTyped{"x"}).happens(NoticeClosed{}).happens(OwnFollowedAdded{});
    CHECK(person.notice() == "app.store.reading.refused");
    CHECK(to_json(person.model.journal.settings) == to_json(before.settings));
    CHECK(to_json(person.model.journal.runs.at(run)) == to_json(before.runs.at(run)));
    CHECK(ids_of(person.model.journal.current()) == ids_of(before.current()));
    CHECK(person.pages == pages);
    CHECK(person.run_id() == run);

    person.happens(TakeOverPressed{});
    CHECK(person.effect<TakeOver>());
    person.happens(WriterChanged{true}).happens(opened(person)).answers("mood", number(9));
    CHECK(*find_as<NumberAnswer>(person.stored().runs.at(run).answers, "mood") == NumberAnswer{9, ""});
}

TEST_CASE("an undo is refused in a tab that only reads, and not lost") {
    Person person = someone_with({put(use_entry("a", "2026-11-20", "alcohol", 1, "glass"))});
    person.happens(EntryDeleted{"a"}).happens(WriterChanged{false}).happens(UndoPressed{});
    CHECK(person.model.journal.entries.empty());
    CHECK(person.notice() == "app.store.reading.refused");
}

TEST_CASE("how it looks and where help is may be changed in a tab that only reads, for this visit") {
    Person person = someone();
    person.happens(WriterChanged{false})
        .happens(ThemeChosen{ThemeChoice::Contrast})
        .happens(TextSizeChosen{180})
        .happens(CountryChosen{"nl"});
    CHECK(person.model.journal.settings.theme == ThemeChoice::Contrast);
    CHECK(person.model.journal.settings.text_percent == 180);
    CHECK(person.model.country() == "nl");
    CHECK(person.times<SaveChanges>() == 0);
    CHECK(person.stored().settings.country == "be");
}

TEST_CASE("a store of a newer Koers is read and never written") {
    Person person = someone_with({put(use_entry("a", "2026-11-20", "alcohol", 1, "glass"))});
    person.happens(opened(person, StoreState::Newer));
    CHECK(person.model.journal.entries.size() == 1);
    person.opens("use");
    CHECK(person.notice() == "app.store.newer.refused");
    CHECK(person.model.route().screen == Screen::Today);
    person.happens(EntryDeleted{"a"})
        .happens(NothingLogged{day("2026-11-21"), {"alcohol"}})
        .happens(ThemeChosen{ThemeChoice::Dark});
    CHECK(person.times<SaveChanges>() == 0);
    CHECK(person.model.journal.entries.size() == 1);
    person.happens(ExportAsked{});
    REQUIRE(person.effect<Download>());
    CHECK(person.effect<Download>()->name == "koers-2026-11-21.json");
    CHECK(person.effect<Download>()->text.find("\"alcohol\"") != std::string::npos);
}

TEST_CASE("a browser that refuses storage still lets a person write, and nothing pretends to be saved") {
    Person person;
    JournalOpened refused = journal_opened({}, StoreState::Refused);
    refused.volatile_ = true;
    person.happens(Started{{"nl-BE"}, small_catalog()}).happens(refused);
    person.happens(WelcomeFollowed{"alcohol", true}).happens(WelcomeFinished{}).opens("use").finishes();
    CHECK(person.model.journal.entries.size() == 1);
    CHECK(person.model.store.volatile_);
    CHECK(person.times<SaveChanges>() == 0);
}

TEST_CASE("a save that fails is shown and tried again; one that succeeds clears it") {
    Person person = someone();
    person.opens("use", about("alcohol")).finishes().happens(ChangesSaving{});
    CHECK(person.model.store.saving == SaveState::Saving);
    person.happens(ChangesFailed{SaveProblem::Full});
    CHECK(person.model.store.saving == SaveState::Failed);
    CHECK(person.model.store.problem == SaveProblem::Full);
    CHECK(person.timer("retry") == 1000);
    CHECK_MESSAGE(person.model.journal.entries.size() == 1, "what was written stays on screen");
    person.happens(ChangesSaving{});
    CHECK_MESSAGE(person.model.store.saving == SaveState::Failed, "trying is not yet having saved");
    person.happens(RetryPressed{});
    CHECK(person.effect<RetrySave>());
    for (const int ms : {2000, 60000, 60000}) {
        person.happens(ChangesFailed{SaveProblem::Full});
        CHECK(person.timer("retry") == ms);
    }
    person.happens(ChangesSaved{43});
    CHECK(person.model.store.saving == SaveState::Saved);
    CHECK(person.model.store.problem == SaveProblem::None);
    CHECK(person.model.store.generation == 43);
    person.happens(ChangesFailed{SaveProblem::Full});
    CHECK_MESSAGE(person.timer("retry") == 1000, "after a save that succeeded it begins anew");
}

TEST_CASE("a journal that opens again under a run leaves the person where they were") {
    Person person = someone();
    person.opens("day")
        .answers("mood", number(5))
        .happens(StepChosen{person.run_id(), "when"})
        .answers("when", DayAnswer{day("2026-11-20")});
    const std::string run = person.run_id();
    const uint64_t revision = person.model.journal.revision;
    person.happens(opened(person));
    CHECK(person.run_id() == run);
    CHECK(person.run().step == "when");
    CHECK(*find_as<NumberAnswer>(person.run().answers, "mood") == NumberAnswer{5, ""});
    CHECK(person.model.journal.revision > revision);
}

TEST_CASE("a run or an entry that went in another tab is not on screen any more") {
    Person person = someone_with({put(use_entry("a", "2026-11-20", "alcohol", 1, "glass"))});
    person.happens(RouteOpened{Route{Screen::Day, "", day("2026-11-20")}}).happens(RouteOpened{Route{Screen::Entry, "a", {}}});
    person.disk.apply({remove_entry("a")});
    person.happens(opened(person));
    CHECK(person.model.route().screen == Screen::Day);
    person.opens("day").answers("mood", number(5));
    person.disk.apply({remove_run(person.run_id())});
    person.happens(opened(person));
    CHECK(person.model.route().screen == Screen::Day);
}

TEST_CASE("a journal that another tab erased is not shown here any longer") {
    Person person = someone_with({put(use_entry("a", "2026-11-20", "alcohol", 1, "glass"))});
    person.happens(PlaceChosen{Screen::Diary});
    const uint64_t revision = person.model.journal.revision;
    person.happens(journal_opened({}, StoreState::Ready, false));
    CHECK(person.model.route().screen == Screen::Welcome);
    CHECK(person.model.routes.size() == 1);
    CHECK(person.model.journal.entries.empty());
    CHECK_MESSAGE(person.model.journal.revision > revision, "what was reckoned from it is reckoned anew");
}

TEST_CASE("erasing is asked first, and afterwards nothing is left") {
    Person person = someone_with({put(use_entry("a", "2026-11-20", "alcohol", 1, "glass"))});
    person.opens("day").answers("mood", number(5)).happens(PlaceChosen{Screen::Data}).happens(EraseAsked{true});
    CHECK(person.model.confirm_erase);
    CHECK_FALSE(person.effect<EraseEverything>());
    person.happens(EraseConfirmed{});
    CHECK(person.effect<EraseEverything>());
    CHECK_FALSE(person.model.confirm_erase);
    const uint64_t revision = person.model.journal.revision;
    person.happens(JournalErased{});
    CHECK(person.model.journal.empty());
    CHECK(person.model.journal.revision > revision);
    CHECK(person.model.route().screen == Screen::Welcome);
    CHECK(person.model.routes.size() == 1);
    CHECK(person.model.store.state == StoreState::Ready);
    CHECK(person.notice() == "app.erased");
    CHECK_FALSE(person.model.undo);
    CHECK(person.model.language == "nl");
    CHECK(person.model.catalog);
    CHECK(person.times<SaveChanges>() == 1);
}

TEST_CASE("asking to keep, to update and to count the days are orders to the outside") {
    Person person = someone();
    person.happens(PersistAsked{});
    CHECK(person.effect<AskToPersist>());
    person.happens(UpdateArrived{});
    CHECK(person.model.update_waiting);
    CHECK(person.effects.empty());
    person.happens(UpdateAccepted{});
    CHECK(person.effect<SwitchRelease>());
}

TEST_CASE("the same events on the same model give the same model and the same orders") {
    Person one = someone(), two = someone();
    for (Person* person : {&one, &two}) {
        person->opens("use", about("alcohol")).types("amount", "2,5").answers("company", ManyAnswer{{"family"}}).finishes();
        person->later(3).happens(EntryEdited{person->model.journal.current().front()->id}).types("note", "later").finishes();
    }
    CHECK(one.pages == two.pages);
    CHECK(one.all.size() == two.all.size());
    CHECK(one.model.serial == two.model.serial);
}
