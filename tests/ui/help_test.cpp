// Hulp nu as a frightened person meets it: at once, before the journal is open, without a network; and nothing is kept that was not asked for.
#include <doctest/doctest.h>

#include "app/frame.h"
#include "core/insight/lapse.h"
#include "core/insight/waves.h"
#include "tests/support/given.h"
#include "tests/support/page.h"

namespace koers::test {

namespace {

Entry plan_part(std::string_view activity, std::string_view item, Answer answer) {
    Entry entry = urge_entry(std::string(activity) + "-1", "2026-11-20", 1);
    entry.activity = activity;
    entry.answers = {{std::string(item), std::move(answer)}};
    return entry;
}

Changes own_plan() {
    RowsAnswer people;
    people.rows = {{{"name", "Els"}, {"phone", "0470 12 34 56"}}, {{"name", "Jan"}}};
    return {put(plan_part("plan_reasons", "reasons", ManyAnswer{{"Mijn dochter **zien**"}})),
            put(plan_part("plan_people", "people", people))};
}

}  // namespace

TEST_CASE("Hulp nu is drawn beforehand also between another catalog and the frame that shows it") {
    Page page;
    const auto another = [] { app().model.catalog = std::make_shared<const Catalog>(*app().model.catalog); };
    another();
    page.redraw();
    another();  // the one before is gone with its texts
    app().warm();
    page.redraw();
    CHECK(page.heading() == page.words("welcome.title"));
}

TEST_CASE("every door of Hulp nu opens before the journal does, and shows nothing personal then") {
    FakeStore store = kept({"alcohol"}, own_plan());
    Page page(Visit{.store_answers = false}, store);
    app().slow_to_open = true;
    page.redraw();
    for (const char* door : {"urge", "used", "low", "wake", "numbers", ""}) {
        CAPTURE(door);
        app().happen(RouteOpened{Route{Screen::Help, door, {}}});
        page.redraw();
        CHECK_FALSE(page.sees("Mijn dochter"));
        CHECK_FALSE(page.sees("Els"));
        CHECK(page.heading() ==
              page.words(*door ? std::string("help.") + (std::string(door) == "urge"      ? "wave.title"
                                                         : std::string(door) == "numbers" ? "door.numbers"
                                                                                          : std::string(door) + ".title")
                               : "help.title"));
        for (const Node& node : page.nodes()) CHECK(node.name.rfind("help.", 0) != 0);
    }
    app().happen(WaveBegan{"", "", 5});
    page.store_opens();
    CHECK(page.store.writes == 0);
}

TEST_CASE("with the journal open, own reasons and people stand in Hulp nu") {
    Page page({}, kept({"alcohol"}, own_plan()));
    page.press("Hulp nu");
    CHECK(page.sees("Mijn dochter **zien**"));
    CHECK(page.node(NodeRole::Link, "Bel Els").href == "tel:0470123456");
    CHECK(page.node(NodeRole::Link, "Stuur Els een bericht").href == "sms:0470123456");
    CHECK_FALSE(page.has(NodeRole::Link, "Bel Jan"));
}

TEST_CASE("a wave is ridden by the clock: thoughts follow each other, it is rated, and kept when the person says so") {
    Page page({}, kept({"alcohol"}));
    page.press("Hulp nu").press(page.words("help.door.urge"));
    CHECK(page.sees(page.words("help.wave.body_first")));
    page.press(page.words("help.wave.start"));
    CHECK(page.sees(page.words("help.wave.say.0")));
    const std::string ask = page.words("help.wave.ask");
    page.slide(ask, 8);
    for (const auto& [minutes, thought] : {std::pair{1, "1"}, std::pair{1, "2"}, std::pair{3, "3"}, std::pair{3, "4"},
                                           std::pair{2, "5"}, std::pair{2, "6"}, std::pair{2, "7"}}) {
        page.later(minutes).rings("wave");
        CHECK(page.sees(page.words(std::string("help.wave.say.") + thought)));
    }
    page.slide(ask, 2).later(2).rings("wave");
    CHECK(page.sees(page.words("help.wave.after.title")));
    CHECK(page.has(NodeRole::Button, page.words("help.door.numbers")));
    CHECK(page.store.journal().entries.empty());
    page.press(page.words("help.wave.keep"));
    const Journal stored = page.store.journal();
    REQUIRE(stored.entries.size() == 1);
    const Entry& entry = stored.entries.begin()->second;
    CHECK(entry.activity == "urge");
    CHECK(find_as<NumberAnswer>(entry.answers, "strength")->value == 8);
    CHECK(entry.time == std::optional(clock("18:05")));
    CHECK(find_as<WaveAnswer>(entry.answers, "wave")->ended == 900);
    CHECK(find_as<NumberAnswer>(entry.answers, "minutes")->value == 15);
    // Once is enough.
    CHECK_FALSE(page.has(NodeRole::Button, page.words("help.wave.keep")));
    page.press("Ongedaan maken");
    CHECK(page.store.journal().entries.empty());
}

TEST_CASE("how long the urge was is written down only when it had gone down; a second wave begins where the first did") {
    Page page({}, kept({"alcohol"}));
    page.press("Hulp nu").press(page.words("help.door.urge")).press(page.words("help.wave.start"));
    page.slide(page.words("help.wave.ask"), 8).later(20).rings("wave");
    page.press(page.words("help.wave.keep"));
    CHECK_FALSE(find(page.store.journal().newest_of("urge")->answers, "minutes"));
    page.press(page.words("help.wave.again"));
    CHECK_MESSAGE(page.sees(page.words("help.wave.body_first")), "the signs that are no urge come first again");
    CHECK(page.has(NodeRole::Button, page.words("help.wave.start")));
}

TEST_CASE("a wave of hours ago is not the urge of tonight") {
    Page page({}, kept({"alcohol"}));
    page.press("Hulp nu").press(page.words("help.door.urge")).press(page.words("help.wave.start"));
    const std::string ask = page.words("help.wave.ask");
    page.slide(ask, 8);
    // The screen still shows it: ten minutes after the end a rating is of that wave, and no longer.
    page.later(15 + 9).slide(ask, 3);
    CHECK(app().model.help.wave.points.back().rating == 3);
    app().stamp.now.ms += 2 * 60'000;
    app().happen(WaveRated{"", "", 9});
    page.later(2).message("\"t\":\"touch\"");
    CHECK(app().model.help.wave.points.back().rating == 3);
    CHECK_FALSE(page.sees(ask));
    CHECK(page.has(NodeRole::Button, page.words("help.wave.keep")));
    // An hour after it the door opens at its beginning.
    page.back().later(45).press(page.words("help.door.urge"));
    CHECK(page.has(NodeRole::Button, page.words("help.wave.keep")));
    page.back().later(30).press(page.words("help.door.urge"));
    CHECK(page.sees(page.words("help.wave.body_first")));
    CHECK(page.has(NodeRole::Button, page.words("help.wave.start")));
}

TEST_CASE("where somebody is was perhaps guessed: with every number for thoughts of death stands where to change it") {
    Page page(Visit{.languages = {"en-US"}, .store_answers = false});
    app().slow_to_open = true;
    app().happen(RouteOpened{Route{Screen::Help, "low", {}}});
    page.redraw();
    const std::string ask = page.words("help.low.ask");
    for (const char* answer : {"", "some", "often", "now"}) {
        CAPTURE(answer);
        if (*answer) page.choose(ask, page.words(std::string("help.low.answer.") + answer));
        for (const auto& [country, tel] : {std::pair{"nl", "tel:113"}, std::pair{"be", "tel:1813"}}) {
            page.choose(page.words("help.country"), page.words(std::string("help.country.") + country));
            CHECK(std::any_of(page.nodes().begin(), page.nodes().end(), [&](const Node& node) { return node.href == tel; }));
        }
    }
}

TEST_CASE("the safety plan is there at the worst moment too, and offered to who has none") {
    Page none({}, kept({"alcohol"}));
    app().happen(LibraryAsked{});
    none.redraw();
    none.press("Hulp nu").press(none.words("help.door.low"));
    none.choose(none.words("help.low.ask"), none.words("help.low.answer.often"));
    none.press(none.words("help.low.make_plan"));
    CHECK(none.heading() == none.words("activity.plan_safety.title"));
    Entry plan = urge_entry("s", "2026-11-01", 1);
    plan.activity = "plan_safety";
    plan.answers = {{"worth", ManyAnswer{{"De zee"}}}};
    Page page({}, kept({"alcohol"}, {put(plan)}));
    page.press("Hulp nu").press(page.words("help.door.low"));
    page.choose(page.words("help.low.ask"), page.words("help.low.answer.now"));
    page.press(page.words("help.low.plan"));
    CHECK(page.sees("De zee"));
}

TEST_CASE("what is usual is told from one's own waves, and from three on") {
    Journal journal;
    const auto add = [&](int n, int seconds, int most) {
        Entry entry = urge_entry("w" + std::to_string(n), "2026-11-" + std::to_string(10 + n), most);
        WaveAnswer wave;
        wave.minutes = 15;
        wave.ended = seconds;
        wave.points = {{0, most - 2}, {60, most}, {seconds, 1}};
        entry.answers.emplace("wave", wave);
        journal.apply({put(entry)});
    };
    add(1, 600, 7);
    add(2, 300, 9);
    journal.apply({put(urge_entry("plain", "2026-11-15", 5))});
    CHECK_FALSE(typical_wave(journal));
    add(3, 900, 8);
    REQUIRE(typical_wave(journal));
    CHECK(typical_wave(journal)->minutes == 10);
    CHECK(typical_wave(journal)->highest == 8);
}

TEST_CASE("after using: safe first, then kindness, a small step, and the diary only if wanted") {
    Page page({}, kept({"alcohol"}));
    page.press("Hulp nu").press(page.words("help.door.used"));
    const std::string safe = page.words("help.used.safe");
    CHECK_FALSE(page.has(NodeRole::Heading, page.words("help.used.step.title")));
    page.choose(safe, page.words("help.used.safe.no"));
    CHECK(page.has(NodeRole::Link, page.words("help.emergency")));
    CHECK_FALSE(page.has(NodeRole::Button, page.words("help.used.log")));
    page.choose(safe, page.words("help.used.safe.yes"));
    CHECK(page.has(NodeRole::Heading, page.words("help.used.step.title")));
    page.press(page.words("help.used.log"));
    CHECK(page.heading() == page.words("activity.use.step.what.title"));
    // Opened anew, nothing of it is remembered.
    page.press("Terug").press("Terug").press("Terug").press("Hulp nu").press(page.words("help.door.used"));
    CHECK_FALSE(page.chosen(safe, page.words("help.used.safe.yes")));
}

TEST_CASE("thoughts of death: every answer has a person to call, and now has them at once") {
    for (const char* country : {"be", "nl"}) {
        Page page({}, kept({"alcohol"}));
        app().happen(CountryChosen{country});
        page.press("Hulp nu").press(page.words("help.door.low"));
        const std::string ask = page.words("help.low.ask");
        const auto line = [&] {
            for (const Node& node : page.nodes())
                if (node.href == (std::string(country) == "be" ? "tel:1813" : "tel:113")) return true;
            return false;
        };
        CHECK(line());
        for (const char* answer : {"some", "often", "now"}) {
            CAPTURE(answer);
            page.choose(ask, page.words(std::string("help.low.answer.") + answer));
            CHECK(line());
        }
        CHECK(page.has(NodeRole::Link, page.words("help.emergency")));
        page.choose(ask, page.words("help.low.answer.no"));
        CHECK(page.has(NodeRole::Button, page.words("help.door.numbers")));
    }
}

TEST_CASE("first aid for someone who does not wake up is five lines with 112 above them") {
    for (const char* language : {"nl", "en"}) {
        Page page(Visit{.language = language, .languages = {language}}, kept({"alcohol"}, {}, language));
        page.press(page.words("app.help")).press(page.words("help.door.wake"));
        CHECK(page.node(NodeRole::Link, page.words("help.emergency")).href == "tel:112");
        CHECK(page.names(NodeRole::Item).size() == 5);
    }
}

TEST_CASE("looking back is offered a day after, not sooner, once, and only where not using was the aim") {
    const Moment now = at("2026-11-21 18:05");
    const auto asked = [&](const char* aim, const char* used, const char* looked, double amount = 2) {
        Page page({}, kept({"alcohol"}));
        Journal journal;
        journal.apply({put(goal_entry("g", "2026-11-01", "alcohol", aim))});
        if (*used) journal.apply({put(use_entry("u", used, "alcohol", amount, "glass"))});
        if (*looked) {
            Entry back = urge_entry("l", looked, 1);
            back.activity = "lapse_analysis";
            journal.apply({put(back)});
        }
        return day_to_look_back_on(*app().model.catalog, journal, now).has_value();
    };
    CHECK(asked("stop", "2026-11-20", ""));
    CHECK(asked("pause", "2026-11-18", ""));
    CHECK_FALSE(asked("stop", "2026-11-21", ""));
    CHECK_FALSE(asked("stop", "2026-11-12", ""));
    CHECK_FALSE(asked("stop", "2026-11-20", "", 0));
    CHECK_FALSE(asked("less", "2026-11-20", ""));
    CHECK_FALSE(asked("stop", "2026-11-19", "2026-11-20"));
    CHECK(asked("stop", "2026-11-19", "2026-11-18"));
    // Not in the middle of it.
    Page page({}, kept({"alcohol"}));
    Journal journal;
    journal.apply(
        {put(goal_entry("g", "2026-11-01", "alcohol", "stop")), put(use_entry("u", "2026-11-19", "alcohol", 2, "glass"))});
    CHECK(day_to_look_back_on(*app().model.catalog, journal, now));
    journal.apply({put(use_entry("v", "2026-11-21", "alcohol", 2, "glass"))});
    CHECK_FALSE(day_to_look_back_on(*app().model.catalog, journal, now));
    CHECK(day_to_look_back_on(*app().model.catalog, journal, at("2026-11-23 18:05")));
}

TEST_CASE("on Vandaag looking back is a card that leads to the exercise") {
    Page page({}, kept({"alcohol"}, {put(goal_entry("g", "2026-11-01", "alcohol", "stop")),
                                     put(use_entry("u", "2026-11-20", "alcohol", 2, "glass"))}));
    CHECK(page.has(NodeRole::Heading, "Terugkijken, als je wilt"));
    page.press("Bekijk de oefening");
    CHECK(page.heading() == page.words("activity.lapse_analysis.title"));
}

}  // namespace koers::test
