// The first visit: what a person meets before anything is known about them.
#include <doctest/doctest.h>

#include "tests/support/page.h"

namespace koers::test {

TEST_CASE("the first visit goes in three short steps, and nothing is stored before the last") {
    Page page;
    CHECK(page.heading() == "Welkom bij Koers");
    CHECK(page.sees("Stap 1 van 3"));
    page.press("Verder");
    CHECK(page.heading() == "Voor wie ben je hier?");
    page.press("Voor mezelf");
    CHECK(page.heading() == "Waarover gaat het?");
    page.choose("Waarover gaat het?", "Alcohol").choose("Waarover gaat het?", "Tabak");
    page.choose("Ben je 18 of ouder?", "Ja, 18 of ouder");
    page.choose("Waar ben je nu?", "Nederland");
    CHECK(page.store.writes == 0);

    page.press("Beginnen");
    CHECK(page.heading() == "Zaterdag 21 nov");
    CHECK(page.has(NodeRole::Heading, "Deze week · Alcohol"));
    CHECK(page.has(NodeRole::Heading, "Deze week · Tabak"));
    CHECK(page.store.writes == 1);

    page.reload();
    CHECK(page.heading() == "Zaterdag 21 nov");
    CHECK(page.store.journal().settings.country == "nl");
    CHECK(page.store.journal().settings.followed.size() == 2);
}

TEST_CASE("whether someone is 18 is not written down") {
    const auto pages_after = [](bool answered) {
        Page page;
        page.press("Verder").press("Voor mezelf");
        if (answered) page.choose("Ben je 18 of ouder?", "Ja, 18 of ouder");
        page.press("Beginnen");
        return page.store.pages;
    };
    const auto said = pages_after(true), unsaid = pages_after(false);
    CHECK(said.size() == 1);
    CHECK(said == unsaid);
}

TEST_CASE("the first visit can be skipped at once, with one press, and Vandaag is usable") {
    Page page;
    page.press("Sla over en begin");
    CHECK(page.presses() == 1);
    CHECK(page.heading() == "Zaterdag 21 nov");
    CHECK(page.sees("Je hebt nog niets gekozen om bij te houden."));
    page.press("Mijn dag").slide("Hoe was je stemming?", 6).press("Bewaar");
    CHECK(page.notice() == "Bewaard. Fijn dat je even bij je dag stilstond.");
    // Nothing to note use of yet: the tile asks what it is about first.
    page.press("Gebruik");
    CHECK(page.heading() == "Wat ik bijhoud");
    page.choose("Waarover gaat het?", "Cannabis").press("Klaar");
    page.press("Gebruik").press("Bewaar");
    CHECK(page.sees("Vandaag: 1 joint."));
}

TEST_CASE("each step can be skipped alone") {
    Page page;
    page.press("Verder").press("Overslaan");
    CHECK(page.heading() == "Waarover gaat het?");
    page.press("Beginnen");
    CHECK(page.heading() == "Zaterdag 21 nov");
    CHECK(page.store.journal().settings.followed.empty());
}

TEST_CASE("back goes one step back, and what was chosen is still chosen") {
    Page page;
    page.press("Verder").press("Voor mezelf").choose("Waarover gaat het?", "Gokken");
    page.back();
    CHECK(page.heading() == "Voor wie ben je hier?");
    page.press("Terug");
    CHECK(page.heading() == "Welkom bij Koers");
    page.back();
    CHECK(page.heading() == "Welkom bij Koers");
    page.press("Verder").press("Overslaan");
    CHECK(page.chosen("Waarover gaat het?", "Gokken"));
}

TEST_CASE("an own word can be followed: with its button, with Enter, or by just starting") {
    Page page;
    page.press("Verder").press("Voor mezelf");
    CHECK_FALSE(page.sees("Voeg"));
    page.type("Een eigen woord", "Snoepen").press("Voeg Snoepen toe");
    CHECK(page.chosen("Waarover gaat het?", "Snoepen"));
    CHECK(page.value("Een eigen woord").empty());
    page.type("Een eigen woord", "Kopen ’s nachts").enter("Een eigen woord");
    CHECK(page.chosen("Waarover gaat het?", "Kopen ’s nachts"));
    page.type("Een eigen woord", "  ").enter("Een eigen woord");
    page.type("Een eigen woord", "Scrollen").press("Beginnen");
    CHECK(page.has(NodeRole::Heading, "Deze week · Snoepen"));
    CHECK(page.has(NodeRole::Heading, "Deze week · Kopen ’s nachts"));
    CHECK(page.has(NodeRole::Heading, "Deze week · Scrollen"));
    CHECK(page.store.journal().settings.followed.size() == 3);

    page.press("Gebruik").choose("Waarover gaat het?", "Scrollen").press("Bewaar").reload();
    CHECK(page.sees("Vandaag: 1 keer."));
}

TEST_CASE("an own word that Koers has no letters for is drawn by the browser, on the chip, and said once") {
    Page page;
    page.press("Verder").press("Voor mezelf").type("Een eigen woord", "Żubrówka 🍺").enter("Een eigen woord");
    CHECK(page.chosen("Waarover gaat het?", "Żubrówka 🍺"));
    const Node chip = page.node(NodeRole::Checkbox, "Żubrówka 🍺");
    int drawn = 0;
    for (const Node& node : page.nodes()) {
        if (node.name != chip.name || node.id == chip.id) continue;
        ++drawn;
        CHECK(node.unspoken);
        CHECK(node.shown);
        CHECK(node.box.x > chip.box.x);
        CHECK(node.box.right() <= chip.box.right());
        CHECK(node.box.y >= chip.box.y);
        CHECK(node.box.bottom() <= chip.box.bottom());
    }
    CHECK(drawn == 1);
}

TEST_CASE("an own word is taken out again by touching it") {
    Page page;
    page.press("Verder").press("Voor mezelf").type("Een eigen woord", "Snoepen").enter("Een eigen woord");
    page.choose("Waarover gaat het?", "Snoepen").press("Beginnen");
    CHECK(page.store.journal().settings.followed.empty());
}

TEST_CASE("who comes for someone else is asked about their own day") {
    Page page;
    page.press("Verder").press("Voor een naaste");
    CHECK(page.heading() == "Nog even dit");
    page.press("Beginnen");
    CHECK(page.store.journal().settings.role == Role::Other);
    CHECK(page.has(NodeRole::Heading, "Jij telt ook"));
    CHECK_FALSE(page.has(NodeRole::Button, "Gebruik"));
    page.press("Mijn dag").slide("Hoe was je stemming?", 4).press("Bewaar");
    CHECK(page.store.journal().current_of("day").size() == 1);
}

TEST_CASE("who is younger than 18 meets a page of their own with someone to call, and nothing is stored") {
    Page page;
    page.press("Verder").press("Voor mezelf").choose("Ben je 18 of ouder?", "Nee, jonger");
    CHECK(page.heading() == "Fijn dat je hier bent");
    CHECK(page.node(NodeRole::Link, "Bel Awel 102").href == "tel:102");
    page.press("Hulp nu", "main");
    CHECK(page.heading() == "Hulp nu");
}

TEST_CASE("starting as younger leads to the page for the young again") {
    Page page;
    page.press("Verder").press("Voor mezelf").choose("Ben je 18 of ouder?", "Nee, jonger");
    page.back();
    CHECK(page.heading() == "Waarover gaat het?");
    page.press("Beginnen");
    CHECK(page.heading() == "Fijn dat je hier bent");
    CHECK(page.store.writes == 0);
    // A finger that slipped can be put right.
    page.back().choose("Ben je 18 of ouder?", "Ja, 18 of ouder").press("Beginnen");
    CHECK(page.heading() == "Zaterdag 21 nov");
}

TEST_CASE("the demonstration stores nothing, whatever is done in it, and can be stopped from every place") {
    Page page;
    page.press("Verder").press("Ik kijk eerst even rond");
    CHECK(page.heading() == "Zaterdag 21 nov");
    CHECK(page.sees("Dit is een voorbeeld"));
    page.press("Gebruik").choose("Waarover gaat het?", "Alcohol").press("Bewaar");
    CHECK(page.notice() == "Bewaard. Zo krijg je stap voor stap zicht op je week.");
    page.press("Meer")
        .press("Hoe het eruitziet")
        .choose("Kleuren", "Donker")
        .choose("Lettergrootte", "115 %")
        .choose("Wanneer begint je dag?", "00:00");
    page.press("Dagboek").choose("Hoe wil je kijken?", "Kalender");
    page.press("Plan").press("Doel aanpassen").back();
    CHECK(page.store.writes == 0);
    CHECK(page.store.pages.empty());
    for (const char* place : {"Vandaag", "Dagboek", "Plan", "Meer"}) {
        page.press(place, "navigation");
        CHECK(page.has(NodeRole::Button, "Stop het voorbeeld"));
    }
    page.press("Stop het voorbeeld");
    CHECK(page.heading() == "Welkom bij Koers");
    CHECK_FALSE(page.sees("Dit is een voorbeeld"));
    page.reload();
    CHECK(page.heading() == "Welkom bij Koers");
}

TEST_CASE("a first visit in English, from the first word to the first entry") {
    Page page(Visit{.language = "en", .languages = {"en-GB"}});
    CHECK(page.heading() == "Welcome to Koers");
    page.press("Next").press("For myself").choose("What is it about?", "Alcohol").press("Start");
    CHECK(page.heading() == "Saturday 21 Nov");
    page.press("Use").choose("Measure", "Beer 33 cl").type("How much?", "1.5").press("Save");
    CHECK(page.sees("Today: 2 glasses."));
    page.reload();
    CHECK(page.heading() == "Saturday 21 Nov");
    CHECK(page.sees("Today: 2 glasses."));
}

TEST_CASE("the language can be changed on the very first screen, and holds") {
    Page page;
    page.choose("Taal", "English");
    CHECK(page.heading() == "Welcome to Koers");
    CHECK(page.store.writes == 0);
    page.press("Skip and begin");
    page.reload();
    CHECK(page.heading() == "Saturday 21 Nov");
}

}  // namespace koers::test
