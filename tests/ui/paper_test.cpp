// The plan on paper, as it is put together: what goes on which sheet, what can be left out, and that nothing but the paper is handed to a printer.
#include <doctest/doctest.h>

#include <algorithm>

#include "app/frame.h"
#include "app/headless.h"
#include "tests/support/given.h"
#include "tests/support/page.h"

namespace koers::test {

namespace {

Entry part(std::string_view activity, Answers answers) {
    Entry entry = urge_entry(std::string(activity) + "-1", "2026-11-20", 1);
    entry.activity = activity;
    entry.answers = std::move(answers);
    return entry;
}

Changes whole_plan() {
    RowsAnswer people, links, signals;
    people.rows = {{{"name", "Els"}, {"circle", "close"}, {"phone", "0470 12 34 56"}, {"night", "yes"}},
                   {{"name", "Jan"}, {"circle", "far"}},
                   {{"name", "Sam"}, {"phone", "0470 99"}, {"night", "no"}}};
    links.rows = {{{"left", "after_work"}, {"right", "call"}}, {{"left", "pressure"}, {"right", "leave"}}};
    signals.rows = {{{"row", "orange"}, {"notice", "Ik zeg afspraken af"}, {"me", "Els bellen"}}};
    return {put(goal_entry("g", "2026-11-01", "alcohol", "stop")),
            put(part("plan_situations", {{"situations", ManyAnswer{{"pressure"}}},
                                         {"extra", ManyAnswer{{"after_work"}}},
                                         {"responses", ManyAnswer{{"call", "leave"}}},
                                         {"links", links}})),
            put(part("plan_reasons", {{"reasons", ManyAnswer{{"Mijn **dochter**", "Slapen", "Geld", "Lucht"}}}})),
            put(part("plan_people", {{"people", people}})),
            put(part("plan_signals", {{"signals", signals}})),
            put(part("plan_safety", {{"signs", ManyAnswer{{"Ik lig in bed"}}}, {"worth", ManyAnswer{{"De zee"}}}}))};
}

Page& on_paper(Page& page) {
    page.press(page.words("app.place.plan")).press(page.words("app.paper.title"));
    return page;
}

std::string look(const Page& page) {
    for (const Node& node : page.nodes())
        if (node.id == "paper") return std::string(node.look);
    return "";
}

// The words that stand on the paper, in their order.
std::vector<std::string> printed(const Page& page) {
    std::vector<std::string> words, within{"paper"};
    for (const Node& node : page.nodes()) {
        if (std::find(within.begin(), within.end(), node.parent) == within.end()) continue;
        within.push_back(node.id);
        if (node.role == NodeRole::Text || node.role == NodeRole::Heading) words.push_back(node.name);
    }
    return words;
}

bool stands(const Page& page, std::string_view text) {
    const auto words = printed(page);
    return std::find(words.begin(), words.end(), text) != words.end();
}

}  // namespace

TEST_CASE("the card holds a few lines of each, people who can be called, and the numbers; on two sides") {
    Page page({}, kept({"alcohol"}, whole_plan()));
    on_paper(page);
    CHECK(page.heading() == page.words("app.paper.title"));
    CHECK(look(page).rfind("card", 0) == 0);
    CHECK(stands(page, "• Mijn **dochter**"));
    CHECK(stands(page, "• Geld"));
    CHECK_FALSE(stands(page, "• Lucht"));
    CHECK(stands(page, "• Els: 0470 12 34 56 · Ook ’s nachts bellen mag"));
    CHECK(stands(page, "• Sam: 0470 99 · Liever niet ’s nachts bellen"));
    for (const std::string& line : printed(page)) CHECK(line.find("Jan") == std::string::npos);
    CHECK(stands(page, "Gevaar: 112"));
    CHECK(std::count_if(page.nodes().begin(), page.nodes().end(), [](const Node& node) { return node.look == "side"; }) >= 2);
}

TEST_CASE("one page, the whole plan and the safety plan each say what they promise") {
    Page page({}, kept({"alcohol"}, whole_plan()));
    on_paper(page);
    const std::string which = page.words("app.paper.which");
    page.choose(which, page.words("app.paper.page"));
    CHECK(look(page).rfind("page", 0) == 0);
    CHECK(stands(page, "• Lucht"));
    CHECK(page.has(NodeRole::Heading, "Mijn doel: Alcohol"));
    CHECK(stands(page, "Oranje: het wordt lastiger"));
    page.choose(which, page.words("app.paper.plan"));
    CHECK(look(page) == "plan");
    CHECK(stands(page, "• De zee"));
    CHECK_FALSE(page.has(NodeRole::Button, page.words("app.paper.picture")));
    page.choose(which, page.words("app.paper.safety"));
    CHECK(stands(page, "• Ik lig in bed"));
    CHECK(stands(page, "• De zee"));
    CHECK_FALSE(stands(page, "• Lucht"));
    CHECK(stands(page, "Gevaar: 112"));
}

TEST_CASE("what nobody needs to see is left out, for this time") {
    Page page({}, kept({"alcohol"}, whole_plan()));
    on_paper(page);
    const std::string parts = page.words("app.paper.parts");
    CHECK(page.chosen(parts, "Redenen"));
    page.choose(parts, "Redenen");
    CHECK_FALSE(stands(page, "• Geld"));
    CHECK(stands(page, "Gevaar: 112"));
    page.choose(parts, "Redenen");
    CHECK(stands(page, "• Geld"));
    page.choose(parts, "Redenen");
    page.reload();
    on_paper(page);
    CHECK(stands(page, "• Geld"));
}

TEST_CASE("what was left out of one paper can be put back on another that has only that") {
    Changes only_safety{put(part("plan_safety", {{"signs", ManyAnswer{{"Ik lig in bed"}}}, {"myself", ManyAnswer{{"Ademen"}}}})),
                        put(part("plan_reasons", {{"reasons", ManyAnswer{{"Slapen"}}}}))};
    Page page({}, kept({"alcohol"}, only_safety));
    on_paper(page);
    const std::string which = page.words("app.paper.which"), parts = page.words("app.paper.parts"),
                      safety = page.words("activity.plan_safety.short");
    page.choose(which, page.words("app.paper.page")).choose(parts, safety);
    page.choose(which, page.words("app.paper.safety"));
    CHECK_FALSE(stands(page, "• Ik lig in bed"));
    page.choose(parts, safety);
    CHECK(stands(page, "• Ik lig in bed"));
}

TEST_CASE("days on paper have a year, because paper is kept") {
    Entry goal = goal_entry("g", "2026-11-01", "alcohol", "stop");
    goal.answers.insert_or_assign("since", DayAnswer{day("2026-11-20")});
    Page page({}, kept({"alcohol"}, {put(goal)}));
    on_paper(page);
    page.choose(page.words("app.paper.which"), page.words("app.paper.page"));
    bool dated = false;
    for (const std::string& line : printed(page)) {
        CHECK(line.find("gisteren") == std::string::npos);
        dated = dated || line.find("20 november 2026") != std::string::npos;
    }
    CHECK(dated);
}

TEST_CASE("an empty plan is a card with numbers, and says how more comes on it") {
    Page page({}, kept({"alcohol"}));
    on_paper(page);
    CHECK(page.sees(page.words("app.paper.empty")));
    CHECK(stands(page, "Gevaar: 112"));
    CHECK(page.options(page.words("app.paper.which")).size() == 3);
}

TEST_CASE("printing and the picture are the browser's; what came of the picture is said") {
    Page page({}, kept({"alcohol"}, whole_plan()));
    on_paper(page);
    page.press(page.words("app.paper.print"));
    CHECK(headless().prints == 1);
    page.press(page.words("app.paper.picture"));
    REQUIRE(headless().pictures.size() == 1);
    CHECK(headless().pictures[0] == "koers.png");
    CHECK(page.notice().empty());
    page.message("\"t\":\"picture\",\"yes\":true");
    CHECK(page.notice() == page.words("app.paper.kept"));
    page.message("\"t\":\"picture\",\"yes\":false");
    CHECK(page.notice() == page.words("app.paper.not_kept"));
}

TEST_CASE("on paper there is a crisis line of the country, and both languages have every word") {
    for (const char* language : {"nl", "en"})
        for (const char* country : {"be", "nl"}) {
            Page page(Visit{.language = language, .languages = {language}}, kept({"alcohol"}, whole_plan(), language));
            app().happen(CountryChosen{country});
            on_paper(page);
            const auto words = printed(page);
            CHECK(std::any_of(words.begin(), words.end(), [&](const std::string& one) {
                return one.find(std::string(country) == "be" ? "1813" : "113") != std::string::npos;
            }));
        }
}

}  // namespace koers::test
