#include <doctest/doctest.h>

#include "tests/support/given.h"
#include "tests/support/small_content.h"

using namespace koers;
using namespace koers::test;

TEST_CASE("a start opens the journal and waits for it") {
    Person person;
    person.happens(Started{{"en-GB", "nl-NL"}, small_catalog()});
    CHECK(person.effect<OpenJournal>());
    CHECK(person.model.language == "nl");
    CHECK(person.model.route().screen == Screen::Welcome);
    CHECK_FALSE(person.model.may_write());
    CHECK(person.timer("day") > 0);
}

TEST_CASE("a first visit, from the first screen to the first evening, stores one record at its end and nothing before") {
    Person person = first_visit();
    CHECK(person.model.route().screen == Screen::Welcome);
    person.happens(WelcomeStepped{1}).happens(WelcomeRoleChosen{Role::Self}).happens(WelcomeStepped{2});
    person.happens(WelcomeFollowed{"alcohol", true})
        .happens(WelcomeFollowed{"tobacco", true})
        .happens(WelcomeFollowed{"tobacco", false});
    person.happens(WelcomeOwnTyped{"  Kratom "}).happens(WelcomeOwnAdded{});
    person.happens(WelcomeAdultAnswered{true})
        .happens(CountryChosen{"nl"})
        .happens(ThemeChosen{ThemeChoice::Dark})
        .happens(TextSizeChosen{150});
    CHECK(person.model.welcome.step == 2);
    CHECK(person.model.welcome.own_name == "");
    CHECK(person.pages.empty());
    CHECK(person.times<SaveChanges>() == 0);

    person.happens(WelcomeFinished{});
    CHECK(person.times<SaveChanges>() == 1);
    CHECK(person.model.route().screen == Screen::Today);
    CHECK(person.model.routes.size() == 1);
    const Settings stored = person.stored().settings;
    CHECK(stored.started);
    CHECK(stored.role == Role::Self);
    CHECK(stored.language == "nl");
    CHECK(stored.country == "nl");
    CHECK(stored.theme == ThemeChoice::Dark);
    CHECK(stored.text_percent == 150);
    CHECK(stored.day_starts_at == 4);
    REQUIRE(stored.followed.size() == 2);
    CHECK(stored.followed[0] == Followed{"alcohol", "alcohol", "", json::object()});
    CHECK(stored.followed[1].substance == "other");
    CHECK(stored.followed[1].name == "Kratom");
    CHECK(stored.followed[1].id.rfind("own-", 0) == 0);
    CHECK(person.reopened().model.route().screen == Screen::Today);
}

TEST_CASE("a name that was typed and not added is meant all the same") {
    Person person = first_visit();
    person.happens(WelcomeOwnTyped{"Snus"}).happens(WelcomeFinished{});
    REQUIRE(person.stored().settings.followed.size() == 1);
    CHECK(person.stored().settings.followed[0].name == "Snus");
    Person blank = first_visit();
    blank.happens(WelcomeOwnTyped{"   "}).happens(WelcomeOwnAdded{}).happens(WelcomeFinished{});
    CHECK(blank.stored().settings.followed.empty());
}

TEST_CASE("two names of one's own are two things") {
    Person person = first_visit();
    person.happens(WelcomeOwnTyped{"Snus"})
        .happens(WelcomeOwnAdded{})
        .happens(WelcomeOwnTyped{"Kratom"})
        .happens(WelcomeOwnAdded{})
        .happens(WelcomeFinished{});
    const auto followed = person.stored().settings.followed;
    REQUIRE(followed.size() == 2);
    CHECK(followed[0].id != followed[1].id);
}

TEST_CASE("whoever comes for another, or to look, follows nothing") {
    for (const Role role : {Role::Other, Role::Looking}) {
        Person person = first_visit();
        person.happens(WelcomeFollowed{"alcohol", true}).happens(WelcomeRoleChosen{role}).happens(WelcomeFinished{});
        CHECK(person.stored().settings.role == role);
        CHECK(person.stored().settings.followed.empty());
    }
}

TEST_CASE("steps of the first visit stay within the first visit, and back goes one step") {
    Person person = first_visit();
    person.happens(WelcomeStepped{9});
    CHECK(person.model.welcome.step == 2);
    person.happens(BackPressed{});
    CHECK(person.model.welcome.step == 1);
    person.happens(WelcomeStepped{-3}).happens(BackPressed{});
    CHECK(person.model.welcome.step == 0);
    CHECK(person.model.route().screen == Screen::Welcome);
}

TEST_CASE("who is not an adult is shown where to turn, and nothing is stored") {
    Person person = first_visit();
    person.happens(WelcomeAdultAnswered{false});
    CHECK(person.model.route().screen == Screen::Youth);
    person.happens(BackPressed{});
    CHECK(person.model.route().screen == Screen::Welcome);
    CHECK(person.pages.empty());
}

TEST_CASE("the country is guessed from the browser until it is chosen") {
    Person person = first_visit();
    CHECK(person.model.country() == "be");
    for (const auto& [language, country] :
         {std::pair{"nl-NL", "nl"}, {"nl", "nl"}, {"fy-NL", "nl"}, {"fr-BE", "be"}, {"de", "be"}, {"en-NL", "nl"}}) {
        CAPTURE(language);
        person.model.languages = {language};
        CHECK(person.model.country() == country);
    }
    person.model.languages = {"de", "nl-NL"};
    CHECK(person.model.country() == "nl");
    person.happens(CountryChosen{"be"});
    CHECK(person.model.country() == "be");
}

TEST_CASE("the first visit cannot be finished before the journal has opened") {
    Person person;
    person.happens(Started{{"nl-BE"}, small_catalog()}).happens(WelcomeFinished{});
    CHECK(person.times<SaveChanges>() == 0);
    CHECK(person.notice() == "app.store.reading.refused");
    CHECK(person.model.route().screen == Screen::Welcome);
}

// --- just looking

TEST_CASE("a demonstration shows example days and stores nothing, whatever is done in it") {
    Person person = first_visit();
    person.happens(DemoStarted{});
    CHECK(person.model.demo);
    CHECK(person.model.route().screen == Screen::Today);
    CHECK(person.model.journal.entries.size() == 4);
    person.opens("use", about("alcohol")).answers("amount", number(3, "glass")).finishes();
    CHECK(person.model.journal.entries.size() == 5);
    const std::string written = person.model.notice->entry;
    person.happens(EntryEdited{written}).types("amount", "4").finishes();
    person.happens(UndoPressed{});
    person.happens(EntryDeleted{"demo-3"});
    person.happens(NothingLogged{person.model.today(), {"alcohol"}});
    person.happens(LanguageChosen{"en"})
        .happens(CountryChosen{"nl"})
        .happens(ThemeChosen{ThemeChoice::Light})
        .happens(TextSizeChosen{130});
    person.happens(DayStartChosen{5})
        .happens(FollowedChanged{"tobacco", true})
        .happens(WelcomeOwnTyped{"x"})
        .happens(OwnFollowedAdded{});
    person.opens("day").answers("mood", number(5));
    person.happens(RunDiscarded{person.run_id()});
    CHECK(person.times<SaveChanges>() == 0);
    CHECK(person.times<AskToPersist>() == 0);
    CHECK(person.pages.empty());
}

TEST_CASE("the example days lie relative to today") {
    Person person = first_visit();
    person.happens(DemoStarted{});
    const auto entries = person.model.journal.current();
    REQUIRE(entries.size() == 4);
    CHECK(to_text(entries.front()->day) == "2026-11-18");
    CHECK(to_text(entries.back()->day) == "2026-11-21");
    CHECK(*find_as<DayAnswer>(entries[1]->answers, "until") == DayAnswer{day("2026-11-28")});
    CHECK(*find_as<TimeAnswer>(entries[2]->answers, "clock") == TimeAnswer{clock("20:00")});
    CHECK(*find_as<DayAnswer>(entries[2]->answers, "when") == DayAnswer{day("2026-11-20")});
    CHECK_MESSAGE(find_as<TextAnswer>(entries[0]->answers, "why")->text == "substance.alcohol (nl)",
                  "the example speaks the reader's language");
    for (const Entry* entry : entries)
        for (const auto& [item, answer] : entry->answers) CHECK_FALSE(std::holds_alternative<UnknownAnswer>(answer));
}

TEST_CASE("after a demonstration the person's own journal comes back, untouched") {
    Person person = someone_with({put(use_entry("mine", "2026-11-20", "alcohol", 1, "glass"))});
    const auto before = person.pages;
    person.happens(EntryDeleted{"mine"}).happens(UndoPressed{});
    person.happens(EntryDeleted{"mine"});
    const auto without = person.pages;
    const uint64_t revision = person.model.journal.revision;
    person.happens(DemoStarted{});
    CHECK_MESSAGE(!person.model.undo, "an undo of before would put the entry into the example");
    CHECK(person.model.journal.revision > revision);
    person.happens(journal_opened({}));
    CHECK_MESSAGE(!person.model.journal.entries.empty(), "what another tab does is no matter now");
    const uint64_t in_demo = person.model.journal.revision;
    person.happens(DemoStopped{});
    CHECK(person.effect<OpenJournal>());
    CHECK_FALSE(person.model.demo);
    CHECK(person.model.journal.entries.empty());
    CHECK(person.model.journal.revision > in_demo);
    CHECK(person.pages == without);
    person.happens(journal_opened(person.disk.records()));
    CHECK(person.model.route().screen == Screen::Today);
    CHECK(before.size() == 1);
}

TEST_CASE("erasing in a demonstration ends the demonstration and erases nothing") {
    Person person = someone();
    person.happens(DemoStarted{}).happens(EraseAsked{true}).happens(EraseConfirmed{});
    CHECK_FALSE(person.effect<EraseEverything>());
    CHECK_FALSE(person.model.demo);
    CHECK_FALSE(person.model.confirm_erase);
    CHECK(person.effect<OpenJournal>());
    CHECK(person.stored().settings.started);
}
