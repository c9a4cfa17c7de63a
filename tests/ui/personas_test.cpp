// The people of clinical facts 10.4 who need something before anything else: each meets the right card on the way they would go.
#include <doctest/doctest.h>

#include <algorithm>

#include "app/frame.h"
#include "tests/support/given.h"
#include "tests/support/page.h"

namespace koers::test {

namespace {

// Sets a goal as far as the card, with what they answer to the question about their body.
void goes_for(Page& page, const char* substance, const char* aim) {
    app().happen(ActivityOpened{"goal", about(substance)});
    page.redraw();
    page.choose(page.words("activity.goal.aim.label"), page.words(std::string("activity.goal.aim.") + aim));
    page.press(page.words("app.run.next"));
}

bool has_card(const Page& page, const char* item) {
    return page.has(NodeRole::Heading, page.words(std::string("activity.goal.") + item + ".label"));
}

}  // namespace

TEST_CASE(
    "P1: nine glasses a day and shaking in the morning, wants to stop: the card for the doctor instead of a day; then the "
    "exercise that fits") {
    Page page({}, kept({"alcohol"}));
    goes_for(page, "alcohol", "stop");
    const std::string signs = page.words("activity.goal.alcohol_signs.label");
    page.choose(signs, page.words("activity.goal.alcohol_signs.six_a_day"))
        .choose(signs, page.words("activity.goal.alcohol_signs.morning"));
    page.press(page.words("app.run.next"));
    CHECK(has_card(page, "safe_alcohol_stop"));
    page.press(page.words("app.run.next"));
    CHECK(page.sees(page.words("activity.goal.prepare.label")));
    CHECK_FALSE(page.sees(page.words("activity.goal.since.label")));
    app().happen(PlaceChosen{Screen::Discover});
    page.redraw();
    CHECK(page.sees(page.words("activity.use_analysis.title")));
}

TEST_CASE("P1 who ticks nothing, but whose diary has nine glasses on most days, meets the same card") {
    Changes records;
    for (int i = 1; i <= 20; ++i)
        records.push_back(put(use_entry("u" + std::to_string(i), to_text(day("2026-11-21") - i), "alcohol", 9, "glass")));
    Page page({}, kept({"alcohol"}, records));
    goes_for(page, "alcohol", "stop");
    page.choose(page.words("activity.goal.alcohol_signs.label"), page.words("activity.goal.alcohol_signs.none"));
    page.press(page.words("app.run.next"));
    CHECK(has_card(page, "safe_alcohol_seen"));
    CHECK(has_card(page, "safe_alcohol_stop"));
    CHECK_FALSE(has_card(page, "safe_alcohol_light"));
    page.press(page.words("app.run.next"));
    CHECK(page.sees(page.words("activity.goal.prepare.label")));
    CHECK_FALSE(page.sees(page.words("activity.goal.since.label")));
}

TEST_CASE("P3: GHB every three hours, wants to stop: urgent, and never alone") {
    Page page({}, kept({"ghb"}));
    goes_for(page, "ghb", "stop");
    page.choose(page.words("activity.goal.ghb_often.label"), page.words("activity.goal.ghb_often.day_night"));
    page.press(page.words("app.run.next"));
    CHECK(has_card(page, "safe_ghb_urgent"));
    CHECK(page.has(NodeRole::Button, page.words("app.help")));
    page.press(page.words("app.run.next"));
    CHECK_FALSE(page.sees(page.words("activity.goal.since.label")));
}

TEST_CASE("P5: heroin, ten days without: what the body is no longer used to comes first, then the plan") {
    Page page({}, kept({"opioids"}));
    goes_for(page, "opioids", "stop");
    page.choose(page.words("activity.goal.opioid_last.label"), page.words("activity.goal.opioid_last.some_days"));
    page.press(page.words("app.run.next"));
    CHECK(has_card(page, "safe_tolerance"));
    page.press(page.words("app.run.next"));
    CHECK(page.sees(page.words("activity.goal.since.label")));
}

TEST_CASE(
    "P7: a lapse yesterday after five months: safe first, then kind words and a small step; looking back waits, and what was "
    "done still counts") {
    Changes records{put(goal_entry("g", "2026-06-20", "alcohol", "stop"))};
    Entry yesterday = use_entry("u", "2026-11-20", "alcohol", 6, "glass");
    yesterday.written = at("2026-11-21 09:00");
    records.push_back(put(yesterday));
    Page page({}, kept({"alcohol"}, records));
    page.press("Hulp nu").press(page.words("help.door.used"));
    CHECK(page.sees(page.words("help.used.safe")));
    CHECK_FALSE(page.sees(page.words("activity.lapse_analysis.title")));
    page.choose(page.words("help.used.safe"), page.words("help.used.safe.yes"));
    CHECK(page.has(NodeRole::Heading, page.words("help.used.step.title")));
    CHECK(page.sees("Elke stap die je al zette, telt nog steeds."));
    // The goal is as it was; nothing began anew.
    app().happen(PlaceChosen{Screen::Plan});
    page.redraw();
    CHECK(page.store.journal().newest_of("goal")->id == "g");
    // A day later, when it is calmer, the exercise is offered.
    Page next(Visit{.clock = "2026-11-22 18:05"}, kept({"alcohol"}, records));
    CHECK(next.sees(next.words("app.lapse.title")));
}

TEST_CASE("P8: a partner who is afraid: numbers and care for oneself, no exercise that confronts") {
    Page page({}, kept({}));
    app().model.journal.settings.role = Role::Other;
    for (const char* exercise : {"boundaries", "talking", "two_sides"}) {
        CAPTURE(exercise);
        const Activity* activity = app().model.catalog->activity(exercise);
        REQUIRE(activity);
        // The two sides of a question may be looked at alone by who is afraid sometimes; by who is afraid, not.
        for (const char* afraid : {"yes", "sometimes"}) {
            if (std::string_view(exercise) == "two_sides" && std::string_view(afraid) == "sometimes") continue;
            const auto shown = shown_items(*activity, for_conditions(app().model.ask(), *activity, {{"fear", pick(afraid)}}));
            const auto has = [&](const char* id) {
                return std::any_of(shown.begin(), shown.end(), [&](const Item* one) { return one->id == id; });
            };
            CHECK(has("fear_note"));
            const auto calm = shown_items(*activity, for_conditions(app().model.ask(), *activity, {{"fear", pick("no")}}));
            CHECK(calm.size() > shown.size());
        }
    }
    for (const char* country : {"be", "nl"}) {
        app().happen(CountryChosen{country});
        page.press("Hulp nu");
        CHECK(page.has(NodeRole::Heading, page.words("help.group.violence")));
        page.press("Terug");
    }
}

TEST_CASE("P10: seventeen, gaming: a page of their own, with people to call, and nothing is stored") {
    Page page;
    page.press(page.words("welcome.next"));
    page.press(page.words("welcome.who.me"));
    page.choose(page.words("welcome.age.title"), page.words("welcome.age.no"));
    CHECK(page.heading() == page.words("youth.title"));
    bool call = false;
    for (const Node& node : page.nodes()) call = call || node.href == "tel:102";
    CHECK(call);
    CHECK(page.store.writes == 0);
}

}  // namespace koers::test
