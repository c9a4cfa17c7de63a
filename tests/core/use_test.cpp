#include <doctest/doctest.h>

#include "core/insight/totals.h"
#include "tests/support/given.h"

using namespace koers;
using namespace koers::test;

static double total_on(const Person& person, std::string_view substance, std::string_view on) {
    return use_series(*person.model.catalog, person.model.journal, substance, {day(on), day(on)}).total();
}

TEST_CASE("use is written with two taps: the tile of the substance, and done") {
    Person person = someone();
    person.opens("use", about("alcohol"));
    CHECK(person.run().step == "what");
    CHECK(*find_as<NumberAnswer>(person.run().answers, "amount") == NumberAnswer{1, "glass"});
    CHECK(person.times<SaveChanges>() == 0);
    person.finishes();

    CHECK(person.model.route().screen == Screen::Today);
    CHECK(person.notice() == "activity.use.saved");
    CHECK(person.model.notice->undoable);
    REQUIRE(person.model.journal.current_of("use").size() == 1);
    const Entry& entry = *person.model.journal.current_of("use").front();
    CHECK(person.model.notice->entry == entry.id);
    CHECK(entry.day == day("2026-11-21"));
    CHECK(entry.time == std::optional(clock("18:05")));
    CHECK(entry.written == person.now);
    CHECK(entry.activity_version == 3);
    CHECK(choice_of(entry.answers, "substance") == "alcohol");
    CHECK(person.stored().entries.size() == 1);
    CHECK(person.stored().runs.empty());
    CHECK(total_on(person, "alcohol", "2026-11-21") == 1);
}

TEST_CASE("the entry and the end of its run are saved together") {
    Person person = someone();
    person.opens("use", about("alcohol")).answers("amount", number(2, "glass"));
    person.finishes();
    REQUIRE(person.effect<SaveChanges>());
    const Changes& changes = person.effect<SaveChanges>()->changes;
    REQUIRE(changes.size() == 2);
    CHECK(changes[0].key.rfind("entry/", 0) == 0);
    CHECK(changes[1].key.rfind("run/", 0) == 0);
    CHECK(changes[1].removes());
}

TEST_CASE("the first entry is when the browser is asked to keep what is stored, and only then") {
    Person person = someone();
    person.opens("use", about("alcohol")).finishes();
    CHECK(person.effect<AskToPersist>());
    person.opens("use", about("alcohol")).finishes();
    CHECK(person.times<AskToPersist>() == 1);
    person.happens(PersistAnswered{true});
    CHECK(person.model.store.persisted);
}

TEST_CASE("an entry just written can be undone") {
    Person person = someone();
    person.opens("use", about("alcohol")).finishes();
    person.happens(UndoPressed{});
    CHECK(person.notice() == "app.undone");
    CHECK_FALSE(person.model.notice->undoable);
    CHECK(person.model.journal.entries.empty());
    CHECK(person.stored().entries.empty());
    person.happens(UndoPressed{});
    CHECK_MESSAGE(person.times<SaveChanges>() == 2, "once undone there is nothing more to undo");
}

TEST_CASE("an undo goes away with its notice") {
    Person person = someone();
    person.opens("use", about("alcohol")).finishes();
    const int serial = person.model.notice->serial;
    person.happens(NoticeTimedOut{serial + 1});
    CHECK(person.model.notice);
    person.happens(NoticeTimedOut{serial});
    CHECK_FALSE(person.model.notice);
    person.happens(UndoPressed{});
    CHECK(person.model.journal.entries.size() == 1);
    person.opens("use", about("alcohol")).finishes().happens(NoticeClosed{});
    CHECK_FALSE(person.model.undo);
}

TEST_CASE("nothing of a run is kept that was opened and left without an answer") {
    Person person = someone();
    person.opens("use", about("alcohol")).happens(BackPressed{});
    CHECK(person.model.route().screen == Screen::Today);
    CHECK(person.model.journal.runs.empty());
    person.opens("use").happens(PlaceChosen{Screen::Diary});
    CHECK(person.model.journal.runs.empty());
    // Also when help lay over it when the person went elsewhere.
    person.opens("use").happens(RouteOpened{Route{Screen::Help, "", {}}}).happens(PlaceChosen{Screen::Today});
    CHECK(person.model.journal.runs.empty());
    CHECK(person.times<SaveChanges>() == 0);
}

TEST_CASE("help can be opened from a run and left again, and the run is still there") {
    Person person = someone();
    person.opens("use");
    const std::string run = person.run_id();
    person.happens(RouteOpened{Route{Screen::Help, "", {}}});
    CHECK(person.model.route().screen == Screen::Help);
    person.happens(BackPressed{});
    CHECK(person.run_id() == run);
}

TEST_CASE("an unfinished run survives the end of the program, answer by answer") {
    Person person = someone();
    person.opens("use", about("alcohol")).answers("amount", number(3, "beer33"));
    person.answers("company", ManyAnswer{{"friends"}}).types("place", "café");
    const Run before = person.run();
    CHECK(person.times<SaveChanges>() == 3);

    Person again = person.reopened();
    CHECK(again.model.route().screen == Screen::Today);
    REQUIRE(again.model.journal.runs.size() == 1);
    again.happens(RunOpened{before.id});
    CHECK(again.run().answers == before.answers);
    CHECK(again.run().started == before.started);
    CHECK_FALSE(again.run().started == again.run().touched);
    again.finishes();
    CHECK(again.stored().runs.empty());
    const Journal stored = again.stored();
    REQUIRE(stored.entries.size() == 1);
    CHECK(find_as<TextAnswer>(stored.entries.begin()->second.answers, "place")->text == "café");
}

TEST_CASE("a run that was left stays on offer, and can be thrown away and put back") {
    Person person = someone();
    person.opens("use", about("alcohol")).answers("amount", number(3, "glass")).happens(BackPressed{});
    CHECK(person.model.route().screen == Screen::Today);
    REQUIRE(person.model.journal.runs.size() == 1);
    const std::string run = person.model.journal.runs.begin()->first;
    person.happens(DiscardAsked{true});
    CHECK(person.model.confirm_discard);
    person.happens(RunDiscarded{run});
    CHECK_FALSE(person.model.confirm_discard);
    CHECK(person.stored().runs.empty());
    CHECK(person.notice() == "app.run.discarded");
    person.happens(UndoPressed{});
    CHECK(person.stored().runs.count(run) == 1);
    CHECK(person.notice() == "app.put_back");
}

// --- amounts and units

TEST_CASE("an amount is typed with a comma or a point") {
    Person person = someone();
    person.opens("use", about("alcohol"));
    for (const char* typed : {"2,5", "2.5", " 2,5 "}) {
        person.types("amount", typed);
        CHECK(*find_as<NumberAnswer>(person.run().answers, "amount") == NumberAnswer{2.5, "glass"});
        CHECK(person.model.run_view.drafts.at("amount").text == typed);
        CHECK(person.model.run_view.drafts.at("amount").problem == Problem::None);
    }
    person.finishes();
    CHECK(total_on(person, "alcohol", "2026-11-21") == 2.5);
}

TEST_CASE("an amount that does not fit stays on screen as typed, is not kept, and holds up finishing") {
    struct Typed {
        const char* text;
        Problem problem;
    };
    for (const Typed& one : {Typed{"abc", Problem::NotANumber},
                             {"101", Problem::TooLarge},
                             {"-1", Problem::TooSmall},
                             {"1,25", Problem::TooManyDecimals},
                             {"1,5,0", Problem::NotANumber},
                             {"99999999999999", Problem::NotANumber}}) {
        CAPTURE(one.text);
        Person person = someone();
        person.opens("use", about("alcohol")).types("amount", one.text);
        CHECK(person.model.run_view.drafts.at("amount").text == one.text);
        CHECK(person.model.run_view.drafts.at("amount").problem == one.problem);
        CHECK_FALSE(find(person.run().answers, "amount"));
        CHECK_FALSE(find(person.stored().runs.begin()->second.answers, "amount"));
        person.finishes();
        CHECK(person.model.route().screen == Screen::Run);
        CHECK(person.model.run_view.show_missing);
        CHECK(person.model.journal.entries.empty());
        person.types("amount", "3").finishes();
        CHECK(total_on(person, "alcohol", "2026-11-21") == 3);
    }
}

TEST_CASE("a thousand written with a point is asked again instead of taken for one") {
    Person person = someone({"gambling"});
    person.opens("use").types("amount", "1.000");
    CHECK(person.model.run_view.drafts.at("amount").problem == Problem::TooManyDecimals);
    CHECK_FALSE(find(person.run().answers, "amount"));
    person.types("amount", "12,50");
    CHECK(*find_as<NumberAnswer>(person.run().answers, "amount") == NumberAnswer{12.5, "euro_lost"});
    // Where three decimals are meant they are fine.
    Person smoker = someone({"tobacco"});
    smoker.opens("use").picks_unit("amount", "gram").types("amount", "0,125");
    CHECK(*find_as<NumberAnswer>(smoker.run().answers, "amount") == NumberAnswer{0.125, "gram"});
}

TEST_CASE("a field that is emptied holds nothing, and is missed at the end") {
    Person person = someone();
    person.opens("use", about("alcohol")).types("amount", "3").types("amount", "");
    CHECK(person.model.run_view.drafts.at("amount").problem == Problem::None);
    CHECK_FALSE(find(person.run().answers, "amount"));
    person.finishes();
    CHECK(person.model.run_view.show_missing);
    CHECK(person.model.route().screen == Screen::Run);
}

TEST_CASE("another unit keeps the number") {
    Person person = someone();
    person.opens("use", about("alcohol")).answers("amount", number(3, "glass")).picks_unit("amount", "beer33");
    CHECK(*find_as<NumberAnswer>(person.run().answers, "amount") == NumberAnswer{3, "beer33"});
    person.types("amount", "4");
    CHECK_MESSAGE((*find_as<NumberAnswer>(person.run().answers, "amount") == NumberAnswer{4, "beer33"}),
                  "what is typed next is in the unit that was picked");
    person.finishes();
    person.opens("use", about("alcohol"));
    CHECK_MESSAGE((*find_as<NumberAnswer>(person.run().answers, "amount") == NumberAnswer{1, "beer33"}),
                  "and so is the next time");
}

TEST_CASE("a unit picked before a number waits for it") {
    Person person = someone();
    person.opens("use", about("alcohol")).types("amount", "").picks_unit("amount", "wine10");
    CHECK_FALSE(find(person.run().answers, "amount"));
    person.types("amount", "2");
    CHECK(*find_as<NumberAnswer>(person.run().answers, "amount") == NumberAnswer{2, "wine10"});
}

TEST_CASE("a number too large for the unit that is picked stays as typed, and fits again in the other") {
    Person person = someone();
    person.opens("use", about("alcohol")).answers("amount", number(60, "glass")).picks_unit("amount", "own_drink");
    CHECK_FALSE(find(person.run().answers, "amount"));
    CHECK(person.model.run_view.drafts.at("amount").text == "60");
    CHECK(person.model.run_view.drafts.at("amount").problem == Problem::TooLarge);
    person.picks_unit("amount", "glass");
    CHECK(*find_as<NumberAnswer>(person.run().answers, "amount") == NumberAnswer{60, "glass"});
}

TEST_CASE("another substance starts its amount anew, in its own unit") {
    Person person = someone();
    person.opens("use", about("alcohol"))
        .types("amount", "3")
        .picks_unit("amount", "beer33")
        .answers("substance", pick("tobacco"));
    CHECK(*find_as<NumberAnswer>(person.run().answers, "amount") == NumberAnswer{1, "cigarette"});
    CHECK(person.model.run_view.drafts.count("amount") == 0);
    CHECK(person.model.run_view.picked_unit.count("amount") == 0);
    person.types("amount", "7");
    CHECK(*find_as<NumberAnswer>(person.run().answers, "amount") == NumberAnswer{7, "cigarette"});
}

TEST_CASE("a substance that counts in the same unit keeps the amount") {
    Person person = someone({"gambling", "other"});
    person.opens("use", about("gambling"))
        .picks_unit("amount", "hour")
        .types("amount", "2,5")
        .answers("substance", pick("other"));
    CHECK(*find_as<NumberAnswer>(person.run().answers, "amount") == NumberAnswer{2.5, "hour"});
}

TEST_CASE("an amount that is known beforehand is taken, whatever was used last") {
    Person person = someone_with({put(use_entry("a", "2026-11-20", "tobacco", 9, "cigarette"))});
    person.opens("use", {{"substance", pick("alcohol")}, {"amount", number(2, "wine10")}});
    CHECK(*find_as<NumberAnswer>(person.run().answers, "amount") == NumberAnswer{2, "wine10"});
    CHECK(choice_of(person.run().answers, "substance") == "alcohol");
}

TEST_CASE("a drink of one's own asks for its volume and strength, and counts by them") {
    Person person = someone();
    person.opens("use", about("alcohol")).picks_unit("amount", "own_drink").types("amount", "2");
    person.finishes();
    CHECK(person.model.run_view.show_missing);
    person.types("volume", "500").types("strength", "8,5").finishes();
    CHECK(total_on(person, "alcohol", "2026-11-21") == doctest::Approx(2 * standard_glasses(500, 8.5)));
}

TEST_CASE("something typed wrong in a question that shows no longer does not hold up finishing") {
    Person person = someone();
    person.opens("use", about("alcohol")).picks_unit("amount", "own_drink").types("volume", "abc");
    CHECK(person.model.run_view.drafts.at("volume").problem == Problem::NotANumber);
    person.picks_unit("amount", "beer33").finishes();
    CHECK(person.model.journal.entries.size() == 1);
    CHECK(person.model.route().screen == Screen::Today);
}

// --- when

TEST_CASE("after midnight it is still the evening before") {
    Person person = someone();
    person.clock_is("2026-11-22 01:30").opens("use", about("alcohol")).finishes();
    const Entry& entry = *person.model.journal.current().front();
    CHECK(entry.day == day("2026-11-21"));
    CHECK(entry.time == std::optional(clock("01:30")));
}

TEST_CASE("a day of the calendar is filled in afterwards, without the time of now") {
    Person person = someone();
    person.opens("use", {{"when", DayAnswer{day("2026-11-15")}}, {"substance", pick("alcohol")}});
    CHECK_FALSE(find(person.run().answers, "clock"));
    person.finishes();
    const Entry& entry = *person.model.journal.current().front();
    CHECK(entry.day == day("2026-11-15"));
    CHECK_FALSE(entry.time);
    CHECK(entry.written == person.now);
    CHECK(total_on(person, "alcohol", "2026-11-15") == 1);
    CHECK(total_on(person, "alcohol", "2026-11-21") == 0);
    // Today chosen by name is today: then the time of now is right.
    person.opens("use", {{"when", DayAnswer{day("2026-11-21")}}, {"substance", pick("alcohol")}});
    CHECK(find(person.run().answers, "clock"));
}

TEST_CASE("a day to come is refused and the day that was there stays") {
    Person person = someone();
    person.opens("use", about("alcohol")).answers("when", DayAnswer{day("2026-11-22")});
    CHECK(person.model.run_view.drafts.at("when").problem == Problem::InFuture);
    CHECK(*find_as<DayAnswer>(person.run().answers, "when") == DayAnswer{day("2026-11-21")});
    person.answers("when", DayAnswer{day("2026-11-20")});
    CHECK(person.model.run_view.drafts.count("when") == 0);
    CHECK(*find_as<DayAnswer>(person.run().answers, "when") == DayAnswer{day("2026-11-20")});
}

TEST_CASE("days and times are typed as a browser's own fields give them") {
    Person person = someone();
    person.opens("use", about("alcohol")).types("when", "2026-11-19").types("clock", "07:15");
    CHECK(*find_as<DayAnswer>(person.run().answers, "when") == DayAnswer{day("2026-11-19")});
    CHECK(*find_as<TimeAnswer>(person.run().answers, "clock") == TimeAnswer{clock("07:15")});
    person.types("clock", "07:15:30");
    CHECK(*find_as<TimeAnswer>(person.run().answers, "clock") == TimeAnswer{clock("07:15")});
    person.types("when", "19/11");
    CHECK(person.model.run_view.drafts.at("when").problem == Problem::WrongKind);
    CHECK_FALSE(find(person.run().answers, "when"));
    person.types("when", "");
    CHECK(person.model.run_view.drafts.count("when") == 0);
    person.types("when", "2026-12-01");
    CHECK(person.model.run_view.drafts.at("when").problem == Problem::InFuture);
    person.types("clock", "");
    CHECK_FALSE(find(person.run().answers, "clock"));
}

TEST_CASE("none today is one tap for everything that is followed, and one tap to take it back") {
    Person person = someone();
    person.happens(NothingLogged{day("2026-11-21"), {"alcohol", "tobacco", "nobody"}});
    CHECK(person.notice() == "app.none.saved");
    const auto entries = person.model.journal.current();
    REQUIRE(entries.size() == 2);
    CHECK(entries[0]->id != entries[1]->id);
    for (const char* substance : {"alcohol", "tobacco"}) {
        const Series today =
            use_series(*person.model.catalog, person.model.journal, substance, {day("2026-11-21"), day("2026-11-21")});
        CHECK(today.days[0].state == DayState::None);
    }
    CHECK(person.times<SaveChanges>() == 1);
    CHECK(person.stored().entries.size() == 2);
    person.happens(UndoPressed{});
    CHECK(person.stored().entries.empty());
    CHECK(person.times<SaveChanges>() == 2);
}

TEST_CASE("none can be said of a day that was, not of one to come, and of nothing not at all") {
    Person person = someone();
    person.happens(NothingLogged{day("2026-11-22"), {"alcohol"}})
        .happens(NothingLogged{day("2026-11-21"), {}})
        .happens(NothingLogged{day("2026-11-21"), {"nobody"}});
    CHECK(person.model.journal.entries.empty());
    person.happens(NothingLogged{day("2026-11-10"), {"alcohol"}});
    CHECK(person.model.journal.current().front()->day == day("2026-11-10"));
    // It is an entry like any other: it can be edited to what it was after all.
    person.happens(EntryEdited{person.model.journal.current().front()->id}).types("amount", "2").finishes();
    CHECK(total_on(person, "alcohol", "2026-11-10") == 2);
}
