// A professional makes a link, and looks around with example people.
#include <doctest/doctest.h>

#include "app/frame.h"
#include "app/headless.h"
#include "tests/support/given.h"
#include "tests/support/invitations.h"

namespace koers::test {

TEST_CASE("a professional makes a link from an example, changes it, and what opens is what was made") {
    Page page({}, kept({"alcohol"}));
    page.press("Meer").press("Voor hulpverleners").press(page.words("app.pro.link.title"));
    CHECK(page.heading() == "Een link maken");
    CHECK(page.node(NodeRole::Button, "Maak de link").off);
    page.choose("Begin met een kant-en-klare set", page.words("set.first.name"));
    page.press("Haal weg: " + title_of(page, "kwartet"), "main");
    page.press("Omhoog: " + title_of(page, "ordinary_day"));
    page.choose("Wat bijhouden", "Gokken").choose("Wat bijhouden", "Alcohol");
    page.choose("Taal", "Nederlands");
    page.choose("Bedoeld tot", "Over 6 weken");
    page.press("Maak de link");
    REQUIRE(headless().codes.size() == 1);
    const std::string made = headless().codes[0];
    CHECK(made.rfind("https://koers.example/#1.", 0) == 0);
    CHECK(made.size() <= 110);
    const LinkRead read = read_link(made.substr(made.find('#') + 1), link_codes());
    REQUIRE(read.problem == LinkProblem::None);
    CHECK(read.invitation.activities == std::vector<std::string>{"ordinary_day", "strengths", "rulers"});
    CHECK(read.invitation.substances == std::vector<std::string>{"alcohol", "gambling"});
    CHECK(*read.invitation.until == day("2027-01-02"));
    CHECK(page.sees(made));
    CHECK(page.store.writes == 0);  // nothing of it is stored
    page.press("Kopieer de link");
    CHECK(headless().copied.back() == made);
    page.press("Bekijk wat de ander ziet");
    CHECK(page.sees("Dit ziet iemand die de link opent."));
    CHECK(page.sees(title_of(page, "ordinary_day")));
    CHECK_FALSE(page.has(NodeRole::Button, "Beginnen"));
    page.back();
    page.press("Bewaar deze link hier");
    CHECK(page.store.journal().settings.links.size() == 1);
    page.back();
    CHECK(page.sees("Mijn bewaarde links"));
}

TEST_CASE(
    "nothing comes back without a check, the reader's own language stays, and a kept link does not hand out a day that has "
    "passed") {
    Page page({}, kept({"alcohol"}));
    app().happen(LibraryAsked{});
    page.redraw();
    Invitation draft;
    draft.activities = {"strengths", "check_alcohol"};
    draft.rhythm = Rhythm::Week;
    app().happen(LinkDrafted{draft});
    CHECK(app().model.maker.draft.rhythm == Rhythm::Week);
    draft.activities = {"strengths"};
    app().happen(LinkDrafted{draft});
    CHECK(app().model.maker.draft.rhythm == Rhythm::None);
    draft.language = "en";
    app().happen(LinkDrafted{draft});
    draft.language.clear();
    app().happen(LinkDrafted{draft});
    app().happen(SetChosen{app().model.catalog->sets.front().id});
    CHECK(app().model.maker.draft.language.empty());
    draft.until = day("2026-11-20");
    app().happen(RouteOpened{Route{Screen::Maker, {}, {}}});
    app().happen(LinkTakenUp{fragment_of(draft, app().model.catalog->codes)});
    CHECK(app().model.route().screen == Screen::Maker);
    CHECK_FALSE(app().model.maker.draft.until);
    CHECK(app().model.notice->text_key == "app.link.past");
    draft.until = day("2026-11-21");
    app().happen(LinkTakenUp{fragment_of(draft, app().model.catalog->codes)});
    CHECK(app().model.route().screen == Screen::Link);
}

TEST_CASE("a code is shown when it was made, for this link and no other, and can be kept as a drawing") {
    Page page({}, kept({"alcohol"}));
    page.press("Meer").press("Voor hulpverleners").press(page.words("app.pro.link.title"));
    page.choose("Begin met een kant-en-klare set", page.words("set.first.name")).press("Maak de link");
    const std::string made = headless().codes.back();
    page.message("\"t\":\"code\",\"text\":\"another\",\"rows\":[\"11\",\"11\"]");
    CHECK(page.sees("De QR-code wordt gemaakt."));
    page.message("\"t\":\"code\",\"text\":\"" + made + "\",\"rows\":[\"101\",\"010\",\"110\"]");
    const Node& code = page.node(NodeRole::Image, "QR-code van de link");
    CHECK(code.picture_side == 3);
    CHECK(code.picture == "M0 0h1v1h-1zM2 0h1v1h-1zM1 1h1v1h-1zM0 2h2v1h-2z");
    page.press("Bewaar als tekening (SVG)");
    CHECK(page.last_download().first == "koers-qr.svg");
    CHECK(page.last_download().second.find("viewBox=\"-4 -4 11 11\"") != std::string::npos);
    page.press("Bewaar als afbeelding");
    CHECK(headless().codes_kept.back() == made);
    page.press("Blad om mee te geven");
    CHECK(page.sees(made));
    CHECK(page.sees("Koers vraagt nooit wie je bent."));
    page.press(page.words("app.paper.print"));
    CHECK(headless().prints == 1);
}

TEST_CASE("the page for professionals has an address of its own, also for who has no journal") {
    Page page(with("pro"));
    CHECK(page.heading() == "Voor hulpverleners");
    CHECK(page.store.writes == 0);
    page.back();
    CHECK(page.heading() == "Welkom bij Koers");
}

TEST_CASE("three example people can be looked at, and nothing of them is stored") {
    Page page({}, kept({"alcohol"}));
    for (const char* person : {"week", "gambling", "relative"}) {
        CAPTURE(person);
        page.press("Meer").press("Voor hulpverleners").press(page.words(std::string("demo.person.") + person));
        CHECK(page.sees("Dit is een voorbeeld"));
        CHECK(app().model.journal.entries.size() > 10);
        page.press("Plan").press("Samenvatting");
        CHECK(page.sees("Zo ziet het eruit"));
        page.press("Vandaag").press("Stop het voorbeeld");
        CHECK(page.heading() == "Zaterdag 21 nov");
    }
    CHECK(page.store.writes == 0);
}

}  // namespace koers::test
