// What was taken from a link: on Vandaag until it is done, and again in its rhythm.
#include <doctest/doctest.h>

#include "app/frame.h"
#include "core/insight/proposals.h"
#include "app/headless.h"
#include "tests/support/given.h"
#include "tests/support/invitations.h"

namespace koers::test {

TEST_CASE("a part of the plan that was there already is gone on with, and a new version of it is done") {
    Entry people;
    people.id = "people";
    people.activity = "plan_people";
    people.day = day("2026-11-02");
    people.written = at("2026-11-02 12:00");
    people.answers.emplace("people", RowsAnswer{{{{"name", "Els"}, {"phone", "0470 11 22 33"}}}});
    Invitation one = some();
    one.activities = {"plan_people"};
    one.substances.clear();
    Page page(with(link(one)), kept({"alcohol"}, {put(people)}));
    page.press("Voeg dit toe");
    REQUIRE(page.sees("Uit je link"));
    app().happen(ProposalOpened{"plan_people"});
    page.redraw();
    REQUIRE(app().model.journal.runs.size() == 1);
    CHECK(app().model.journal.runs.begin()->second.replaces == "people");
    while (page.has(NodeRole::Button, page.words("app.run.next"))) page.press(page.words("app.run.next"));
    page.press(page.words("app.run.keep")).press("Vandaag");
    const Journal stored = page.store.journal();
    const auto* rows = find_as<RowsAnswer>(stored.newest_of("plan_people")->answers, "people");
    REQUIRE(rows);
    CHECK(rows->rows.size() == 1);
    CHECK(stored.newest_of("plan_people")->replaces == "people");
    CHECK_FALSE(page.sees("Uit je link"));
}

TEST_CASE("something old that is mended after a link was taken is not done now") {
    Invitation one = some();
    one.activities = {"check_wellbeing"};
    Entry old;
    old.id = "old";
    old.activity = "check_wellbeing";
    old.day = day("2026-01-10");
    old.written = at("2026-01-10 12:00");
    Entry mended = old;
    mended.id = "mended";
    mended.replaces = "old";
    mended.written = at("2026-11-21 18:00");
    Page page(with(link(one)), kept({"alcohol"}, {put(old)}));
    page.press("Voeg dit toe");
    page.store.written_elsewhere({put(mended)});
    page.store_reopens();
    CHECK(page.sees("Uit je link"));
}

// Who follows these, with one thing taken from a link yesterday.
static FakeStore proposed(const std::vector<std::string>& substances, const char* activity) {
    FakeStore store = kept(substances);
    Settings settings = store.journal().settings;
    settings.proposed = {Proposed{activity, Rhythm::None, day("2026-11-20")}};
    store.written_elsewhere({put(settings)});
    return store;
}

TEST_CASE("a card that was taken from a link is done when it was opened") {
    Page page({}, proposed({"alcohol"}, "info_withdrawal"));
    app().happen(ProposalOpened{"info_withdrawal"});
    page.redraw();
    page.message("\"t\":\"touch\"");
    const Settings after = page.store.journal().settings;
    REQUIRE(after.proposed.size() == 1);
    CHECK(after.proposed[0].opened == std::optional(day("2026-11-21")));
    CHECK(proposals(*app().model.catalog, page.store.journal(), day("2026-11-21")).front().state == ProposalState::Done);
    page.reload();
    CHECK_FALSE(page.sees(page.words("activity.info_withdrawal.title")));
}

TEST_CASE("a diary taken from a link by who follows nothing asks first what it is about") {
    Page page({}, proposed({}, "use"));
    app().happen(ProposalOpened{"use"});
    page.redraw();
    CHECK(app().model.route().screen == Screen::Follow);
    CHECK(app().model.journal.runs.empty());
}

TEST_CASE("what was taken stands on Vandaag until it is done, and a check comes back in its rhythm") {
    Invitation one = some();
    one.activities = {"check_wellbeing", "kwartet"};
    Page page(with(link(one)));
    page.press("Beginnen");
    CHECK(page.sees("Uit je link"));
    const auto done = [&](const char* activity) {
        Entry entry;
        entry.id = std::string("done-") + activity;
        entry.activity = activity;
        entry.written = at("2026-11-22 12:00");
        entry.day = day("2026-11-22");
        page.store.written_elsewhere({put(entry)});
        page.store_reopens();
    };
    page.at("2026-11-22 12:30");
    done("check_wellbeing");
    done("kwartet");
    CHECK_FALSE(page.sees("Uit je link"));
    page.at("2026-12-05 09:00").reload();
    CHECK_FALSE(page.sees("Uit je link"));
    page.at("2026-12-06 09:00").reload();
    CHECK(page.sees("Uit je link"));
    CHECK(page.sees("weer aan de beurt"));
    CHECK_FALSE(page.sees(title_of(page, "kwartet")));
    page.press("Alles bekijken");
    CHECK(page.sees(title_of(page, "kwartet")));
    page.press("Haal alles weg");
    CHECK(page.store.journal().settings.proposed.empty());
    page.press("Ongedaan maken");
    CHECK(page.store.journal().settings.proposed.size() == 2);
}

}  // namespace koers::test
