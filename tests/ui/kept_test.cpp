// What is asked for this moment only: it decides what shows, and nobody who opens this device later finds the answer (clinical facts 7.7).
#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "app/frame.h"
#include "tests/support/given.h"
#include "tests/support/page.h"

namespace koers::test {

namespace {

const Words asking{"boundaries", "compass_capital", "family_story", "talking", "two_sides"};

std::string fear(const std::string& activity, const char* part) { return "activity." + activity + ".fear" + part; }

bool is_asked(const Page& page, const std::string& activity) {
    return page.has(NodeRole::RadioGroup, page.words(fear(activity, ".label")));
}

bool is_answered(const Page& page, const std::string& activity) {
    for (const char* answer : {".yes", ".sometimes", ".no"})
        if (page.chosen(page.words(fear(activity, ".label")), page.words(fear(activity, answer)))) return true;
    return false;
}

void goes_on(Page& page) { page.press(page.words("app.run.next")); }

void begins(Page& page, const std::string& activity) {
    app().happen(ActivityOpened{activity, {}});
    page.redraw();
}

void goes_to_fear(Page& page, const std::string& activity) {
    for (int steps = 0; !is_asked(page, activity); ++steps) {
        REQUIRE(steps < 10);
        goes_on(page);
    }
}

void answers_fear(Page& page, const std::string& activity, const char* answer) {
    page.choose(page.words(fear(activity, ".label")), page.words(fear(activity, answer)));
}

// Something that is kept, so that the activity counts as begun.
void has_grip(Page& page) { page.slide(page.words("activity.common.grip_before.label"), 4); }

// Through all steps, as they are, to where it can be kept.
void goes_to_the_end(Page& page) {
    for (int steps = 0; !page.has(NodeRole::Button, page.words("app.run.keep")); ++steps) {
        REQUIRE(steps < 40);
        goes_on(page);
    }
}

void finishes(Page& page) {
    goes_to_the_end(page);
    page.press(page.words("app.run.keep"));
}

void leaves(Page& page) {
    app().happen(PlaceChosen{Screen::Today});
    page.redraw();
}

void comes_back(Page& page) {
    REQUIRE(app().model.journal.runs.size() == 1);
    app().happen(RunOpened{app().model.journal.runs.begin()->first});
    page.redraw();
}

std::string on_disk(const Page& page) {
    std::string all;
    for (const auto& [id, text] : page.store.pages) all += text;
    return all;
}

std::string in_file(Page& page) {
    app().happen(ExportAsked{});
    page.redraw();
    return page.last_download().second;
}

bool says_fear(const std::string& text) { return text.find("\"fear\"") != std::string::npos; }

Entry talked_before() {
    Entry entry;
    entry.id = "e";
    entry.activity = "talking";
    entry.activity_version = 1;
    entry.day = day("2026-11-20");
    entry.written = at("2026-11-20 12:00");
    entry.answers = {{"moment_when", TextAnswer{"Na de wandeling"}}, {"for_me", TextAnswer{"Zwemmen"}}};
    return entry;
}

}  // namespace

TEST_CASE("whoever asks about fear does not keep the answer") {
    Page page({}, kept({}));
    Words found;
    for (const Activity& activity : app().model.catalog->activities)
        for (const Step& step : activity.steps)
            for (const Item& item : step.items) {
                if (item.id == "fear") CHECK_FALSE(item.kept);
                // And how it is right now, before an exercise that is not for every moment: that may be another tomorrow.
                static const std::set<std::string> moment{"ride_wave.signs", "small_decisions.calm", "lapse_analysis.safe",
                                                          "extremes.now"};
                if (moment.count(activity.id + "." + item.id))
                    CHECK_FALSE(item.kept);
                else if (!item.kept)
                    found.push_back(activity.id);
            }
    std::sort(found.begin(), found.end());
    CHECK(found == asking);
}

TEST_CASE("the answer is on no disk and in no file, not while it is on the screen and not after") {
    for (const std::string& activity : asking) {
        CAPTURE(activity);
        Page page({}, kept({}));
        begins(page, activity);
        goes_to_fear(page, activity);
        answers_fear(page, activity, ".sometimes");
        CHECK(page.has(NodeRole::Heading, page.words(fear(activity, "_note.label"))));
        CHECK_FALSE(says_fear(on_disk(page)));
        CHECK_FALSE(says_fear(in_file(page)));
        answers_fear(page, activity, ".no");
        CHECK_FALSE(page.has(NodeRole::Heading, page.words(fear(activity, "_note.label"))));
        finishes(page);
        REQUIRE(page.store.journal().newest_of(activity));
        CHECK(page.store.journal().runs.empty());
        CHECK_FALSE(says_fear(on_disk(page)));
        CHECK_FALSE(says_fear(in_file(page)));
        CHECK_FALSE(page.sees(page.words(fear(activity, ".label"))));
    }
}

TEST_CASE("a file made from a message above the question does not say it") {
    Page page({}, kept({}));
    begins(page, "boundaries");
    has_grip(page);
    goes_on(page);
    page.fail_saves("full");
    answers_fear(page, "boundaries", ".yes");
    goes_on(page);
    page.back();
    REQUIRE(is_answered(page, "boundaries"));
    page.press(page.words("app.download"));
    CHECK(page.last_download().second.find("common_grip_before") != std::string::npos);
    CHECK_FALSE(says_fear(page.last_download().second));
}

TEST_CASE("one tap on it leaves nothing behind: no run, no card") {
    for (const std::string& activity : asking)
        for (const char* answer : {".yes", ".sometimes", ".no"}) {
            CAPTURE(activity);
            CAPTURE(answer);
            Page page({}, kept({}));
            begins(page, activity);
            goes_to_fear(page, activity);
            answers_fear(page, activity, answer);
            if (!page.has(NodeRole::Button, page.words("app.run.keep"))) goes_on(page);
            leaves(page);
            CHECK(on_disk(page).find("run/") == std::string::npos);
            CHECK(app().model.journal.runs.empty());
            CHECK_FALSE(page.sees(page.words("activity." + activity + ".title")));
        }
}

TEST_CASE("how far somebody came after it tells nothing, and whoever comes back is asked again") {
    for (const std::string& activity : asking) {
        if (activity == "compass_capital") continue;  // nothing comes after it there
        for (const char* answer : {".yes", ".sometimes", ".no"}) {
            CAPTURE(activity);
            CAPTURE(answer);
            Page page({}, kept({}));
            begins(page, activity);
            has_grip(page);
            goes_on(page);
            answers_fear(page, activity, answer);
            goes_on(page);
            goes_on(page);
            const Journal stored = page.store.journal();
            REQUIRE(stored.runs.size() == 1);
            CHECK(stored.runs.begin()->second.step == "safe");
            // On screen it goes on where it is, and a step back is a step back.
            CHECK_FALSE(is_asked(page, activity));
            page.press(page.words("app.run.previous"));
            page.back();
            CHECK(is_asked(page, activity));
            CHECK(page.chosen(page.words(fear(activity, ".label")), page.words(fear(activity, answer))));
            goes_on(page);
            if (answer == std::string(".no"))
                page.reload();
            else
                leaves(page);
            comes_back(page);
            CHECK(is_asked(page, activity));
            CHECK_FALSE(is_answered(page, activity));
        }
    }
}

TEST_CASE("no, written, and then yes: it is asked again before anything is kept, and what yes takes out is not kept") {
    Page page({}, kept({}));
    begins(page, "boundaries");
    goes_on(page);
    answers_fear(page, "boundaries", ".no");
    app().happen(StepChosen{app().model.route().id, "say"});
    page.redraw();
    page.type(page.words("activity.boundaries.say.label"), "Ik ga dan weg");
    app().happen(StepChosen{app().model.route().id, "safe"});
    page.redraw();
    answers_fear(page, "boundaries", ".yes");
    goes_on(page);
    leaves(page);
    comes_back(page);
    REQUIRE(is_asked(page, "boundaries"));
    answers_fear(page, "boundaries", ".yes");
    goes_to_the_end(page);
    page.press(page.words("app.run.keep"));
    const Journal stored = page.store.journal();
    const Entry* entry = stored.newest_of("boundaries");
    REQUIRE(entry);
    CHECK(entry->answers.count("say") == 0);
}

TEST_CASE("who comes back is asked again, and what was written is still there") {
    Page page({}, kept({}));
    begins(page, "talking");
    goes_on(page);
    answers_fear(page, "talking", ".no");
    goes_on(page);
    page.type(page.words("activity.talking.moment_when.label"), "Na de wandeling");
    page.reload();
    comes_back(page);
    CHECK_FALSE(page.sees("Na de wandeling"));
    CHECK(is_asked(page, "talking"));
    SUBCASE("left open, nothing of it is lost, and what will be kept is what can be read back") {
        while (!page.has(NodeRole::Heading, page.words("activity.talking.own_words.label"))) goes_on(page);
        CHECK(page.sees("Na de wandeling"));
        finishes(page);
        const Journal stored = page.store.journal();
        const Entry* entry = stored.newest_of("talking");
        REQUIRE(entry);
        CHECK(find_as<TextAnswer>(entry->answers, "moment_when")->text == "Na de wandeling");
    }
    SUBCASE("answered again, it shows") {
        answers_fear(page, "talking", ".no");
        goes_on(page);
        CHECK(page.value(page.words("activity.talking.moment_when.label")) == "Na de wandeling");
    }
    SUBCASE("another answer now: what no longer shows goes") {
        answers_fear(page, "talking", ".yes");
        finishes(page);
        const Journal stored = page.store.journal();
        const Entry* entry = stored.newest_of("talking");
        REQUIRE(entry);
        CHECK(entry->answers.count("moment_when") == 0);
    }
    SUBCASE("an answer can be taken back") {
        answers_fear(page, "talking", ".yes");
        app().happen(AnswerCleared{app().model.route().id, "fear"});
        page.redraw();
        CHECK_FALSE(is_answered(page, "talking"));
        CHECK_FALSE(page.has(NodeRole::Heading, page.words("activity.talking.fear_note.label")));
    }
}

TEST_CASE("two versions of an entry do not differ in what was said for the moment") {
    for (const char* answer : {"", ".yes", ".sometimes", ".no"}) {
        CAPTURE(answer);
        Page page({}, kept({}, {put(talked_before())}));
        app().happen(EntryEdited{"e"});
        page.redraw();
        goes_on(page);
        if (*answer) answers_fear(page, "talking", answer);
        finishes(page);
        const Journal stored = page.store.journal();
        const Entry* next = stored.newest_of("talking");
        REQUIRE(next);
        CHECK(next->replaces == "e");
        CHECK(next->answers == talked_before().answers);
    }
}

TEST_CASE("what was kept of it by an older Koers is forgotten, and the rest stays") {
    Entry entry = talked_before();
    entry.answers.insert_or_assign("fear", pick("no"));
    Run run;
    run.id = "r";
    run.activity = "boundaries";
    run.step = "say";
    run.started = at("2026-11-20 12:00");
    run.touched = at("2026-11-20 12:05");
    run.answers = {{"fear", pick("no")}, {"say", TextAnswer{"Ik ga dan weg"}}};
    Visit visit;
    SUBCASE("the words of it are here") {}
    SUBCASE("they come later") { visit.whole = false; }
    Page page(visit, kept({}, {put(entry), put(run)}));
    CHECK_FALSE(says_fear(on_disk(page)));
    const Journal stored = page.store.journal();
    REQUIRE(stored.entries.count("e") == 1);
    REQUIRE(stored.runs.count("r") == 1);
    CHECK(stored.entries.at("e").answers == talked_before().answers);
    CHECK(stored.runs.at("r").answers.count("say") == 1);
    comes_back(page);
    CHECK(is_asked(page, "boundaries"));
    CHECK_FALSE(is_answered(page, "boundaries"));
}

TEST_CASE("another tab that writes does not take the answer from the screen") {
    Page page({}, kept({}));
    begins(page, "two_sides");
    has_grip(page);
    goes_on(page);
    answers_fear(page, "two_sides", ".yes");
    page.store_reopens();
    CHECK(page.chosen(page.words(fear("two_sides", ".label")), page.words(fear("two_sides", ".yes"))));
    CHECK(page.has(NodeRole::Heading, page.words(fear("two_sides", "_note.label"))));
}

TEST_CASE("an activity below another one is still there when that one is left") {
    Page page({}, kept({}));
    begins(page, "family_story");
    goes_on(page);
    const std::string heading = page.heading();
    begins(page, "check_wellbeing");
    REQUIRE(page.heading() != heading);
    page.back();
    CHECK(page.heading() == heading);
}

}  // namespace koers::test
