// Ontdekken as a person meets it: found by question, minutes or word; worked through, stopped and gone on with; what came of it, and what changed.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "app/frame.h"
#include "core/insight/library.h"
#include "tests/support/given.h"
#include "tests/support/page.h"

namespace koers::test {

namespace {

bool option(const Node& node) { return node.role == NodeRole::Radio || node.role == NodeRole::Checkbox; }

// Buttons that are part of an answer: the first pile, a new row, a link, a timer.
bool does_more(const Node& node) {
    if (node.off || node.id == "run.next" || node.id.rfind("run.", 0) != 0) return false;
    const auto ends = [&](const std::string& end) {
        return node.id.size() > end.size() && node.id.compare(node.id.size() - end.size(), end.size(), end) == 0;
    };
    return ends(".to.very") || ends(".add") || ends(".join") || ends(".begin") || ends(".stop") || ends(".next");
}

// Whatever is asked on a step gets an answer: the last choice, the end of a line, a few words.
void answer_all(Page& page) {
    std::set<std::string> done;
    for (bool again = true; again;) {
        again = false;
        const std::vector<Node> nodes = page.nodes();
        for (const Node& node : nodes) {
            if (!done.insert(node.id).second) continue;
            if (node.role == NodeRole::RadioGroup || (node.role == NodeRole::Group && !node.id.empty())) {
                std::string last;
                for (const Node& one : nodes)
                    if (option(one) && one.parent == node.id && !one.off) last = one.name;
                if (last.empty()) continue;
                page.choose(node.name, last);
            } else if (node.role == NodeRole::Slider) {
                page.slide(node.name, static_cast<int>(node.max));
            } else if (node.role == NodeRole::Field && (node.kind == FieldKind::Text || node.kind == FieldKind::Lines)) {
                page.type(node.name, "Iets van mij");
            } else if (node.role == NodeRole::Button && does_more(node)) {
                // A pile is pressed until no card is left, an editor is opened once.
                if (node.id.find(".to.") != std::string::npos) done.erase(node.id);
                page.press(node.name);
            } else {
                continue;
            }
            again = true;
            break;
        }
    }
}

// From the card to what came of it; how many steps it had.
int work_through(Page& page, bool answering) {
    int steps = 0;
    page.press(page.words("app.activity.begin"));
    const std::string next = page.words("app.run.next");
    for (;; ++steps) {
        if (answering) answer_all(page);
        REQUIRE(steps < 60);
        if (!page.has(NodeRole::Button, next)) break;
        page.press(next);
    }
    page.press(page.words("app.run.keep"));
    return steps + 1;
}

Page& discover(Page& page) { return page.press(page.words("app.place.discover"), "navigation"); }

// Five answers of the same worth to the questions about well-being.
void well_being(Page& page, size_t choice) {
    const Activity* activity = app().model.catalog->activity("check_wellbeing");
    REQUIRE(activity);
    page.press(page.words("app.activity.begin"));
    for (;;) {
        for (const Node& node : std::vector<Node>(page.nodes()))
            if (node.role == NodeRole::RadioGroup) page.choose(node.name, page.options(node.name)[choice]);
        if (!page.has(NodeRole::Button, page.words("app.run.next"))) break;
        page.press(page.words("app.run.next"));
    }
    page.press(page.words("app.run.keep"));
}

}  // namespace

TEST_CASE(
    "every exercise and check is worked through from its card to what came of it, in both languages, answered and skipped") {
    for (const char* language : {"nl", "en"})
        for (const bool answering : {true, false}) {
            Page page(Visit{.language = language, .languages = {language}},
                      kept({"alcohol", "tobacco", "cocaine"}, {}, language));
            discover(page);
            int worked = 0;
            std::vector<Activity> all;
            for (const Activity& activity : app().model.catalog->activities)
                // First what a check done later would withhold.
                if (activity.in_library()) all.insert(activity.withhold ? all.begin() : all.end(), activity);
            for (const Activity& activity : all) {
                CAPTURE(activity.id);
                app().happen(RouteOpened{Route{Screen::Activity, activity.id, {}}});
                page.redraw();
                const std::string title = page.words(activity.key("title"));
                CHECK(page.heading() == title);
                if (activity.kind == ActivityKind::Info) {
                    for (const Step& step : activity.steps)
                        for (const Item& item : step.items) CHECK(page.sees(page.words(activity.key(item.id + ".label"))));
                    ++worked;
                    discover(page);
                    continue;
                }
                work_through(page, answering);
                CHECK(page.heading() == title);
                CHECK(page.has(NodeRole::Button, page.words("app.entry.edit")));
                for (const Node& node : page.nodes()) {
                    CAPTURE(node.name);
                    CHECK(node.name.rfind("activity.", 0) != 0);  // the key of a text that is missing
                    CHECK(node.name.find('{') == std::string::npos);
                }
                if (answering) CHECK(page.store.journal().newest_of(activity.id));
                ++worked;
                discover(page);
            }
            CHECK(worked >= 40);
        }
}

TEST_CASE("what is for something that is not followed stays out of the way, and is found by a word") {
    Page page({}, kept({"alcohol"}));
    discover(page);
    const std::string alcohol = page.words("activity.check_alcohol.title"),
                      gambling = page.words("activity.check_gambling.title");
    CHECK(page.sees(alcohol));
    CHECK_FALSE(page.sees(gambling));
    page.type("Zoek op een woord", gambling);
    CHECK(page.sees(gambling));
    CHECK_FALSE(page.sees(alcohol));
    page.type("Zoek op een woord", "xyzxyz");
    CHECK(page.sees("Hier past niets bij."));
    page.type("Zoek op een woord", "");
    page.choose("Hoeveel tijd heb je?", "Tot 2 minuten");
    for (const Activity* one : fitting(*app().model.catalog, app().model.journal, app().model.today()))
        CHECK(page.sees(page.words(one->key("gives"))) == (one->minutes <= 2));
}

TEST_CASE("a surprise takes two minutes at most, and another one the next time") {
    Page page({}, kept({"alcohol"}));
    std::set<std::string> surprises;
    for (int i = 0; i < 3; ++i) {
        discover(page).press("Verras me");
        const Activity* activity = app().model.catalog->activity(app().model.route().id);
        REQUIRE(activity);
        CHECK(activity->minutes <= 2);
        surprises.insert(activity->id);
        work_through(page, true);
        page.later(5);
    }
    CHECK(surprises.size() == 3);
}

TEST_CASE("an exercise can be left anywhere and gone on with, also the next day and with its card") {
    Page page({}, kept({"alcohol"}));
    discover(page).press(page.words("activity.reasons.title")).press("Begin");
    page.slide("Hoeveel grip voel je nu op je leven?", 4).press("Verder").press("Later verder");
    CHECK(page.notice().find("Bewaard.") == 0);
    page.at("2026-11-22 09:00").reload();
    discover(page);
    CHECK(page.has(NodeRole::Heading, "Ga verder"));
    page.press(page.words("activity.reasons.title")).press("Ga verder waar je was");
    CHECK(page.sees("Stap 2 van"));
    // What was not touched is just left, without a word.
    discover(page.press("Later verder"));
    page.press(page.words("activity.my_why.title")).press("Begin").press("Later verder");
    CHECK(page.store.journal().runs.size() == 1);
}

TEST_CASE("a check says what came of it, where it ends, and has a door to help where it fits") {
    Page page({}, kept({"alcohol"}));
    discover(page).press(page.words("activity.check_wellbeing.title"));
    well_being(page, 1);
    CHECK(page.sees("20 van 100"));
    CHECK(page.sees(page.words("activity.check_wellbeing.band.low")));
    CHECK(page.sees("Praten helpt vaak."));
    CHECK(page.sees("Dit is een zelfcheck met eigen vragen."));

    // A month later it is better, and that is told in one of three words.
    page.at("2026-12-21 18:05").reload();
    discover(page).press(page.words("activity.check_wellbeing.title"));
    CHECK(page.has(NodeRole::Heading, "Eerdere keren"));
    well_being(page, 4);
    CHECK(page.sees("80 van 100"));
    CHECK_FALSE(page.sees("Praten helpt vaak."));
    CHECK(page.sees("Dat is duidelijk anders."));
    CHECK(page.sees("was het 20."));

    // The first one, edited afterwards, stays the first one.
    page.press("Zaterdag 21 november").press("Aanpassen");
    while (page.has(NodeRole::Button, "Verder")) page.press("Verder");
    page.press("Bewaar");
    CHECK(page.sees("20 van 100"));
    CHECK_FALSE(page.sees("was het 80."));
}

TEST_CASE("a check with an open question adds nothing up, and can be completed") {
    Page page({}, kept({"alcohol"}));
    discover(page).press(page.words("activity.check_wellbeing.title"));
    work_through(page, false);
    CHECK(page.sees("Er zijn nog 5 vragen open."));
    CHECK_FALSE(page.sees("van 100"));
    page.press("Aanpassen");
    CHECK(page.sees("Stap 1 van"));
}

TEST_CASE("a person's own words come back to the letter") {
    Page page({}, kept({"alcohol"}));
    discover(page).press(page.words("activity.my_why.title")).press("Begin");
    const std::string words = "Ik wil er **echt** zijn, {elke} dag";
    bool written = false, seen = false;
    for (int step = 0; step < 20 && page.has(NodeRole::Button, "Verder"); ++step) {
        page.press("Verder");
        seen = seen || (written && page.sees(words));
        for (const Node& node : std::vector<Node>(page.nodes()))
            if (node.role == NodeRole::Field && node.kind == FieldKind::Lines && !written) {
                page.type(node.name, words);
                written = true;
            }
    }
    CHECK(written);
    CHECK(seen);
    page.press("Bewaar");
    CHECK(page.sees(words));
}

TEST_CASE("taking back what was kept by mistake brings the words back to go on with") {
    Page page({}, kept({"alcohol"}));
    discover(page).press(page.words("activity.less_powerless.title"));
    work_through(page, true);
    page.press("Ongedaan maken");
    CHECK(page.store.journal().entries.empty());
    CHECK(page.store.journal().runs.size() == 1);
}

}  // namespace koers::test
