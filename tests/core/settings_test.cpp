#include <doctest/doctest.h>

#include "tests/support/given.h"
#include "tests/support/small_content.h"

using namespace koers;
using namespace koers::test;

TEST_CASE("another language is stored, fetched, and shown when it has arrived") {
    Person person = someone();
    person.happens(LanguageChosen{"en"});
    REQUIRE(person.effect<LoadContent>());
    CHECK(person.effect<LoadContent>()->language == "en");
    CHECK(person.model.language == "nl");
    CHECK(person.stored().settings.language == "en");
    person.happens(ContentArrived{small_catalog("en")});
    CHECK(person.model.language == "en");
    CHECK(person.model.catalog->texts.get("substance.alcohol") == "substance.alcohol (en)");
    person.happens(LanguageChosen{"en"});
    CHECK_FALSE(person.effect<LoadContent>());
}

TEST_CASE("a language chosen before the first visit is over is fetched, and stored at its end") {
    Person person = first_visit();
    person.happens(LanguageChosen{"en"});
    CHECK(person.effect<LoadContent>());
    CHECK(person.pages.empty());
    person.happens(ContentArrived{small_catalog("en")}).happens(WelcomeFinished{});
    CHECK(person.stored().settings.language == "en");
}

TEST_CASE("a journal in another language than the one that was loaded fetches its own") {
    Person person = someone();
    person.happens(LanguageChosen{"en"});
    Person again = person.reopened();
    REQUIRE(again.effect<LoadContent>());
    CHECK(again.effect<LoadContent>()->language == "en");
}

TEST_CASE("a journal with something of the library fetches it too, in its own language and once") {
    Person person = someone();
    Entry entry = use_entry("a", "2026-11-20", "alcohol", 2, "glass");
    entry.activity = "an_exercise";
    const auto asked = [](const Person& one) {
        const auto* found = one.effect<LoadContent>();
        return found ? found->language + (found->whole ? " whole" : "") : std::string();
    };
    JournalOpened event = journal_opened(person.disk.records());
    event.records.push_back(put(entry));
    person.happens(event);
    CHECK(asked(person) == "nl whole");
    person.happens(event);
    CHECK(asked(person).empty());

    Person other = someone();
    other.happens(LanguageChosen{"en"});
    event = journal_opened(other.disk.records());
    event.records.push_back(put(entry));
    other.happens(event);
    CHECK(asked(other) == "en whole");
}

TEST_CASE("the language changes in the middle of a run, and the answers stay") {
    Person person = someone();
    person.opens("use", about("alcohol"))
        .types("amount", "2,5")
        .happens(LanguageChosen{"en"})
        .happens(ContentArrived{small_catalog("en")});
    CHECK(*find_as<NumberAnswer>(person.run().answers, "amount") == NumberAnswer{2.5, "glass"});
    person.finishes();
    CHECK(person.model.journal.entries.size() == 1);
}

TEST_CASE("the hour at which a day begins moves the line between yesterday and today") {
    Person person = someone();
    person.clock_is("2026-11-22 02:30").happens(TimeTicked{});
    CHECK(to_text(person.model.today()) == "2026-11-21");
    person.happens(DayStartChosen{2});
    CHECK(to_text(person.model.today()) == "2026-11-22");
    CHECK(person.stored().settings.day_starts_at == 2);
    person.happens(DayStartChosen{99});
    CHECK(person.stored().settings.day_starts_at == 6);
    person.happens(DayStartChosen{-1});
    CHECK(person.stored().settings.day_starts_at == 0);
}

TEST_CASE("entries stay on their day when the hour at which a day begins changes") {
    Person person = someone();
    person.clock_is("2026-11-22 02:30").opens("use", about("alcohol")).finishes();
    person.happens(DayStartChosen{0});
    CHECK(person.stored().current().size() == 1);
    const Journal stored = person.stored();
    CHECK(stored.current().front()->day == day("2026-11-21"));
}

TEST_CASE("the timer of the day goes off just after the next day begins") {
    Person person = someone();
    person.clock_is("2026-11-21 18:05").happens(TimeTicked{});
    CHECK(person.timer("day") == (9 * 60 + 55) * 60000 + 1000);
    person.clock_is("2026-11-22 03:59").happens(TimeTicked{});
    CHECK(person.timer("day") == 61000);
    person.clock_is("2026-11-22 04:00").happens(TimeTicked{});
    CHECK(person.timer("day") == 24 * 3600000 + 1000);
    person.clock_is("2026-11-22 23:00").happens(DayStartChosen{0});
    CHECK(person.timer("day") == 3600000 + 1000);
    // The hour is in the journal: opening it sets the timer anew.
    person.clock_is("2026-11-22 23:00");
    Person again = person.reopened();
    CHECK(again.timer("day") == 3600000 + 1000);
    // Before 1970 a day has 24 hours too.
    person.clock_is("1969-12-31 23:00", 0).happens(TimeTicked{});
    CHECK(person.timer("day") == 3600000 + 1000);
}

TEST_CASE("a new day is seen by the next event, without a thing being written") {
    Person person = someone();
    CHECK(to_text(person.model.today()) == "2026-11-21");
    person.clock_is("2026-11-22 04:00").happens(TimeTicked{});
    CHECK(to_text(person.model.today()) == "2026-11-22");
    CHECK(person.times<SaveChanges>() == 0);
}

TEST_CASE("a clock that jumps back loses nothing and refuses nothing that was there") {
    Person person = someone();
    person.opens("use", about("alcohol")).types("amount", "2").finishes();
    person.opens("day").answers("mood", number(5));
    const std::string run = person.run_id();
    person.clock_is("2026-11-19 12:00").happens(TimeTicked{});
    CHECK(to_text(person.model.today()) == "2026-11-19");
    CHECK(person.model.journal.entries.size() == 1);
    CHECK(person.run_id() == run);
    person.answers("mood", number(6));
    CHECK(*find_as<NumberAnswer>(person.stored().runs.at(run).answers, "mood") == NumberAnswer{6, ""});
    CHECK(person.model.journal.current().front()->day == day("2026-11-21"));
    // A new entry is of the day the clock says; the one of the day to come stays after it.
    person.opens("use", about("alcohol")).finishes();
    const auto entries = person.model.journal.current_of("use");
    REQUIRE(entries.size() == 2);
    CHECK(entries[0]->day == day("2026-11-19"));
    CHECK(entries[1]->day == day("2026-11-21"));
    const Person again = person.reopened();
    CHECK(again.model.journal.entries.size() == 2);
    CHECK(again.model.journal.runs.count(run) == 1);
}

TEST_CASE("a run that was touched in the very millisecond it began counts as begun") {
    Person person = someone();
    person.opens("urge").answers("strength", number(3)).happens(BackPressed{});
    CHECK(person.model.journal.runs.size() == 1);
}

TEST_CASE("what is followed can be changed later") {
    Person person = someone({"alcohol"});
    person.happens(FollowedChanged{"tobacco", true})
        .happens(FollowedChanged{"tobacco", true})
        .happens(WelcomeOwnTyped{" Kratom "})
        .happens(OwnFollowedAdded{});
    auto followed = person.stored().settings.followed;
    REQUIRE(followed.size() == 3);
    CHECK(followed[1].id == "tobacco");
    CHECK(followed[2].name == "Kratom");
    person.happens(FollowedChanged{"alcohol", false}).happens(OwnFollowedAdded{});
    followed = person.stored().settings.followed;
    REQUIRE(followed.size() == 2);
    CHECK(followed[0].id == "tobacco");
}

TEST_CASE("the size of text stays between its ends") {
    Person person = someone();
    person.happens(TextSizeChosen{500});
    CHECK(person.stored().settings.text_percent == 200);
    person.happens(TextSizeChosen{10});
    CHECK(person.stored().settings.text_percent == 100);
    person.happens(ThemeChosen{ThemeChoice::Contrast}).happens(CountryChosen{"nl"});
    CHECK(person.stored().settings.theme == ThemeChoice::Contrast);
    CHECK(person.stored().settings.country == "nl");
    CHECK(person.model.country() == "nl");
}

TEST_CASE("the diary moves by weeks or months, and coming back to now lets go of the past") {
    Person person = someone();
    person.happens(DiaryViewChosen{DiaryView::Chart}).happens(DiaryMoved{-1});
    CHECK(person.model.diary.anchored);
    CHECK(to_text(person.model.diary.anchor) == "2026-11-14");
    person.happens(DiaryMoved{1});
    CHECK_FALSE(person.model.diary.anchored);
    person.happens(DiaryMoved{1});
    CHECK_FALSE(person.model.diary.anchored);
    person.happens(ChartSpanChosen{ChartSpan::Month}).happens(DiaryMoved{-11});
    CHECK(to_text(person.model.diary.anchor) == "2025-12-01");
    person.happens(DiaryMoved{11});
    CHECK_FALSE(person.model.diary.anchored);
    person.happens(ChartSpanChosen{ChartSpan::Week}).happens(DiaryViewChosen{DiaryView::Calendar}).happens(DiaryMoved{-1});
    CHECK(to_text(person.model.diary.anchor) == "2026-10-01");
    person.happens(TableToggled{}).happens(MoreDaysAsked{}).happens(ChartFollowedChosen{"tobacco"});
    CHECK(person.model.diary.table);
    CHECK(person.model.diary.shown_days == 42);
    CHECK(person.model.diary.followed == "tobacco");
    person.happens(TableToggled{});
    CHECK_FALSE(person.model.diary.table);
    CHECK(person.times<SaveChanges>() == 0);
}
