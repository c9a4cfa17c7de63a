#include <doctest/doctest.h>

#include "tests/support/given.h"
#include "tests/support/small_content.h"

using namespace koers;
using namespace koers::test;

static Condition condition(ConditionOp op, std::string item, std::vector<std::string> values = {}, double limit = 0) {
    return Condition{op, std::move(item), std::move(values), limit, {}};
}

TEST_CASE("a condition on a choice looks at what was chosen") {
    const Answers green{{"pick", pick("green")}};
    CHECK(holds(condition(ConditionOp::Is, "pick", {"green"}), green));
    CHECK_FALSE(holds(condition(ConditionOp::Is, "pick", {"red"}), green));
    CHECK(holds(condition(ConditionOp::In, "pick", {"red", "green"}), green));
    CHECK_FALSE(holds(condition(ConditionOp::In, "pick", {"red", "blue"}), green));
    CHECK(holds(condition(ConditionOp::IsNot, "pick", {"red"}), green));
    CHECK_FALSE(holds(condition(ConditionOp::IsNot, "pick", {"green"}), green));
}

TEST_CASE("among several choices one that is there is enough") {
    const Answers several{{"several", ManyAnswer{{"sun", "rain"}}}};
    CHECK(holds(condition(ConditionOp::Is, "several", {"rain"}), several));
    CHECK_FALSE(holds(condition(ConditionOp::Is, "several", {"none"}), several));
    CHECK(holds(condition(ConditionOp::IsNot, "several", {"none"}), several));
    CHECK_FALSE(holds(condition(ConditionOp::IsNot, "several", {"sun"}), several));
}

TEST_CASE("nothing holds of a question that was not answered, not even that it is something else") {
    for (const Answers& answers :
         {Answers{}, Answers{{"pick", Skipped{}}}, Answers{{"pick", TextAnswer{""}}}, Answers{{"pick", ManyAnswer{{""}}}}}) {
        CHECK_FALSE(holds(condition(ConditionOp::Is, "pick", {"green"}), answers));
        CHECK_FALSE(holds(condition(ConditionOp::In, "pick", {"green"}), answers));
        CHECK_FALSE(holds(condition(ConditionOp::IsNot, "pick", {"green"}), answers));
        CHECK_FALSE(holds(condition(ConditionOp::Answered, "pick"), answers));
        CHECK_FALSE(holds(condition(ConditionOp::AtLeast, "pick", {}, 0), answers));
        CHECK_FALSE(holds(condition(ConditionOp::AtMost, "pick", {}, 100), answers));
        CHECK_FALSE(holds(condition(ConditionOp::UnitIs, "pick", {"glass"}), answers));
    }
}

TEST_CASE("numbers are compared with both ends included, and their unit by name") {
    const Answers two{{"amount", number(2, "glass")}};
    CHECK(holds(condition(ConditionOp::AtLeast, "amount", {}, 2), two));
    CHECK_FALSE(holds(condition(ConditionOp::AtLeast, "amount", {}, 2.01), two));
    CHECK(holds(condition(ConditionOp::AtMost, "amount", {}, 2), two));
    CHECK_FALSE(holds(condition(ConditionOp::AtMost, "amount", {}, 1.99), two));
    CHECK(holds(condition(ConditionOp::UnitIs, "amount", {"beer33", "glass"}), two));
    CHECK_FALSE(holds(condition(ConditionOp::UnitIs, "amount", {"beer33"}), two));
    CHECK(holds(condition(ConditionOp::Answered, "amount"), {{"amount", number(0)}}));
}

TEST_CASE("yes and no are both answers") {
    for (const bool yes : {true, false}) {
        const Answers answers{{"sure", YesNoAnswer{yes}}};
        CHECK(holds(condition(ConditionOp::Is, "sure", {"true"}), answers) == yes);
        CHECK(holds(condition(ConditionOp::Is, "sure", {"false"}), answers) == !yes);
        CHECK(holds(condition(ConditionOp::IsNot, "sure", {"true"}), answers) == !yes);
        CHECK(holds(condition(ConditionOp::Answered, "sure"), answers));
    }
}

TEST_CASE("all needs every part, any needs one") {
    const Condition a = condition(ConditionOp::Is, "pick", {"green"}), b = condition(ConditionOp::AtLeast, "amount", {}, 2);
    const Condition all{ConditionOp::All, "", {}, 0, {a, b}}, any{ConditionOp::Any, "", {}, 0, {a, b}};
    const Answers both{{"pick", pick("green")}, {"amount", number(2)}}, one{{"pick", pick("green")}}, none{};
    CHECK(holds(all, both));
    CHECK_FALSE(holds(all, one));
    CHECK(holds(any, both));
    CHECK(holds(any, one));
    CHECK_FALSE(holds(any, none));
    CHECK(holds(Condition{ConditionOp::Any, "", {}, 0, {all, any}}, one));
}

TEST_CASE("steps and items show when their conditions hold, and a step of which nothing shows is passed over") {
    const auto catalog = small_catalog();
    const Activity& every = *catalog->activity("every");
    const Step& two = every.steps[1];
    CHECK(ids_of(shown_steps(every, {})) == Words{"one"});
    CHECK(ids_of(shown_steps(every, {{"pick", pick("red")}})) == Words{"one"});
    CHECK(ids_of(shown_steps(every, {{"pick", pick("green")}})) == Words{"one", "two"});
    // The step may show, but none of its questions does: nothing picked, sure, and the ruler high.
    const Answers sure{{"sure", YesNoAnswer{true}}, {"ruler", number(5)}};
    CHECK(ids_of(shown_items(two, sure)).empty());
    CHECK(ids_of(shown_steps(every, sure)) == Words{"one"});
    CHECK(ids_of(shown_items(two, {{"pick", pick("blue")}})) == Words{"if_not_red"});
    CHECK(ids_of(shown_items(two, {{"pick", pick("green")}, {"ruler", number(2)}, {"sure", YesNoAnswer{false}}})) ==
          Words{"if_green", "if_not_red", "if_low", "if_not_sure"});
    CHECK(ids_of(shown_items(every, {{"pick", pick("red")}})).back() == "said");

    const Activity& goal = *catalog->activity("goal");
    CHECK(ids_of(shown_steps(goal, {{"aim", pick("understand")}})) == Words{"what", "why"});
    CHECK(ids_of(shown_steps(goal, {{"substance", pick("alcohol")}, {"aim", pick("less")}})) ==
          Words{"what", "safety", "how", "why"});
    CHECK(ids_of(shown_steps(goal, {{"substance", pick("tobacco")}, {"aim", pick("less")}})) == Words{"what", "how", "why"});
}

TEST_CASE("a substance of one's own is asked about as the substance it stands for") {
    const auto catalog = small_catalog();
    Settings settings;
    settings.followed = {{"own-1", "alcohol", "Porto"}, {"own-2", "other", "Kratom"}};
    const Activity& goal = *catalog->activity("goal");
    const Answers porto{{"substance", pick("own-1")}, {"aim", pick("stop")}};
    CHECK(choice_of(for_conditions(goal, porto, settings), "substance") == "alcohol");
    CHECK(ids_of(shown_steps(goal, for_conditions(goal, porto, settings))) == Words{"what", "safety", "how", "why"});
    CHECK(choice_of(for_conditions(goal, {{"substance", pick("own-2")}}, settings), "substance") == "other");
    // What is followed no longer stays what it was, and other choices are left alone.
    CHECK(choice_of(for_conditions(goal, {{"substance", pick("gone")}}, settings), "substance") == "gone");
    CHECK(choice_of(for_conditions(goal, {{"aim", pick("own-1")}}, settings), "aim") == "own-1");
}
