#include <doctest/doctest.h>

#include "core/insight/goal.h"
#include "tests/support/given.h"
#include "tests/support/small_content.h"

using namespace koers;
using namespace koers::test;

namespace {

struct Diary {
    std::shared_ptr<const Catalog> catalog = small_catalog();
    Journal journal;
    explicit Diary(const Changes& records = {}) {
        journal.settings.followed = {{"alcohol", "alcohol", ""}, {"tobacco", "tobacco", ""}, {"own-1", "other", "Kratom"}};
        journal.apply(records);
    }
    Series series(const char* followed, const char* first, const char* last) const {
        return use_series(*catalog, journal, followed, {day(first), day(last)});
    }
    Series week(const char* followed = "alcohol") const { return series(followed, "2026-11-16", "2026-11-22"); }
};

}  // namespace

TEST_CASE("a day that was not filled in is not a day of none") {
    const Diary diary(
        {put(use_entry("a", "2026-11-17", "alcohol", 0, "glass")), put(use_entry("b", "2026-11-18", "alcohol", 2, "glass"))});
    const Series week = diary.week();
    REQUIRE(week.days.size() == 7);
    CHECK(week.unit == "glass");
    CHECK(week.days[0].state == DayState::Unfilled);
    CHECK(week.days[1].state == DayState::None);
    CHECK(week.days[2].state == DayState::Used);
    CHECK(week.days_unfilled() == 5);
    CHECK(week.days_none() == 1);
    CHECK(week.days_used() == 1);
    CHECK(week.total() == 2);
    CHECK(week.highest() == 2);
    CHECK(week.other_units() == 0);
    CHECK(week.days[1].entries == 1);
}

TEST_CASE("an empty diary has an empty week in the substance's own unit") {
    const Diary diary;
    CHECK(diary.week("alcohol").unit == "glass");
    CHECK(diary.week("tobacco").unit == "cigarette");
    CHECK(diary.week("own-1").unit == "time");
    CHECK(diary.week("nobody").unit == "");
    CHECK(diary.week().days_unfilled() == 7);
    CHECK(diary.week().total() == 0);
    CHECK(diary.week().highest() == 0);
    CHECK(diary.series("alcohol", "2026-11-22", "2026-11-16").days.empty());
}

TEST_CASE("beer and wine of one day add up in glasses") {
    const Diary diary({put(use_entry("a", "2026-11-18", "alcohol", 2, "beer33")),
                       put(use_entry("b", "2026-11-18", "alcohol", 1, "wine10")),
                       put(use_entry("c", "2026-11-18", "alcohol", 1.5, "glass"))});
    const DayTotal total = diary.week().days[2];
    CHECK(total.amount == doctest::Approx(2 * 330 * 0.05 * 0.0789 + 100 * 0.12 * 0.0789 + 1.5));
    CHECK(total.entries == 3);
    CHECK(total.state == DayState::Used);
    CHECK(total.other_units == 0);
}

TEST_CASE("a drink of one's own counts by its own volume and strength") {
    Entry own = use_entry("a", "2026-11-18", "alcohol", 2, "own_drink");
    own.answers.emplace("volume", number(440, "ml"));
    own.answers.emplace("strength", number(8.5, "percent"));
    const Diary diary({put(own)});
    CHECK(diary.week().days[2].amount == doctest::Approx(2 * standard_glasses(440, 8.5)));
    // Without its volume it was still drunk, but cannot be counted.
    own.answers.erase("volume");
    const Diary half({put(own)});
    CHECK(half.week().days[2].state == DayState::Used);
    CHECK(half.week().days[2].amount == 0);
    CHECK(half.week().days[2].other_units == 1);
    own.answers["amount"] = number(0, "own_drink");
    CHECK(Diary({put(own)}).week().days[2].state == DayState::None);
}

TEST_CASE("units that do not add up are not added up, and not forgotten") {
    const Diary diary({put(use_entry("a", "2026-11-17", "tobacco", 10, "cigarette")),
                       put(use_entry("b", "2026-11-18", "tobacco", 8, "cigarette")),
                       put(use_entry("c", "2026-11-18", "tobacco", 3, "gram")),
                       put(use_entry("d", "2026-11-19", "tobacco", 4, "gram"))});
    const Series week = diary.week("tobacco");
    CHECK(week.unit == "gram");  // two against two: the newest decides
    CHECK(week.days[1].amount == 0);
    CHECK(week.days[1].state == DayState::Used);
    CHECK(week.days[1].other_units == 1);
    CHECK(week.days[2].amount == 3);
    CHECK(week.days[2].other_units == 1);
    CHECK(week.days[2].entries == 2);
    CHECK(week.other_units() == 2);
    CHECK(week.total() == 7);
}

TEST_CASE("the unit a person counts in is that of most entries in the last ninety days") {
    Diary diary({put(use_entry("a", "2026-11-17", "tobacco", 1, "cigarette")),
                 put(use_entry("b", "2026-11-18", "tobacco", 1, "cigarette")),
                 put(use_entry("c", "2026-11-19", "tobacco", 1, "gram"))});
    const auto unit = [&](const char* until) { return unit_in_use(*diary.catalog, diary.journal, "tobacco", day(until)); };
    CHECK(unit("2026-11-22") == "cigarette");
    CHECK_MESSAGE(unit("2027-02-15") == "cigarette", "two against one, the first of them ninety days back");
    CHECK_MESSAGE(unit("2027-02-16") == "gram", "one against one: the newest decides");
    CHECK_MESSAGE(unit("2026-11-16") == "cigarette", "nothing yet: the substance's first");
    diary.journal.apply(
        {put(use_entry("d", "2026-11-20", "tobacco", 0, "gram")), put(use_entry("e", "2026-11-20", "tobacco", 0, "gram"))});
    CHECK_MESSAGE(unit("2026-11-22") == "cigarette", "none says nothing about the unit");
}

TEST_CASE("none in a unit that is known no longer is still none, and use in it still use") {
    const Diary diary(
        {put(use_entry("a", "2026-11-17", "alcohol", 0, "gallon")), put(use_entry("b", "2026-11-18", "alcohol", 1, "gallon"))});
    CHECK(diary.week().days[1].state == DayState::None);
    CHECK(diary.week().days[2].state == DayState::Used);
    CHECK(diary.week().days[2].other_units == 1);
    Entry unanswered = use_entry("c", "2026-11-19", "alcohol", 1, "glass");
    unanswered.answers.erase("amount");
    CHECK(Diary({put(unanswered)}).week().days[3].state == DayState::Used);
}

TEST_CASE("none and use on one day is use") {
    const Entry none = use_entry("a", "2026-11-18", "alcohol", 0, "glass"),
                some = use_entry("b", "2026-11-18", "alcohol", 1, "glass");
    CHECK(Diary({put(none), put(some)}).week().days[2].state == DayState::Used);
    Entry earlier = some;
    earlier.time = clock("08:00");
    Entry later = none;
    later.time = clock("23:00");
    CHECK(Diary({put(earlier), put(later)}).week().days[2].state == DayState::Used);
}

TEST_CASE("totals are of one substance, or of all when none is named") {
    const Diary diary({put(use_entry("a", "2026-11-17", "alcohol", 2, "glass")),
                       put(use_entry("b", "2026-11-17", "tobacco", 8, "cigarette")),
                       put(use_entry("c", "2026-11-18", "own-1", 1, "time"))});
    CHECK(diary.week("alcohol").total() == 2);
    CHECK(diary.week("tobacco").total() == 8);
    CHECK(diary.week("own-1").total() == 1);
    CHECK(diary.week("").days[1].entries == 2);
}

TEST_CASE("totals are by the day an entry is about, the version in force only") {
    Entry first = use_entry("a", "2026-11-17", "alcohol", 5, "glass");
    Entry second = use_entry("b", "2026-11-19", "alcohol", 3, "glass");
    second.replaces = "a";
    Diary diary({put(first), put(second)});
    CHECK(diary.week().days[1].state == DayState::Unfilled);
    CHECK(diary.week().days[3].amount == 3);
    CHECK(diary.week().total() == 3);
    diary.journal.apply({remove_entry("b")});
    CHECK(diary.week().days[1].amount == 5);
    diary.journal.apply({remove_entry("a")});
    CHECK(diary.week().days_unfilled() == 7);
    // Written today about a day of last week: it counts there.
    Entry back_dated = use_entry("c", "2026-11-16", "alcohol", 4, "glass");
    back_dated.written = at("2026-11-29 10:00");
    diary.journal.apply({put(back_dated)});
    CHECK(diary.week().days[0].amount == 4);
    CHECK(diary.series("alcohol", "2026-11-23", "2026-11-29").days_unfilled() == 7);
    CHECK(diary.series("alcohol", "2026-11-17", "2026-11-22").total() == 0);
}

TEST_CASE("a day has something written, or not") {
    const Diary diary({put(urge_entry("a", "2026-11-17", 5))});
    CHECK(anything_on(diary.journal, day("2026-11-17")));
    CHECK_FALSE(anything_on(diary.journal, day("2026-11-18")));
}

TEST_CASE("of the urges of a day the strongest is shown, and no urge noted is not an urge of nought") {
    const Diary diary({put(urge_entry("a", "2026-11-17", 3, "alcohol")), put(urge_entry("b", "2026-11-17", 8, "tobacco")),
                       put(urge_entry("c", "2026-11-18", 0, "alcohol")), put(urge_entry("d", "2026-11-19", 5)),
                       put(urge_entry("e", "2026-11-30", 9, "alcohol"))});
    const DayRange week{day("2026-11-16"), day("2026-11-22")};
    const auto all = urge_days(diary.journal, "", week), alcohol = urge_days(diary.journal, "alcohol", week);
    REQUIRE(all.size() == 7);
    CHECK_FALSE(all[0].strongest);
    CHECK(all[1].strongest == std::optional(8));
    CHECK(all[1].entries == 2);
    CHECK(all[2].strongest == std::optional(0));
    CHECK(alcohol[1].strongest == std::optional(3));
    CHECK(alcohol[1].entries == 1);
    CHECK_MESSAGE(alcohol[3].strongest == std::optional(5), "an urge for nothing in particular counts with each");
}

// --- goals

TEST_CASE("a goal is read from its entry, limits in what its unit counts as") {
    const auto catalog = small_catalog();
    Entry entry = goal_entry("g", "2026-11-16", "alcohol", "less");
    entry.answers.emplace("per_day", number(2, "beer33"));
    entry.answers.emplace("per_week", number(10, "glass"));
    entry.answers.emplace("free_days", number(3));
    const auto goal = goal_from(*catalog, entry);
    REQUIRE(goal);
    CHECK(goal->entry == "g");
    CHECK(goal->followed == "alcohol");
    CHECK(goal->aim == Aim::Less);
    CHECK(goal->unit == "glass");
    REQUIRE(goal->per_day);
    CHECK(*goal->per_day == doctest::Approx(2.6037));
    CHECK(goal->per_week == std::optional(10.0));
    CHECK(goal->free_days == std::optional(3));
    CHECK(goal->set_on == day("2026-11-16"));
    CHECK_FALSE(goal->until);
}

TEST_CASE("every aim has its own name, and an unknown one is no goal") {
    const auto catalog = small_catalog();
    for (const auto& [word, aim] : {std::pair{"stop", Aim::Stop},
                                    {"less", Aim::Less},
                                    {"safer", Aim::Safer},
                                    {"pause", Aim::Pause},
                                    {"understand", Aim::Understand}}) {
        const auto goal = goal_from(*catalog, goal_entry("g", "2026-11-16", "alcohol", word));
        REQUIRE(goal);
        CHECK(goal->aim == aim);
    }
    CHECK_FALSE(goal_from(*catalog, goal_entry("g", "2026-11-16", "alcohol", "moderate")));
    CHECK_FALSE(goal_from(*catalog, goal_entry("g", "2026-11-16", "", "stop")));
    CHECK_FALSE(goal_from(*catalog, use_entry("g", "2026-11-16", "alcohol", 1, "glass")));
}

TEST_CASE("two limits in units that do not add up: the first stands") {
    const auto catalog = small_catalog();
    Entry entry = goal_entry("g", "2026-11-16", "tobacco", "less");
    entry.answers.emplace("per_day", number(5, "cigarette"));
    entry.answers.emplace("per_week", number(20, "gram"));
    const auto goal = goal_from(*catalog, entry);
    REQUIRE(goal);
    CHECK(goal->unit == "cigarette");
    CHECK(goal->per_day == std::optional(5.0));
    CHECK_FALSE(goal->per_week);
    entry.answers["per_day"] = number(5, "own_drink");
    entry.answers["per_week"] = number(5, "gallon");
    CHECK_FALSE(goal_from(*catalog, entry)->per_day);
    CHECK_FALSE(goal_from(*catalog, entry)->per_week);
}

TEST_CASE("days of a goal are read") {
    const auto catalog = small_catalog();
    Entry pause = goal_entry("g", "2026-11-16", "alcohol", "pause");
    pause.answers.emplace("until", DayAnswer{day("2027-01-15")});
    CHECK(goal_from(*catalog, pause)->until == std::optional(day("2027-01-15")));
    Entry stop = goal_entry("g", "2026-11-16", "alcohol", "stop");
    stop.answers.emplace("since", DayAnswer{day("2026-11-01")});
    CHECK(goal_from(*catalog, stop)->since == std::optional(day("2026-11-01")));
}

TEST_CASE("the goal of a substance is the newest that was written about it") {
    const auto catalog = small_catalog();
    Journal journal;
    journal.apply({put(goal_entry("g1", "2026-11-10", "alcohol", "less")), put(goal_entry("g2", "2026-11-15", "alcohol", "stop")),
                   put(goal_entry("g3", "2026-11-18", "tobacco", "safer"))});
    CHECK(goal_for(*catalog, journal, "alcohol")->entry == "g2");
    CHECK(goal_for(*catalog, journal, "tobacco")->entry == "g3");
    CHECK_FALSE(goal_for(*catalog, journal, "gambling"));
    CHECK(ids_of(goal_entries(journal, "alcohol")) == Words{"g2", "g1"});
    Entry edited = goal_entry("g4", "2026-11-10", "alcohol", "pause");
    edited.replaces = "g2";
    edited.written = at("2026-11-19 10:00");
    journal.apply({put(edited)});
    CHECK(ids_of(goal_entries(journal, "alcohol")) == Words{"g4", "g1"});
    // One that a newer Koers wrote and this one cannot read leaves the one before it standing.
    journal.apply({put(goal_entry("g5", "2026-11-20", "alcohol", "moderate"))});
    CHECK(goal_for(*catalog, journal, "alcohol")->entry == "g4");
}

TEST_CASE("a week beside a goal gives figures: what is left, days within the limit, days of none, days not filled in") {
    const Diary diary(
        {put(use_entry("a", "2026-11-16", "alcohol", 3, "glass")), put(use_entry("b", "2026-11-17", "alcohol", 0, "glass")),
         put(use_entry("c", "2026-11-19", "alcohol", 4, "glass")), put(use_entry("d", "2026-11-21", "alcohol", 1, "glass"))});
    Goal goal;
    goal.aim = Aim::Less;
    goal.unit = "glass";
    goal.per_day = 3;
    goal.per_week = 7;
    const GoalWeek week = week_beside(goal, diary.week(), day("2026-11-20"));
    CHECK_MESSAGE(week.total == 7, "what comes after today is not counted");
    CHECK(week.filled == 3);
    CHECK(week.unfilled == 2);
    CHECK(week.none == 1);
    CHECK(week.within_day_limit == 2);
    CHECK(week.left_this_week == std::optional(0.0));
    const GoalWeek over = week_beside(goal, diary.week(), day("2026-11-22"));
    CHECK(over.left_this_week == std::optional(-1.0));
    CHECK(over.unfilled == 3);
    goal.per_day.reset();
    goal.per_week.reset();
    CHECK_FALSE(week_beside(goal, diary.week(), day("2026-11-22")).left_this_week);
    CHECK(week_beside(goal, diary.week(), day("2026-11-22")).within_day_limit == 0);
}

TEST_CASE("a goal in one unit says nothing about a week in another") {
    const Diary diary({put(use_entry("a", "2026-11-16", "tobacco", 2, "gram"))});
    Goal goal;
    goal.unit = "cigarette";
    goal.per_day = 5;
    goal.per_week = 20;
    const GoalWeek week = week_beside(goal, diary.week("tobacco"), day("2026-11-22"));
    CHECK_FALSE(week.left_this_week);
    CHECK(week.within_day_limit == 0);
    CHECK(week.filled == 1);
}

TEST_CASE("a day with something that could not be counted is not said to be within the limit") {
    const Diary diary({put(use_entry("a", "2026-11-16", "tobacco", 2, "cigarette")),
                       put(use_entry("b", "2026-11-17", "tobacco", 2, "cigarette")),
                       put(use_entry("c", "2026-11-17", "tobacco", 30, "gram"))});
    Goal goal;
    goal.unit = "cigarette";
    goal.per_day = 5;
    CHECK(week_beside(goal, diary.week("tobacco"), day("2026-11-22")).within_day_limit == 1);
}
