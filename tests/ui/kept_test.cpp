// What is asked for this moment only: it decides what shows, and nobody who opens this device later finds the answer (clinical facts 7.7).
#include <doctest/doctest.h>

#include <algorithm>

#include "app/frame.h"
#include "core/journal/kept.h"
#include "tests/support/given.h"
#include "tests/support/page.h"

namespace koers::test {

namespace {

const Words asking{"boundaries", "family_story", "talking", "two_sides"};

Page& begins(Page& page, const std::string& activity, const Answers& answers = {}) {
    app().happen(ActivityOpened{activity, answers});
    page.redraw();
    return page;
}

std::string on_disk(const Page& page) {
    std::string all;
    for (const auto& [id, text] : page.store.pages) all += text;
    return all;
}

// Through all steps, as they are, to what came of it.
void finishes(Page& page) {
    for (int steps = 0; !page.has(NodeRole::Button, page.words("app.run.keep")); ++steps) {
        REQUIRE(steps < 40);
        page.press(page.words("app.run.next"));
    }
    page.press(page.words("app.run.keep"));
}

void answers_fear(Page& page, const std::string& activity, const char* answer) {
    const std::string key = "activity." + activity + ".fear.";
    page.choose(page.words(key + "label"), page.words(key + answer));
}

}  // namespace

TEST_CASE("whoever asks about fear does not keep the answer") {
    Page page({}, kept({}));
    Words found;
    for (const Activity& activity : app().model.catalog->activities)
        for (const Step& step : activity.steps)
            for (const Item& item : step.items)
                if (!item.kept) {
                    CHECK(item.id == "fear");
                    found.push_back(activity.id);
                }
    std::sort(found.begin(), found.end());
    CHECK(found == asking);
}

TEST_CASE("the answer is on no disk and in no file, not while it is open and not after; what it opened is") {
    for (const std::string& activity : asking) {
        CAPTURE(activity);
        Page page({}, kept({}));
        begins(page, activity);
        page.press(page.words("app.run.next"));
        answers_fear(page, activity, "sometimes");
        CHECK(page.has(NodeRole::Heading, page.words("activity." + activity + ".fear_note.label")));
        const auto nowhere = [&] {
            CHECK(on_disk(page).find("fear") == std::string::npos);
            app().happen(PlaceChosen{Screen::More});
            app().happen(ExportAsked{});
            page.redraw();
            CHECK(page.last_download().second.find("fear") == std::string::npos);
        };
        // The run itself is kept from its first answer on.
        CHECK(on_disk(page).find("run/") != std::string::npos);
        nowhere();
        app().happen(RunOpened{app().model.journal.runs.begin()->first});
        page.redraw();
        answers_fear(page, activity, "no");
        finishes(page);
        REQUIRE(page.store.journal().newest_of(activity));
        CHECK(page.store.journal().runs.empty());
        nowhere();
        CHECK_FALSE(page.sees(page.words("activity." + activity + ".fear.label")));
    }
}

TEST_CASE("who comes back to it is asked again, and what was written is still there") {
    Page page({}, kept({}));
    begins(page, "talking");
    page.press(page.words("app.run.next"));
    answers_fear(page, "talking", "no");
    page.press(page.words("app.run.next"));
    page.type(page.words("activity.talking.moment_when.label"), "Na de wandeling");
    page.reload();
    const auto& runs = app().model.journal.runs;
    REQUIRE(runs.size() == 1);
    app().happen(RunOpened{runs.begin()->first});
    page.redraw();
    CHECK_FALSE(page.sees("Na de wandeling"));
    CHECK(page.has(NodeRole::RadioGroup, page.words("activity.talking.fear.label")));
    SUBCASE("left open, nothing of it is lost") {
        finishes(page);
        const Journal stored = page.store.journal();
        const Entry* entry = stored.newest_of("talking");
        REQUIRE(entry);
        CHECK(find_as<TextAnswer>(entry->answers, "moment_when")->text == "Na de wandeling");
    }
    SUBCASE("answered again, it shows") {
        answers_fear(page, "talking", "no");
        page.press(page.words("app.run.next"));
        CHECK(page.value(page.words("activity.talking.moment_when.label")) == "Na de wandeling");
    }
    SUBCASE("another answer now: what no longer shows goes") {
        answers_fear(page, "talking", "yes");
        finishes(page);
        const Journal stored = page.store.journal();
        const Entry* entry = stored.newest_of("talking");
        REQUIRE(entry);
        CHECK(entry->answers.count("moment_when") == 0);
    }
}

TEST_CASE("an entry of before, with the answer in it: it does not show, and the next version is without it and whole") {
    Entry entry;
    entry.id = "e";
    entry.activity = "two_sides";
    entry.activity_version = 1;
    entry.day = day("2026-11-20");
    entry.written = at("2026-11-20 12:00");
    entry.answers = {{"fear", pick("no")},
                     {"fields", ManyAnswer{{"trust"}}},
                     {"trust_me", NumberAnswer{2, ""}},
                     {"trust_guess", NumberAnswer{-1, ""}},
                     {"start_me", NumberAnswer{1, ""}}};
    Page page({}, kept({}, {put(entry)}));
    app().happen(RouteOpened{Route{Screen::Entry, "e", {}}});
    page.redraw();
    CHECK_FALSE(page.sees(page.words("activity.two_sides.fear.label")));
    app().happen(EntryEdited{"e"});
    page.redraw();
    finishes(page);
    const Journal stored = page.store.journal();
    const Entry* next = stored.newest_of("two_sides");
    REQUIRE(next);
    CHECK(next->replaces == "e");
    CHECK(next->answers.count("fear") == 0);
    CHECK(next->answers.count("trust_guess") == 1);
    // Of a field that is not chosen nothing could have shown, whatever the answer was.
    CHECK(next->answers.count("start_me") == 0);
}

}  // namespace koers::test
