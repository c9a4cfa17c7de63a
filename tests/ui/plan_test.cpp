// The plan for hard moments as one fills it in: what is offered depends on what is followed, and each moment can be weighed by itself.
#include <doctest/doctest.h>

#include <algorithm>

#include "app/frame.h"
#include "app/headless.h"
#include "tests/support/given.h"
#include "tests/support/page.h"

namespace koers::test {

namespace {

const std::string part = "activity.plan_situations.";

Page& begins(Page& page) {
    app().happen(ActivityOpened{"plan_situations", {}});
    page.redraw();
    return page;
}
bool offers(const Page& page, const char* choice) {
    const auto options = page.options(page.words(part + "extra.label"));
    return std::find(options.begin(), options.end(), page.words(part + "extra." + choice)) != options.end();
}

}  // namespace

TEST_CASE("who gambles is offered other moments than who drinks; what was chosen once stays") {
    {
        Page page({}, kept({"gambling"}));
        begins(page);
        CHECK(offers(page, "letters"));
        CHECK(offers(page, "payday"));
        CHECK_FALSE(offers(page, "after_work"));
        CHECK_FALSE(offers(page, "sleepless"));
    }
    Page page({}, kept({"alcohol"}));
    begins(page);
    CHECK(offers(page, "after_work"));
    CHECK_FALSE(offers(page, "letters"));
    Entry before = urge_entry("s", "2026-11-20", 1);
    before.activity = "plan_situations";
    before.answers = {{"extra", ManyAnswer{{"letters"}}}};
    Page again({}, kept({"alcohol"}, {put(before)}));
    app().happen(EntryEdited{"s"});
    again.redraw();
    CHECK(offers(again, "letters"));
}

TEST_CASE("each moment that was picked is weighed in a row of its own; one that is let go takes its row along") {
    Page page({}, kept({"alcohol"}));
    begins(page);
    const std::string moments = page.words(part + "situations.label"), pressure = page.words(part + "situations.pressure"),
                      conflict = page.words(part + "situations.conflict");
    CHECK_FALSE(page.sees(page.words(part + "weigh.label")));
    page.choose(moments, pressure).choose(moments, conflict).press(page.words("app.run.tell_more"));
    CHECK(page.heading() == page.words(part + "step.weigh.title"));
    const std::string which = page.words(part + "weigh.label"), risk = page.words(part + "weigh.risk");
    CHECK(page.options(which) == std::vector<std::string>{pressure, conflict});
    page.choose(risk, page.words(part + "weigh.risk.high"));
    page.choose(which, conflict).choose(risk, page.words(part + "weigh.risk.low"));
    page.choose(page.words(part + "weigh.sure"), page.words(part + "weigh.sure.high"));
    page.press(page.words("app.run.previous")).choose(moments, pressure).press(page.words("app.run.keep"));
    const Journal stored = page.store.journal();
    const auto* weighed = find_as<RowsAnswer>(stored.newest_of("plan_situations")->answers, "weigh");
    REQUIRE(weighed);
    REQUIRE(weighed->rows.size() == 1);
    CHECK(cell(weighed->rows[0], "row") == "conflict");
    // Read back: the moment, how likely, how sure.
    app().happen(PlaceChosen{Screen::Plan});
    page.redraw();
    CHECK(page.sees(conflict + ": kleine kans · zeker"));
}

TEST_CASE("a moment of one's own that is written otherwise keeps what was weighed") {
    Page page({}, kept({"alcohol"}));
    begins(page);
    const std::string own = page.words(part + "own.label") + " 1";
    page.type(own, "Vrijdag om zes").press(page.words("app.run.tell_more"));
    page.choose(page.words(part + "weigh.risk"), page.words(part + "weigh.risk.high"));
    page.press(page.words("app.run.previous")).type(own, "Vrijdag rond zes uur").press(page.words("app.run.keep"));
    const Journal stored = page.store.journal();
    const auto* weighed = find_as<RowsAnswer>(stored.newest_of("plan_situations")->answers, "weigh");
    REQUIRE(weighed);
    CHECK(cell(weighed->rows.at(0), "row") == "Vrijdag rond zes uur");
    CHECK(cell(weighed->rows.at(0), "risk") == "high");
}

TEST_CASE("the parts stand in the order one would use them, and paper stands above them") {
    Page page({}, kept({"alcohol"}));
    page.press(page.words("app.place.plan"));
    const std::string all = page.everything();
    size_t at = all.find(page.words("app.paper.title"));
    CHECK(at != std::string::npos);
    for (const char* one : {"plan_situations", "plan_reasons", "plan_people", "plan_places", "plan_signals", "plan_values",
                            "plan_safety", "change_plan"}) {
        const size_t next = all.find(page.words(std::string("activity.") + one + ".title"), at);
        CAPTURE(one);
        REQUIRE(next != std::string::npos);
        at = next;
    }
}

TEST_CASE("the plan for change is a part of the plan, with what was planned and nothing of what was only asked") {
    Entry entry = urge_entry("c", "2026-11-20", 1);
    entry.activity = "change_plan";
    entry.answers = {{"common_grip_before", number(4)},
                     {"substance", pick("alcohol")},
                     {"aim", pick("less")},
                     {"alcohol_signs", ManyAnswer{{"older"}}},
                     {"change", TextAnswer{"Doordeweeks niet"}},
                     {"prepare", ManyAnswer{{"De huisarts bellen"}}}};
    Page page({}, kept({"alcohol"}, {put(entry)}));
    page.press(page.words("app.place.plan"));
    CHECK(page.sees("Doordeweeks niet"));
    CHECK(page.sees("De huisarts bellen"));
    CHECK_FALSE(page.sees(page.words("activity.goal.alcohol_signs.older")));
    CHECK_FALSE(page.sees("4 van 10"));
}

TEST_CASE("what is drawn beforehand, to be quick the first time, shows nowhere") {
    Page page({}, kept({"alcohol"}));
    const std::string before = page.everything();
    const size_t told = page.syncs().size();
    page.message("\"t\":\"warm\"");
    page.redraw();
    CHECK(page.everything() == before);
    CHECK(page.syncs().size() == told);
    CHECK(app().model.routes.size() == 1);
    // Also in the middle of something: what was said in Hulp nu and a wave that runs go on.
    page.press("Hulp nu").press(page.words("help.door.urge")).press(page.words("help.wave.start"));
    const std::string riding = page.everything();
    const int arrivals = app().model.arrivals;
    REQUIRE(headless().timers.count("wave") == 1);
    app().warm();
    page.redraw();
    CHECK(page.everything() == riding);
    CHECK(app().model.arrivals == arrivals);
    CHECK(headless().timers.count("wave") == 1);
    CHECK(app().model.wave_rings);
}

TEST_CASE("at night the people who may be called then say so") {
    RowsAnswer people;
    people.rows = {{{"name", "Els"}, {"phone", "0470"}, {"night", "yes"}}, {{"name", "Jan"}, {"phone", "0471"}, {"night", "no"}}};
    Entry entry = urge_entry("p", "2026-11-20", 1);
    entry.activity = "plan_people";
    entry.answers = {{"people", people}};
    Page page({}, kept({"alcohol"}, {put(entry)}));
    page.press("Hulp nu");
    CHECK(page.has(NodeRole::Link, "Bel Els (ook ’s nachts)"));
    CHECK(page.has(NodeRole::Link, "Bel Jan"));
}

}  // namespace koers::test
