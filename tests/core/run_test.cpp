#include <doctest/doctest.h>

#include "tests/support/given.h"

using namespace koers;
using namespace koers::test;

TEST_CASE("an urge is written with one number, and more when the person likes") {
    Person person = someone({"alcohol"});
    person.opens("urge");
    CHECK(choice_of(person.run().answers, "substance") == "alcohol");
    person.answers("strength", number(7)).answers("did", ManyAnswer{{"moved"}}).answers("helped", YesNoAnswer{true}).finishes();
    const Journal stored = person.stored();
    REQUIRE(stored.entries.size() == 1);
    const Entry& entry = stored.entries.begin()->second;
    CHECK(entry.activity == "urge");
    CHECK(entry.time == std::optional(clock("18:05")));
    CHECK(*find_as<YesNoAnswer>(entry.answers, "helped") == YesNoAnswer{true});
    CHECK(person.notice() == "activity.urge.saved");
}

TEST_CASE("a scale takes no answer outside its ends") {
    Person person = someone();
    person.opens("urge").answers("strength", number(11));
    CHECK_FALSE(find(person.run().answers, "strength"));
    CHECK(person.model.run_view.drafts.at("strength").problem == Problem::TooLarge);
    person.answers("strength", number(10));
    CHECK(person.model.run_view.drafts.empty());
}

TEST_CASE("none of these clears the rest, and the rest clears none of these") {
    Person person = someone();
    person.opens("urge").answers("did", ManyAnswer{{"moved", "talked"}});
    const auto did = [&] { return find_as<ManyAnswer>(person.run().answers, "did")->values; };
    CHECK(did() == Words{"moved", "talked"});
    person.answers("did", ManyAnswer{{"moved", "talked", "nothing"}});
    CHECK(did() == Words{"nothing"});
    person.answers("did", ManyAnswer{{"nothing", "moved"}});
    CHECK(did() == Words{"moved"});
    person.answers("did", ManyAnswer{{"nothing"}});
    CHECK(did() == Words{"nothing"});
    person.answers("did", ManyAnswer{});
    CHECK(did().empty());
}

TEST_CASE("an answer to a question that was hidden again is not in the entry") {
    Person person = someone();
    person.opens("urge")
        .answers("strength", number(5))
        .answers("did", ManyAnswer{{"moved"}})
        .answers("helped", YesNoAnswer{true});
    person.answers("did", ManyAnswer{{"nothing"}});
    CHECK_MESSAGE(find(person.run().answers, "helped"), "it would come back with the question");
    person.finishes();
    CHECK_FALSE(find(person.model.journal.entries.begin()->second.answers, "helped"));
}

TEST_CASE("a day is written with its lines, and empty lines are not kept") {
    Person person = someone();
    person.opens("day").answers("mood", number(6)).types("gave", "sun", 0).types("gave", "a call", 2).types("sleep", "6,5");
    CHECK(find_as<ManyAnswer>(person.run().answers, "gave")->values == Words{"sun", "", "a call"});
    person.types("gave", "fourth", 3).types("gave", "before", -1);
    CHECK(find_as<ManyAnswer>(person.run().answers, "gave")->values.size() == 3);
    person.happens(LineRemoved{person.run_id(), "gave", 0});
    CHECK(find_as<ManyAnswer>(person.run().answers, "gave")->values == Words{"", "a call"});
    person.happens(LineRemoved{person.run_id(), "gave", 7});
    person.finishes();
    const Entry& entry = person.model.journal.entries.begin()->second;
    CHECK(find_as<ManyAnswer>(entry.answers, "gave")->values == Words{"a call"});
    CHECK(*find_as<NumberAnswer>(entry.answers, "sleep") == NumberAnswer{6.5, "hour"});
    CHECK(entry.day == day("2026-11-21"));
    CHECK_FALSE(entry.time);
}

TEST_CASE("the last line that is removed leaves no answer") {
    Person person = someone();
    person.opens("day").types("gave", "sun", 0).happens(LineRemoved{person.run_id(), "gave", 0});
    CHECK_FALSE(find(person.run().answers, "gave"));
}

TEST_CASE("a line that is too long leaves the other lines as they were") {
    Person person = someone();
    person.opens("day").types("gave", "sun", 0).types("gave", "moon", 1).types("gave", "much too long a line", 1);
    CHECK(find_as<ManyAnswer>(person.run().answers, "gave")->values == Words{"sun", "moon"});
    CHECK(person.model.run_view.drafts.at("gave").problem == Problem::TooLong);
    CHECK(find_as<ManyAnswer>(person.stored().runs.begin()->second.answers, "gave")->values == Words{"sun", "moon"});
    person.types("gave", "stars", 1);
    CHECK(person.model.run_view.drafts.empty());
    person.types("gave", "much too long a line", 2).happens(LineRemoved{person.run_id(), "gave", 0});
    CHECK_MESSAGE(person.model.run_view.drafts.empty(), "what was said of the lines before is said no longer");
}

TEST_CASE("a text that is too long stays on screen and holds up finishing") {
    Person person = someone();
    person.opens("use", about("alcohol")).types("place", "a long way from home");
    CHECK(person.model.run_view.drafts.at("place").text == "a long way from home");
    CHECK(person.model.run_view.drafts.at("place").problem == Problem::TooLong);
    person.finishes();
    CHECK(person.run().step == "around");
    person.types("place", "home");
    CHECK(find_as<TextAnswer>(person.run().answers, "place")->text == "home");
    person.types("place", "");
    CHECK_FALSE(find(person.run().answers, "place"));
    person.finishes();
    CHECK(person.model.journal.entries.size() == 1);
}

TEST_CASE("an answer can be cleared") {
    Person person = someone();
    person.opens("urge").answers("strength", number(7)).happens(AnswerCleared{person.run_id(), "strength"});
    CHECK_FALSE(find(person.run().answers, "strength"));
    CHECK_FALSE(find(person.stored().runs.begin()->second.answers, "strength"));
}

TEST_CASE("finishing with a question open goes to the step where it stands and says so") {
    Person person = someone();
    person.opens("urge").happens(StepChosen{person.run_id(), "around"});
    CHECK(person.run().step == "around");
    const int arrivals = person.model.arrivals;
    person.finishes();
    CHECK(person.run().step == "how");
    CHECK(person.model.run_view.show_missing);
    CHECK(person.model.arrivals == arrivals + 1);
    CHECK(person.model.journal.entries.empty());
    person.finishes();
    CHECK_MESSAGE(person.model.arrivals == arrivals + 1, "already there: focus does not move");
    person.happens(StepChosen{person.run_id(), "when"});
    CHECK_FALSE(person.model.run_view.show_missing);
    person.answers("strength", number(3)).finishes();
    CHECK(person.model.journal.entries.size() == 1);
}

TEST_CASE("back goes a step back, over steps that do not show, and then out of the run") {
    Person person = someone();
    person.opens("goal", about("tobacco")).answers("aim", pick("less"));
    const std::string run = person.run_id();
    person.happens(StepChosen{run, "why"}).happens(BackPressed{});
    CHECK(person.run().step == "how");
    person.happens(BackPressed{});
    CHECK_MESSAGE(person.run().step == "what", "there is no warning about tobacco");
    person.happens(BackPressed{});
    CHECK(person.model.route().screen == Screen::Today);
    CHECK_MESSAGE(person.model.journal.runs.count(run), "what was answered is kept");
}

TEST_CASE("back first closes what asks whether one is sure") {
    Person person = someone();
    person.opens("urge").answers("strength", number(2)).happens(DiscardAsked{true}).happens(BackPressed{});
    CHECK_FALSE(person.model.confirm_discard);
    CHECK(person.model.route().screen == Screen::Run);
    person.happens(PlaceChosen{Screen::Data}).happens(EraseAsked{true}).happens(BackPressed{});
    CHECK_FALSE(person.model.confirm_erase);
    CHECK(person.model.route().screen == Screen::Data);
    person.happens(BackPressed{});
    CHECK(person.model.route().screen == Screen::Today);
    person.happens(BackPressed{});
    CHECK_MESSAGE(person.model.routes.size() == 1, "Today is as far back as it goes");
}

TEST_CASE("places lie on Today, and the same screen is not opened twice") {
    Person person = someone();
    person.happens(PlaceChosen{Screen::Diary});
    CHECK(person.model.routes.size() == 2);
    person.happens(PlaceChosen{Screen::Plan});
    CHECK(person.model.routes.size() == 2);
    const int arrivals = person.model.arrivals;
    person.happens(RouteOpened{Route{Screen::Plan, "", {}}});
    CHECK(person.model.routes.size() == 2);
    CHECK(person.model.arrivals == arrivals);
    person.happens(RouteOpened{Route{Screen::Day, "", day("2026-11-20")}})
        .happens(RouteOpened{Route{Screen::Day, "", day("2026-11-19")}});
    CHECK(person.model.routes.size() == 4);
    person.happens(PlaceChosen{Screen::Today});
    CHECK(person.model.routes.size() == 1);
}

TEST_CASE("events about runs, items and entries that are not there change nothing") {
    Person person = someone();
    person.opens("urge");
    const std::string run = person.run_id();
    const Run before = person.run();
    person.happens(AnswerChanged{"nobody", "strength", number(3)})
        .happens(AnswerChanged{run, "nobody", number(3)})
        .happens(AnswerTyped{run, "nobody", "x", -1});
    person.happens(AnswerTyped{"nobody", "strength", "3", -1})
        .happens(AnswerTyped{run, "strength", "3", -1})
        .happens(UnitPicked{run, "nobody", "glass"})
        .happens(LineRemoved{run, "strength", 0});
    person.happens(RunFinished{"nobody"})
        .happens(RunOpened{"nobody"})
        .happens(RunDiscarded{"nobody"})
        .happens(EntryEdited{"nobody"})
        .happens(EntryDeleted{"nobody"});
    person.happens(StepChosen{"nobody", "around"})
        .happens(ActivityOpened{"nobody", {}})
        .happens(AnswerCleared{"nobody", "strength"});
    CHECK(person.run().answers == before.answers);
    CHECK(person.run().step == before.step);
    CHECK(person.times<SaveChanges>() == 0);
    CHECK_FALSE(person.model.notice);
}

TEST_CASE("a goal warns where stopping is dangerous, and asks what its aim needs") {
    Person person = someone();
    person.opens("goal", about("alcohol")).answers("aim", pick("stop"));
    const auto steps = [&] {
        const Activity& goal = *person.model.catalog->activity("goal");
        return ids_of(shown_steps(goal, for_conditions(goal, person.run().answers, person.model.journal.settings)));
    };
    CHECK(steps() == Words{"what", "safety", "how", "why"});
    person.answers("aim", pick("pause"));
    CHECK(steps() == Words{"what", "how", "why"});
    person.answers("until", DayAnswer{day("2027-01-15")}).finishes();
    const Journal stored = person.stored();
    const auto goal = goal_for(*person.model.catalog, stored, "alcohol");
    REQUIRE(goal);
    CHECK(goal->aim == Aim::Pause);
    CHECK(goal->until == std::optional(day("2027-01-15")));
}

TEST_CASE("a limit of a goal in the unit of one substance does not stay for another") {
    Person person = someone();
    person.opens("goal", about("alcohol"))
        .answers("aim", pick("less"))
        .types("per_week", "10")
        .answers("substance", pick("tobacco"));
    CHECK_FALSE(find(person.run().answers, "per_week"));
    CHECK(person.model.run_view.drafts.empty());
}

// --- editing and deleting

TEST_CASE("an entry edited twice keeps its history") {
    Person person = someone_with({put(use_entry("first", "2026-11-19", "alcohol", 5, "glass"))});
    person.happens(EntryEdited{"first"});
    CHECK(person.run().replaces == "first");
    CHECK(person.run().answers == person.model.journal.entries.at("first").answers);
    person.types("amount", "3").finishes();
    const std::string second = person.model.journal.current().front()->id;
    person.later(10).happens(EntryEdited{second}).answers("when", DayAnswer{day("2026-11-20")}).finishes();

    const Journal stored = person.stored();
    REQUIRE(stored.current().size() == 1);
    const Entry& last = *stored.current().front();
    CHECK(last.day == day("2026-11-20"));
    CHECK(*find_as<NumberAnswer>(last.answers, "amount") == NumberAnswer{3, "glass"});
    CHECK(ids_of(stored.history(last.id)) == Words{last.id, second, "first"});
    CHECK(*find_as<NumberAnswer>(stored.find("first")->answers, "amount") == NumberAnswer{5, "glass"});
    CHECK(stored.find("first")->day == day("2026-11-19"));
}

TEST_CASE("an edit that is undone leaves the version before it in force") {
    Person person = someone_with({put(use_entry("first", "2026-11-19", "alcohol", 5, "glass"))});
    person.happens(EntryEdited{"first"}).types("amount", "3").finishes().happens(UndoPressed{});
    CHECK(ids_of(person.stored().current()) == Words{"first"});
}

TEST_CASE("an edit that is left without a change changes nothing") {
    Person person = someone_with({put(use_entry("first", "2026-11-19", "alcohol", 5, "glass"))});
    person.happens(EntryEdited{"first"}).happens(BackPressed{});
    CHECK(person.model.journal.runs.empty());
    CHECK(ids_of(person.model.journal.current()) == Words{"first"});
}

TEST_CASE("an edit that was begun and left is taken up again instead of begun a second time") {
    Person person = someone_with({put(use_entry("first", "2026-11-19", "alcohol", 5, "glass"))});
    person.happens(EntryEdited{"first"}).types("amount", "3");
    const std::string run = person.run_id();
    person.happens(BackPressed{}).happens(EntryEdited{"first"});
    CHECK(person.run_id() == run);
    CHECK(*find_as<NumberAnswer>(person.run().answers, "amount") == NumberAnswer{3, "glass"});
    person.finishes();
    CHECK(person.model.journal.runs.empty());
    CHECK(person.model.journal.current().size() == 1);
}

TEST_CASE("the screen of an entry shows the new version after an edit, so that a second edit follows the first") {
    Person person = someone_with({put(use_entry("first", "2026-11-19", "alcohol", 5, "glass"))});
    person.happens(RouteOpened{Route{Screen::Entry, "first", {}}}).happens(EntryEdited{"first"}).types("amount", "3").finishes();
    CHECK(person.model.route().screen == Screen::Entry);
    const std::string second = person.model.route().id;
    CHECK(second != "first");
    // Even where something still names the old version, the one in force is edited: two edits of one version would both count.
    person.happens(EntryEdited{"first"}).types("amount", "2").finishes();
    REQUIRE(person.model.journal.current().size() == 1);
    CHECK(person.model.journal.history(person.model.route().id).size() == 3);
    CHECK(*find_as<NumberAnswer>(person.model.journal.current().front()->answers, "amount") == NumberAnswer{2, "glass"});
}

TEST_CASE("an entry of a substance that is followed no longer can still be corrected") {
    Person person = someone_with({put(use_entry("first", "2026-11-19", "gambling", 50, "euro_lost"))});
    person.happens(EntryEdited{"first"}).types("amount", "40").finishes();
    REQUIRE(person.model.journal.current().size() == 1);
    CHECK(*find_as<NumberAnswer>(person.model.journal.current().front()->answers, "amount") == NumberAnswer{40, "euro_lost"});
    CHECK(choice_of(person.model.journal.current().front()->answers, "substance") == "gambling");
}

TEST_CASE("deleting takes all versions away, and undo puts them all back") {
    Entry second = use_entry("second", "2026-11-20", "alcohol", 3, "glass");
    second.replaces = "first";
    Person person = someone_with({put(use_entry("first", "2026-11-19", "alcohol", 5, "glass")), put(second),
                                  put(use_entry("other", "2026-11-18", "alcohol", 1, "glass"))});
    person.happens(RouteOpened{Route{Screen::Entry, "second", {}}}).happens(EntryDeleted{"second"});
    CHECK(person.model.route().screen == Screen::Today);
    CHECK(person.notice() == "app.entry.deleted");
    CHECK(ids_of(person.stored().current()) == Words{"other"});
    CHECK(person.stored().entries.size() == 1);
    for (const auto& [id, text] : person.pages) CHECK(text.find("first") == std::string::npos);
    person.happens(UndoPressed{});
    CHECK(person.notice() == "app.put_back");
    CHECK(ids_of(person.stored().current()) == Words{"other", "second"});
    CHECK(ids_of(person.stored().history("second")) == Words{"second", "first"});
    CHECK(person.times<SaveChanges>() == 2);
}

TEST_CASE("deleting by the name of an older version deletes the entry, not its past") {
    Entry second = use_entry("second", "2026-11-20", "alcohol", 3, "glass");
    second.replaces = "first";
    Person person = someone_with({put(use_entry("first", "2026-11-19", "alcohol", 5, "glass")), put(second)});
    person.happens(EntryDeleted{"first"});
    CHECK(person.stored().entries.empty());
}

TEST_CASE("deleting an entry takes an edit of it along that was begun, and undo puts both back") {
    Person person = someone_with({put(use_entry("first", "2026-11-19", "alcohol", 5, "glass"))});
    person.happens(EntryEdited{"first"}).types("amount", "3");
    const std::string run = person.run_id();
    person.happens(BackPressed{}).happens(EntryDeleted{"first"});
    CHECK(person.stored().runs.empty());
    CHECK(person.stored().entries.empty());
    person.happens(UndoPressed{});
    CHECK(person.stored().runs.count(run) == 1);
    CHECK(person.stored().entries.count("first") == 1);
}

TEST_CASE("undoing an entry leaves its screen") {
    Person person = someone();
    person.opens("use", about("alcohol")).finishes();
    person.happens(RouteOpened{Route{Screen::Entry, person.model.notice->entry, {}}}).happens(UndoPressed{});
    CHECK(person.model.route().screen == Screen::Today);
}
