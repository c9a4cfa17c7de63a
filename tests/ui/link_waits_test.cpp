// A link while something is on its way or goes wrong: a slow network, none, another language, another tab, a journal that is still being opened.
#include <doctest/doctest.h>

#include "app/frame.h"
#include "app/headless.h"
#include "tests/support/given.h"
#include "tests/support/invitations.h"

namespace koers::test {

namespace {

// Nothing on the screen is the name of a text instead of the text.
void check_words(const Page& page) {
    for (const Node& node : page.nodes())
        CHECK_MESSAGE((node.name.rfind("app.", 0) != 0 && node.name.find(" app.") == std::string::npos),
                      node.id << ": " << node.name);
}

Visit first_packs(const std::string& fragment = "", std::string language = "nl") {
    Visit visit;
    visit.language = std::move(language);
    visit.fragment = fragment;
    visit.whole = false;
    return visit;
}

}  // namespace

TEST_CASE("the library comes in the language that is wanted, also when another was on screen first") {
    for (const std::string& fragment : {link(some()), std::string("pro")}) {
        Page page(first_packs(fragment, "en"), kept({"tobacco"}));
        CHECK(app().model.language == "nl");
        CHECK(app().model.catalog->whole);
        if (fragment == "pro")
            CHECK(page.sees(page.words("app.pro.lead")));
        else
            CHECK_FALSE(page.node(NodeRole::Button, "Voeg dit toe").off);
    }
    // Chosen while the library is on its way.
    Page page(first_packs(link(some())));
    page.reload().slow_network().opens_link(link(some()));
    page.choose(page.words("about.language"), "English").arrives().arrives();
    CHECK(app().model.catalog->whole);
    page.press("Start");
    CHECK(page.store.journal().settings.language == "en");
}

TEST_CASE("without a network a link offers to try again, and then begins") {
    Page page(first_packs());
    page.loses_network().opens_link(link(some()));
    CHECK(page.sees(page.words("app.discover.missing")));
    CHECK(page.node(NodeRole::Button, "Beginnen").off);
    page.finds_network().press(page.words("app.retry"));
    CHECK(page.sees(page.words("activity.strengths.title")));
    page.press("Beginnen");
    CHECK(page.store.journal().settings.proposed.size() == 4);
}

TEST_CASE("what could not be fetched in one language can be asked for again, whatever was on its way") {
    for (const bool second_comes : {false, true}) {
        CAPTURE(second_comes);
        Page page(first_packs());
        page.slow_network().loses_network().choose(page.words("about.language"), "English");
        page.opens_link("pro");
        REQUIRE(headless().content_asked.size() == 2);
        page.arrives();
        if (second_comes) page.finds_network();
        page.arrives();
        CHECK(app().model.language == "nl");
        REQUIRE(page.has(NodeRole::Button, page.words("app.retry")));
        page.finds_network().press(page.words("app.retry")).arrives();
        CHECK(app().model.catalog->whole);
        CHECK(page.sees(page.words("app.pro.lead")));
    }
    // The link's own language, too.
    Invitation one = some();
    one.language = "en";
    Page page(first_packs());
    page.loses_network().opens_link(link(one));
    CHECK(app().model.language == "nl");
    page.finds_network().press(page.words("app.retry"));
    CHECK(page.heading() == "A link for you");
}

TEST_CASE("nobody is taken away from Hulp nu because another tab saved") {
    Page page(with(link(some())), kept({"tobacco"}));
    page.press("Hulp nu");
    const int arrivals = app().model.arrivals;
    page.store_reopens();
    CHECK(page.heading() == "Hulp nu");
    CHECK(app().model.arrivals == arrivals);
    page.back();
    CHECK(page.heading() == "Een link voor jou");
    page.store_reopens();
    CHECK(app().model.arrivals == arrivals + 1);
}

TEST_CASE("what was taken has its words without the library") {
    Invitation one = some();
    one.activities = {"use", "day"};
    one.substances = {"alcohol"};
    FakeStore store;
    {
        Page page(first_packs(link(one)));
        page.press("Beginnen");
        store = page.store;
    }
    Page page(first_packs(), store);
    CHECK_FALSE(app().model.catalog->whole);
    CHECK(page.sees("Uit je link"));
    check_words(page);
    page.press("Alles bekijken");
    check_words(page);
}

TEST_CASE("6: declined before its language came, a link leaves the language as it was") {
    Invitation one = some();
    one.language = "en";
    Page page(first_packs());
    page.slow_network().opens_link(link(one));
    CHECK(page.heading() == "Een link voor jou");
    page.press("Nee, bedankt");
    while (!headless().content_asked.empty()) page.arrives();
    CHECK(app().model.language == "nl");
    CHECK(page.heading() == "Welkom bij Koers");
    // Going elsewhere is an answer, too.
    Page away(first_packs());
    away.opens_link(link(one));
    CHECK(app().model.language == "en");
    away.back();
    CHECK(app().model.language == "nl");
    CHECK(app().model.invite.link == LinkState::None);
}

TEST_CASE("the link's language comes before the host's, and the host's comes back") {
    Visit visit;
    visit.languages = {"pl"};
    visit.language = "en";
    Page page(visit);
    auto catalog = std::make_shared<Catalog>(*app().model.catalog);
    catalog->host.language = "nl";
    app().model.catalog = catalog;
    page.store_reopens();
    CHECK(app().model.language == "nl");
    Invitation one = some();
    one.language = "en";
    page.opens_link(link(one));
    CHECK(page.heading() == "A link for you");
    page.press("No thanks");
    CHECK(app().model.language == "nl");
}

TEST_CASE("a link that was left does not come back by itself, and one that comes again is shown again") {
    FakeStore store = kept({"tobacco"});
    Page page(with(link(some())), store);
    page.press("Vandaag").store_reopens();
    CHECK(page.heading() == "Zaterdag 21 nov");
    page.opens_link(link(some())).press("Hulp nu").opens_link(link(some()));
    CHECK(page.heading() == "Een link voor jou");
    const int arrivals = app().model.arrivals;
    Invitation other = some();
    other.activities = {"values"};
    page.opens_link(link(other));
    CHECK(app().model.arrivals > arrivals);  // said, and from its top
    CHECK(page.sees(title_of(page, "values")));
    page.back();
    CHECK(page.heading() == "Hulp nu");
}

TEST_CASE("3: a link opened in the example waits for the journal that is there") {
    FakeStore store = kept({"tobacco"}, {put(use_entry("a", "2026-11-20", "tobacco", 3, "cigarette"))});
    Page page({}, store);
    page.press("Meer").press("Voor hulpverleners").press(page.words("demo.person.week"));
    app().happen(LinkOpened{link(some())});  // and the journal has not answered yet
    CHECK_FALSE(app().model.may_write());
    CHECK(app().model.route().screen != Screen::Invited);
    page.message("\"t\":\"touch\"");
    CHECK(page.heading() == "Een link voor jou");
    CHECK(page.has(NodeRole::Button, "Laat alles zoals het is"));
    CHECK(page.store.pages == store.pages);
}

TEST_CASE("where everything is there already, a tab that only reads can go on, and nothing is said to be added") {
    FakeStore store;
    Invitation family = some();
    family.whom = ForWhom::Family;
    family.activities = {"family_story"};
    {
        Page page(with(link(family)));
        page.press("Beginnen");
        store = page.store;
    }
    Page page(with(link(family)), store);  // its substances are not for a relative's Koers
    CHECK(page.sees("Je hebt alles uit deze link al."));
    page.press("Ga naar Koers");
    CHECK(page.notice().empty());
    CHECK(page.store.pages == store.pages);
    store.writer = false;
    Page reading(with(link(family)), store);
    reading.press("Ga naar Koers");
    CHECK(reading.heading() == "Zaterdag 21 nov");
    CHECK(reading.notice().empty());
}

}  // namespace koers::test
