#include <doctest/doctest.h>

#include <limits>

#include "tests/support/given.h"
#include "tests/support/small_content.h"

using namespace koers;
using namespace koers::test;

namespace {

struct Asked {
    std::shared_ptr<const Catalog> catalog = small_catalog();
    Settings settings;
    Day today = day("2026-11-21");
    Asked() { settings.followed = {{"alcohol", "alcohol", ""}, {"tobacco", "tobacco", ""}, {"own-1", "other", "Kratom"}}; }

    AskContext context() const { return {*catalog, settings, today}; }
    const Activity& activity(const char* id) const { return *catalog->activity(id); }
    std::string problem(const char* activity_id, const char* item, const Answer& answer, const Answers& answers = {}) const {
        const Item* found = activity(activity_id).find_item(item);
        REQUIRE(found);
        return std::string(problem_id(problem_with(context(), activity(activity_id), *found, answers, answer)));
    }
    std::string every(const char* item, const Answer& answer) const { return problem("every", item, answer); }
};

std::string repeated(const char* text, int times) {
    std::string all;
    for (int i = 0; i < times; ++i) all += text;
    return all;
}

}  // namespace

TEST_CASE("every problem has its own name") {
    std::vector<std::string> names;
    for (int i = 0; i <= static_cast<int>(Problem::InFuture); ++i) names.emplace_back(problem_id(static_cast<Problem>(i)));
    CHECK(names == Words{"none", "missing", "wrong_kind", "unknown_choice", "not_a_number", "too_small", "too_large",
                         "too_many_decimals", "too_long", "too_many", "too_many_choices", "in_future"});
}

TEST_CASE("a choice must be one that is offered") {
    const Asked asked;
    CHECK(asked.every("pick", pick("green")) == "none");
    CHECK(asked.every("pick", pick("yellow")) == "unknown_choice");
    CHECK(asked.every("pick", pick("")) == "unknown_choice");
    CHECK(asked.every("pick", ManyAnswer{{"green"}}) == "wrong_kind");
    CHECK(asked.every("several", ManyAnswer{{"sun", "rain"}}) == "none");
    CHECK(asked.every("several", ManyAnswer{}) == "none");
    CHECK(asked.every("several", ManyAnswer{{"sun", "snow"}}) == "unknown_choice");
    CHECK(asked.every("several", pick("sun")) == "wrong_kind");
    CHECK(asked.problem("use", "substance", pick("alcohol")) == "none");
    CHECK(asked.problem("use", "substance", pick("own-1")) == "none");
    CHECK(asked.problem("use", "substance", pick("gambling")) == "unknown_choice");
}

TEST_CASE("a scale takes its whole numbers, ends included") {
    const Asked asked;
    CHECK(asked.every("ruler", number(1)) == "none");
    CHECK(asked.every("ruler", number(5)) == "none");
    CHECK(asked.every("ruler", number(0)) == "too_small");
    CHECK(asked.every("ruler", number(6)) == "too_large");
    CHECK(asked.every("ruler", number(2.5)) == "too_many_decimals");
    CHECK(asked.every("ruler", TextAnswer{"3"}) == "wrong_kind");
}

TEST_CASE("a number takes its range and its decimals") {
    const Asked asked;
    CHECK(asked.every("plain", number(-5)) == "none");
    CHECK(asked.every("plain", number(99)) == "none");
    CHECK(asked.every("plain", number(-5.1)) == "too_small");
    CHECK(asked.every("plain", number(99.1)) == "too_large");
    CHECK(asked.every("plain", number(0.1)) == "none");
    CHECK(asked.every("plain", number(0.3)) == "none");
    CHECK(asked.every("plain", number(0.25)) == "too_many_decimals");
    CHECK(asked.every("plain", number(3, "gram")) == "unknown_choice");
    CHECK(asked.every("plain", number(std::numeric_limits<double>::infinity())) == "not_a_number");
    CHECK(asked.every("plain", number(std::numeric_limits<double>::quiet_NaN())) == "not_a_number");
    CHECK(asked.every("plain", pick("3")) == "wrong_kind");
}

TEST_CASE("a unit narrows the range, and sets the decimals") {
    const Asked asked;
    CHECK(asked.every("heavy", number(500, "gram")) == "none");
    CHECK(asked.every("heavy", number(500.001, "gram")) == "too_large");
    CHECK(asked.every("heavy", number(1000, "ml")) == "none");
    CHECK(asked.every("heavy", number(1001, "ml")) == "too_large");
    CHECK(asked.every("heavy", number(0.125, "gram")) == "none");
    CHECK(asked.every("heavy", number(0.125, "ml")) == "too_many_decimals");
    CHECK(asked.every("heavy", number(1, "hour")) == "unknown_choice");
    CHECK(asked.every("heavy", number(1)) == "unknown_choice");
    const Answers alcohol = about("alcohol"), own = about("own-1");
    CHECK(asked.problem("use", "amount", number(1.5, "beer33"), alcohol) == "none");
    CHECK(asked.problem("use", "amount", number(100, "beer33"), alcohol) == "none");
    CHECK(asked.problem("use", "amount", number(100.5, "beer33"), alcohol) == "too_large");
    CHECK(asked.problem("use", "amount", number(-1, "beer33"), alcohol) == "too_small");
    CHECK(asked.problem("use", "amount", number(1, "cigarette"), alcohol) == "unknown_choice");
    CHECK(asked.problem("use", "amount", number(1, "time"), own) == "none");
    CHECK(asked.problem("use", "amount", number(1, "glass"), own) == "unknown_choice");
    CHECK(asked.problem("use", "amount", number(1.5, "cigarette"), about("tobacco")) == "too_many_decimals");
}

TEST_CASE("the bounds shown are those of the unit at hand") {
    const Asked asked;
    const Item& amount = *asked.activity("use").find_item("amount");
    const auto bounds = [&](Answers answers) { return bounds_of(asked.context(), asked.activity("use"), amount, answers); };
    CHECK(bounds({}).max == 1000);
    CHECK(bounds(about("alcohol")).max == 100);
    CHECK(bounds(about("alcohol")).decimals == 1);
    CHECK(bounds({{"substance", pick("alcohol")}, {"amount", number(1, "own_drink")}}).max == 20);
    CHECK(bounds(about("tobacco")).max == 200);
    CHECK(bounds(about("tobacco")).decimals == 0);
    const NumberBounds scale =
        bounds_of(asked.context(), asked.activity("every"), *asked.activity("every").find_item("ruler"), {});
    CHECK(scale.min == 1);
    CHECK(scale.max == 5);
    CHECK(scale.step == 1);
}

TEST_CASE("text is as long as a browser's own field counts it") {
    const Asked asked;
    CHECK(asked.every("line", TextAnswer{"12345"}) == "none");
    CHECK(asked.every("line", TextAnswer{"123456"}) == "too_long");
    CHECK(asked.every("line", TextAnswer{"éèêëç"}) == "none");
    CHECK(asked.every("line", TextAnswer{"€€€€€"}) == "none");
    CHECK(asked.every("line", TextAnswer{"€€€€€€"}) == "too_long");
    // An emoji outside the first plane is two UTF-16 units.
    CHECK(asked.every("line", TextAnswer{"🙂🙂a"}) == "none");
    CHECK(asked.every("line", TextAnswer{"🙂🙂ab"}) == "too_long");
    CHECK(asked.every("line", TextAnswer{"👩‍👧"}) == "none");  // two of them and a joiner: 2 + 1 + 2
    CHECK(asked.every("line", TextAnswer{"👩‍👧x"}) == "too_long");
    CHECK(asked.every("line", TextAnswer{""}) == "none");
    CHECK(asked.every("line", number(1)) == "wrong_kind");
    CHECK(asked.every("story", TextAnswer{repeated("é", 12)}) == "none");
    CHECK(asked.every("story", TextAnswer{repeated("é", 13)}) == "too_long");
}

TEST_CASE("a list has so many lines of so many characters") {
    const Asked asked;
    CHECK(asked.every("lines", ManyAnswer{{"1234", "12🙂"}}) == "none");
    CHECK(asked.every("lines", ManyAnswer{{"1234", "123🙂"}}) == "too_long");
    CHECK(asked.every("lines", ManyAnswer{{"a", "b", "c"}}) == "too_many");
    CHECK(asked.every("lines", ManyAnswer{}) == "none");
    CHECK(asked.every("lines", TextAnswer{"a"}) == "wrong_kind");
}

TEST_CASE("a day to come can be picked only where the future is meant") {
    const Asked asked;
    CHECK(asked.every("past", DayAnswer{asked.today}) == "none");
    CHECK(asked.every("past", DayAnswer{asked.today - 5000}) == "none");
    CHECK(asked.every("past", DayAnswer{asked.today + 1}) == "in_future");
    CHECK(asked.every("later", DayAnswer{asked.today + 1}) == "none");
    CHECK(asked.every("later", DayAnswer{asked.today - 1}) == "none");
    CHECK(asked.every("later", TimeAnswer{3}) == "wrong_kind");
}

TEST_CASE("the other kinds take their own kind only, and a note takes nothing") {
    const Asked asked;
    CHECK(asked.every("hour", TimeAnswer{0}) == "none");
    CHECK(asked.every("hour", DayAnswer{asked.today}) == "wrong_kind");
    CHECK(asked.every("sure", YesNoAnswer{false}) == "none");
    CHECK(asked.every("sure", pick("true")) == "wrong_kind");
    CHECK(asked.every("said", TextAnswer{"x"}) == "wrong_kind");
}

TEST_CASE("a question may be skipped unless it is required, and an unknown answer fits no question") {
    const Asked asked;
    for (const char* item : {"pick", "several", "ruler", "plain", "line", "lines", "past", "hour", "sure"}) {
        CHECK(asked.every(item, Skipped{}) == "none");
        CHECK(asked.every(item, UnknownAnswer{json{{"photo", 1}}}) == "wrong_kind");
    }
    CHECK(asked.problem("urge", "strength", Skipped{}) == "missing");
}

TEST_CASE("options carry the person's own words and the icon") {
    Asked asked;
    asked.settings.followed[0].name = "Mijn wijn";
    const auto options = options_of(asked.context(), asked.activity("use"), *asked.activity("use").find_item("substance"));
    REQUIRE(options.size() == 3);
    CHECK(options[0].label == "Mijn wijn");
    CHECK(options[0].icon == "glass-water");
    CHECK(options[1].label == "substance.tobacco (nl)");
    CHECK(options[2].id == "own-1");
    CHECK(options[2].label == "Kratom");
    CHECK(options[2].icon == "circle-ellipsis");
    const auto colours = options_of(asked.context(), asked.activity("every"), *asked.activity("every").find_item("pick"));
    REQUIRE(colours.size() == 3);
    CHECK(colours[1].label == "activity.every.pick.green (nl)");
    CHECK(colours[1].icon == "leaf");
    CHECK(options_of(asked.context(), asked.activity("every"), *asked.activity("every").find_item("line")).empty());
}

TEST_CASE("units are those of the substance that was picked") {
    const Asked asked;
    const Item& amount = *asked.activity("use").find_item("amount");
    const auto ids = [&](const Answers& answers) {
        Words words;
        for (const Unit* unit : units_of(asked.context(), asked.activity("use"), amount, answers)) words.push_back(unit->id);
        return words;
    };
    CHECK(ids({}) == Words{});
    CHECK(ids(about("alcohol")) == Words{"glass", "beer33", "wine10", "own_drink"});
    CHECK(ids(about("own-1")) == Words{"time", "hour", "gram"});
    CHECK(ids(about("gambling")) == Words{"euro_lost", "hour"});
    CHECK(ids(about("nowhere")) == Words{});
}

// --- what a new run starts with

TEST_CASE("a new run starts with today, now and what was picked last") {
    Asked asked;
    Journal journal;
    journal.settings = asked.settings;
    const Moment now = at("2026-11-21 18:05");
    const Activity& use = asked.activity("use");
    Answers answers = prefilled(asked.context(), journal, use, now);
    CHECK(*find_as<DayAnswer>(answers, "when") == DayAnswer{asked.today});
    CHECK(*find_as<TimeAnswer>(answers, "clock") == TimeAnswer{clock("18:05")});
    CHECK_FALSE(find(answers, "substance"));
    CHECK_MESSAGE(!find(answers, "amount"), "there is nothing to count in before a substance was picked");

    journal.apply({put(use_entry("a", "2026-11-20", "tobacco", 5, "cigarette"))});
    answers = prefilled(asked.context(), journal, use, now);
    CHECK(choice_of(answers, "substance") == "tobacco");
    CHECK(*find_as<NumberAnswer>(answers, "amount") == NumberAnswer{1, "cigarette"});
}

TEST_CASE("what was picked last is not picked again when it is followed no longer") {
    Asked asked;
    Journal journal;
    journal.apply({put(use_entry("a", "2026-11-20", "gambling", 5, "euro_lost"))});
    CHECK_FALSE(find(prefilled(asked.context(), journal, asked.activity("use"), at("2026-11-21 18:05")), "substance"));
}

TEST_CASE("who follows one thing is not asked which") {
    Asked asked;
    asked.settings.followed.resize(1);
    Journal journal;
    for (const char* activity : {"use", "urge", "goal"})
        CHECK(choice_of(prefilled(asked.context(), journal, asked.activity(activity), at("2026-11-21 18:05")), "substance") ==
              "alcohol");
    CHECK(*find_as<NumberAnswer>(prefilled(asked.context(), journal, asked.activity("use"), at("2026-11-21 18:05")), "amount") ==
          NumberAnswer{1, "glass"});
}

TEST_CASE("an amount starts in the unit this person used last for this substance") {
    Asked asked;
    Journal journal;
    journal.apply({put(use_entry("a", "2026-11-18", "alcohol", 2, "beer33")),
                   put(use_entry("b", "2026-11-19", "alcohol", 0, "glass")),
                   put(use_entry("c", "2026-11-20", "tobacco", 4, "gram"))});
    const auto unit = [&](const char* substance) {
        Answers answers = about(substance);
        fill_presets(asked.context(), journal, asked.activity("use"), answers);
        const auto* amount = find_as<NumberAnswer>(answers, "amount");
        REQUIRE(amount);
        CHECK(amount->value == 1);
        return amount->unit;
    };
    CHECK_MESSAGE(unit("alcohol") == "beer33", "a day of none says nothing about the unit");
    CHECK(unit("tobacco") == "gram");
    CHECK(unit("own-1") == "time");
    // What counts is when it was written, not the day it is about.
    Entry late = use_entry("d", "2026-11-01", "alcohol", 1, "wine10");
    late.written = at("2026-11-21 09:00");
    journal.apply({put(late)});
    CHECK(unit("alcohol") == "wine10");
    // A unit that is offered no longer is not used.
    Entry odd = use_entry("e", "2026-11-21", "alcohol", 1, "gallon");
    odd.written = at("2026-11-21 10:00");
    journal.apply({put(odd)});
    CHECK(unit("alcohol") == "wine10");
}

TEST_CASE("a preset never overwrites what was answered") {
    Asked asked;
    Journal journal;
    Answers answers{{"substance", pick("alcohol")}, {"amount", number(7, "wine10")}};
    fill_presets(asked.context(), journal, asked.activity("use"), answers);
    CHECK(*find_as<NumberAnswer>(answers, "amount") == NumberAnswer{7, "wine10"});
}

// --- finishing

TEST_CASE("the first question that keeps a run open is the first that lacks or does not fit") {
    const Asked asked;
    const auto open = [&](const char* activity, const Answers& answers) {
        const Item* item = first_open(asked.context(), asked.activity(activity), answers);
        return item ? item->id : std::string();
    };
    CHECK(open("use", {}) == "substance");
    CHECK(open("use", about("alcohol")) == "amount");
    CHECK(open("use", {{"substance", pick("alcohol")}, {"amount", number(1, "glass")}}) == "");
    CHECK(open("use", {{"substance", pick("alcohol")}, {"amount", number(1, "own_drink")}}) == "volume");
    CHECK(open("use", {{"substance", pick("alcohol")}, {"amount", number(1, "own_drink")}, {"volume", number(500, "ml")}}) ==
          "strength");
    CHECK(open("use", {{"substance", pick("alcohol")}, {"amount", number(1, "glass")}, {"when", DayAnswer{asked.today + 1}}}) ==
          "when");
    CHECK(open("use", {{"substance", pick("alcohol")},
                       {"amount", number(0, "glass")},
                       {"place", TextAnswer{"much too long a place"}}}) == "");
    CHECK(open("urge", {{"strength", Skipped{}}}) == "strength");
}

TEST_CASE("an answer that is offered no longer, or of a kind not known here, keeps nothing open") {
    const Asked asked;
    const Activity& use = asked.activity("use");
    CHECK_FALSE(first_open(asked.context(), use, {{"substance", pick("gambling")}, {"amount", number(5, "euro_lost")}}));
    CHECK_FALSE(first_open(asked.context(), use, {{"substance", pick("alcohol")}, {"amount", number(1, "gallon")}}));
    CHECK_FALSE(first_open(asked.context(), asked.activity("urge"), {{"strength", UnknownAnswer{json{{"range", {2, 4}}}}}}));
}

TEST_CASE("a finished run keeps what shows, drops what is hidden or empty, and keeps what it does not know") {
    const Asked asked;
    Run run;
    run.id = "r";
    run.activity = "use";
    run.replaces = "older";
    run.extra = json{{"mood_ring", "blue"}};
    run.answers = {{"substance", pick("alcohol")},
                   {"amount", number(2, "glass")},
                   {"volume", number(500, "ml")},
                   {"when", DayAnswer{day("2026-11-19")}},
                   {"clock", TimeAnswer{clock("21:00")}},
                   {"company", ManyAnswer{}},
                   {"place", TextAnswer{""}},
                   {"note", Skipped{}},
                   {"weather", pick("rain")},
                   {"photo", UnknownAnswer{json{{"image", "…"}}}}};
    const Entry entry = finish(asked.context(), asked.activity("use"), run, "e", at("2026-11-21 18:05"));
    CHECK(entry.id == "e");
    CHECK(entry.activity == "use");
    CHECK(entry.activity_version == 3);
    CHECK(entry.replaces == "older");
    CHECK(entry.extra == json{{"mood_ring", "blue"}});
    CHECK(entry.written == at("2026-11-21 18:05"));
    CHECK(entry.day == day("2026-11-19"));
    CHECK(entry.time == std::optional(clock("21:00")));
    Words kept;
    for (const auto& [item, answer] : entry.answers) kept.push_back(item);
    CHECK(kept == Words{"amount", "clock", "note", "photo", "substance", "weather", "when"});
    CHECK(std::holds_alternative<Skipped>(*find(entry.answers, "note")));

    run.answers["amount"] = number(0, "glass");
    const Entry none = finish(asked.context(), asked.activity("use"), run, "f", at("2026-11-21 18:05"));
    CHECK_FALSE(none.time);
    CHECK_FALSE(find(none.answers, "clock"));
}

TEST_CASE("empty lines of a list are left out, and an unknown kind of answer to a known question is kept") {
    const Asked asked;
    Run run;
    run.activity = "day";
    run.answers = {{"mood", UnknownAnswer{json{{"face", 3}}}}, {"gave", ManyAnswer{{"", "sun", ""}}}};
    const Entry entry = finish(asked.context(), asked.activity("day"), run, "e", at("2026-11-21 18:05"));
    CHECK(*find_as<ManyAnswer>(entry.answers, "gave") == ManyAnswer{{"sun"}});
    CHECK(find_as<UnknownAnswer>(entry.answers, "mood"));
    CHECK(entry.day == asked.today);
}
