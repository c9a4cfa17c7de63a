// What answers come to: the rules a check's data can hold, and the three words for a change.
#include <doctest/doctest.h>

#include "core/insight/score.h"
#include "tests/support/given.h"

namespace koers::test {

// Three questions of 0-4 each; the last shows only when the first is above 0.
static Activity three_questions() {
    Activity activity;
    activity.id = "three";
    activity.kind = ActivityKind::Check;
    const auto choices = [] {
        ChoiceFormat format;
        for (int i = 0; i <= 4; ++i) format.choices.push_back({"c" + std::to_string(i), "", static_cast<double>(i)});
        return format;
    };
    for (const char* id : {"a", "b", "c"}) {
        Item item;
        item.id = id;
        item.format = choices();
        activity.steps.push_back({"step_" + item.id, {item}, std::nullopt});
    }
    activity.steps[2].show_if = Condition{ConditionOp::IsNot, "a", {"c0"}};
    Score score;
    score.id = "total";
    score.items = {"a", "b", "c"};
    score.max = 12;
    score.bands = {{"low", 0, 3}, {"some", 4, 7}, {"much", 8, 12}};
    score.high = {"much"};
    activity.scores.push_back(score);
    return activity;
}

static Answers given(const char* a, const char* b, const char* c) {
    Answers answers;
    for (const auto& [id, choice] : {std::pair{"a", a}, std::pair{"b", b}, std::pair{"c", c}})
        if (*choice) answers.emplace(id, pick(choice));
    return answers;
}

static ScoreResult first(const Activity& activity, const Answers& answers) {
    return scores_of(activity, answers, Settings{}).front();
}

TEST_CASE("weights add up, and each band begins and ends where it says") {
    const Activity activity = three_questions();
    for (const auto& [answers, value, band] :
         {std::tuple{given("c1", "c1", "c1"), 3., "low"}, std::tuple{given("c1", "c1", "c2"), 4., "some"},
          std::tuple{given("c2", "c2", "c3"), 7., "some"}, std::tuple{given("c2", "c3", "c3"), 8., "much"},
          std::tuple{given("c4", "c4", "c4"), 12., "much"}}) {
        const ScoreResult result = first(activity, answers);
        REQUIRE(result.value);
        CHECK(*result.value == value);
        REQUIRE(result.band);
        CHECK(result.band->id == band);
        CHECK(result.high == (result.band->id == "much"));
    }
}

TEST_CASE("a question that does not show counts nothing; one that is left open leaves no score") {
    const Activity activity = three_questions();
    CHECK(*first(activity, given("c0", "c2", "c4")).value == 2);
    const ScoreResult open = first(activity, given("c1", "", "c1"));
    CHECK_FALSE(open.value);
    CHECK(open.open == 1);
    CHECK_FALSE(open.band);
    CHECK_FALSE(first(activity, {}).value);
}

TEST_CASE("where some may be open, their mean is filled in; more than that is no score") {
    Activity activity = three_questions();
    activity.scores[0].missing = 1;
    CHECK(*first(activity, given("c2", "", "c4")).value == 9);
    CHECK_FALSE(first(activity, given("c2", "", "")).value);
}

TEST_CASE("single answers put it one band higher, but never past the last") {
    Activity activity = three_questions();
    activity.scores[0].step_up = {{"b", 2}};
    CHECK_FALSE(first(activity, given("c1", "c1", "c1")).stepped_up);
    const ScoreResult up = first(activity, given("c0", "c2", ""));
    CHECK(up.stepped_up);
    CHECK(up.band->id == "some");
    const ScoreResult last = first(activity, given("c4", "c4", "c4"));
    CHECK_FALSE(last.stepped_up);
    CHECK(last.band->id == "much");
}

TEST_CASE("a factor, a count, and bands of one substance only") {
    Activity activity = three_questions();
    activity.scores[0].factor = 4;
    CHECK(*first(activity, given("c1", "c1", "c1")).value == 12);
    activity = three_questions();
    activity.scores[0].counts = true;
    activity.scores[0].counts_from = 3;
    CHECK(*first(activity, given("c3", "c2", "c4")).value == 2);
    activity = three_questions();
    activity.scores[0].bands_by["alcohol"] = activity.scores[0].bands;
    activity.scores[0].bands_item = "substance";
    activity.scores[0].bands.clear();
    CHECK_FALSE(first(activity, given("c1", "c1", "c1")).band);
    Answers answers = given("c1", "c1", "c1");
    answers.emplace("substance", pick("alcohol"));
    CHECK(first(activity, answers).band->id == "low");
}

TEST_CASE("thinking of help counts as a point and is told to be a strength") {
    Activity activity = three_questions();
    activity.scores[0].strengths = {"b"};
    CHECK_FALSE(first(activity, given("c1", "c0", "c1")).strength);
    CHECK(first(activity, given("c1", "c1", "c1")).strength);
}

TEST_CASE("three words for a change: noise is called the same") {
    Score score;
    const auto word = [&](std::vector<double> values) { return difference_of(score, 100, values); };
    CHECK(word({50}) == Difference::Same);
    CHECK(word({50, 59}) == Difference::Same);
    CHECK(word({50, 60}) == Difference::Perhaps);
    CHECK(word({60, 50}) == Difference::Perhaps);
    CHECK(word({50, 90}) == Difference::Perhaps);  // once is not enough where the noise is not known
    CHECK(word({40, 50, 60}) == Difference::Clear);
    CHECK(word({60, 50, 40}) == Difference::Clear);
    CHECK(word({40, 60, 50}) == Difference::Perhaps);
    CHECK(word({40, 45, 55}) == Difference::Perhaps);  // less than a fifth of the range together
    score.reliable = 10;
    CHECK(word({50, 60}) == Difference::Clear);
    CHECK(word({50, 59}) == Difference::Same);
}

}  // namespace koers::test
