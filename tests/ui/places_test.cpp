// Going about: Hulp nu from everywhere, how Koers looks and reads, the data in their own hands.
#include <doctest/doctest.h>

#include <functional>
#include <nlohmann/json.hpp>

#include "tests/support/given.h"
#include "tests/support/page.h"

namespace koers::test {

// --- Hulp nu

TEST_CASE("Hulp nu is one press away on every screen, and back leads to where one was") {
    struct Way {
        const char* name;
        std::function<void(Page&)> go;
    };
    const Way ways[] = {{"today", [](Page&) {}},
                        {"diary", [](Page& p) { p.press("Dagboek"); }},
                        {"plan", [](Page& p) { p.press("Plan"); }},
                        {"more", [](Page& p) { p.press("Meer"); }},
                        {"data", [](Page& p) { p.press("Meer").press("Mijn gegevens"); }},
                        {"look", [](Page& p) { p.press("Meer").press("Hoe het eruitziet"); }},
                        {"follow", [](Page& p) { p.press("Meer").press("Wat ik bijhoud"); }},
                        {"about", [](Page& p) { p.press("Meer").press("Over Koers"); }},
                        {"run", [](Page& p) { p.press("Gebruik").press("Vertel meer"); }},
                        {"day", [](Page& p) { p.press("Dagboek").press("Noteer iets"); }},
                        {"entry", [](Page& p) { p.press("Dagboek").press("Alcohol: 1 glas"); }}};
    for (const Way& way : ways) {
        CAPTURE(way.name);
        Page page({}, kept({"alcohol"}, {put(use_entry("a", "2026-11-21", "alcohol", 1, "glass"))}));
        way.go(page);
        const std::string before = page.heading();
        page.press("Hulp nu");
        CHECK(page.heading() == "Hulp nu");
        CHECK(page.node(NodeRole::Link, "Is er nu gevaar? Bel 112.").href == "tel:112");
        CHECK(page.node(NodeRole::Link, "Bel 1813").href == "tel:1813");
        page.back();
        CHECK(page.heading() == before);
    }
}

TEST_CASE("Hulp nu is there on the first visit, for the young, and when the journal is lost") {
    {
        Page page;
        for (int step = 0; step < 3; ++step) {
            const std::string before = page.heading();
            page.press("Hulp nu");
            CHECK(page.has(NodeRole::Link, "Bel 1813"));
            page.back();
            CHECK(page.heading() == before);
            if (step < 2) page.press(step == 0 ? "Verder" : "Overslaan");
        }
        page.choose("Ben je 18 of ouder?", "Nee, jonger").press("Hulp nu", "banner");
        CHECK(page.heading() == "Hulp nu");
    }
    FakeStore lost;
    lost.state = "lost";
    Page page({}, lost);
    CHECK(page.heading() == "Je dagboek is niet te vinden");
    page.press("Hulp nu");
    CHECK(page.has(NodeRole::Link, "Bel 1813"));
}

TEST_CASE("Hulp nu stands before the journal is open") {
    Page page(Visit{.store_answers = false}, kept({"alcohol"}));
    CHECK(page.nodes().empty());  // the page's first words stand, with the numbers in them
    page.rings("opening");        // it takes long
    page.press("Hulp nu");
    CHECK(page.has(NodeRole::Link, "Is er nu gevaar? Bel 112."));
    page.store_opens();
    CHECK(page.heading() == "Hulp nu");
    page.back();
    CHECK(page.heading() == "Zaterdag 21 nov");
}

TEST_CASE("Hulp nu shows nothing of anyone: it reads the same for a full journal and an empty one") {
    const auto main_of = [](FakeStore store) {
        Page page({}, std::move(store));
        page.press("Hulp nu");
        std::vector<std::string> said;
        for (const Node& node : page.nodes()) {
            if (node.id.rfind("help", 0) != 0) continue;
            said.push_back(node.id + "|" + node.name + "|" + node.value + "|" + node.description + (node.on ? "|on" : ""));
        }
        REQUIRE(said.size() > 40);
        return said;
    };
    Entry note = use_entry("a", "2026-11-21", "alcohol", 1, "glass");
    note.answers.emplace("note", TextAnswer{"iets heel eigens"});
    const auto full = main_of(kept({"alcohol", "gambling"}, {put(note), put(goal_entry("g", "2026-11-20", "alcohol", "stop"))}));
    CHECK(full == main_of(FakeStore{}));
    Page page({}, kept({"alcohol", "gambling"}, {put(note)}));
    page.press("Hulp nu");
    for (const char* own : {"iets heel eigens", "1 glas", "Deze week"}) CHECK_FALSE(page.sees(own));
}

TEST_CASE("the country changes the numbers, also before anything is stored") {
    Page page;
    page.press("Hulp nu");
    CHECK(page.chosen("Waar ben je nu?", "België"));
    CHECK(page.has(NodeRole::Link, "Bel 1813"));
    page.choose("Waar ben je nu?", "Nederland");
    CHECK(page.has(NodeRole::Link, "Bel 113"));
    CHECK_FALSE(page.has(NodeRole::Link, "Bel 1813"));
    CHECK(page.has(NodeRole::Link, "Is er nu gevaar? Bel 112."));
    CHECK(page.store.writes == 0);
    page.back().press("Sla over en begin").reload().press("Hulp nu");
    CHECK(page.chosen("Waar ben je nu?", "Nederland"));
}

TEST_CASE("a browser from the Netherlands starts with Dutch numbers") {
    Page page(Visit{.languages = {"nl-NL", "en"}});
    page.press("Hulp nu");
    CHECK(page.chosen("Waar ben je nu?", "Nederland"));
}

TEST_CASE("every number to call is one a telephone can dial, and every site is opened safely") {
    for (const char* country : {"België", "Nederland"}) {
        Page page;
        page.press("Hulp nu").choose("Waar ben je nu?", country);
        int calls = 0;
        for (const Node& node : page.nodes()) {
            if (node.role != NodeRole::Link) continue;
            CAPTURE(node.name);
            if (node.href.rfind("tel:", 0) == 0) {
                ++calls;
                CHECK(node.href.size() >= 7);
                CHECK(node.href.find_first_not_of("0123456789", 4) == std::string::npos);
            } else {
                CHECK(node.href.rfind("https://", 0) == 0);
                CHECK(node.href.find(' ') == std::string::npos);
            }
        }
        CHECK(calls >= 3);
    }
}

// --- how it looks and reads

TEST_CASE("the language changes at once, holds, and changes nothing that was noted") {
    Page page({}, kept({"alcohol"}, {put(use_entry("a", "2026-11-21", "alcohol", 2, "glass"))}));
    page.press("Meer").press("Hoe het eruitziet").choose("Taal", "English");
    CHECK(page.heading() == "How it looks");
    page.press("Diary");
    CHECK(page.sees("Alcohol: 2 glasses"));
    page.reload();
    CHECK(page.heading() == "Saturday 21 Nov");
    CHECK(page.last_sync().find("\"lang\":\"en\"") != std::string::npos);
    page.press("More").press("How it looks").choose("Language", "Nederlands");
    CHECK(page.heading() == "Hoe het eruitziet");
}

TEST_CASE("a language that cannot be fetched leaves everything as it is") {
    Page page({}, kept({"alcohol"}));
    page.loses_network().press("Meer").press("Hoe het eruitziet").choose("Taal", "English");
    CHECK(page.heading() == "Hoe het eruitziet");
    CHECK(page.notice() == "Deze taal kon nu niet worden opgehaald. Met internet lukt het later wel.");
    CHECK(page.chosen("Taal", "Nederlands"));
    page.reload();
    CHECK(page.heading() == "Zaterdag 21 nov");
    page.press("Gebruik").press("Bewaar");
    CHECK(page.sees("Vandaag: 1 glas."));
}

TEST_CASE("colours follow the device until the person chooses, and the choice holds") {
    const auto theme = [](const Page& page) {
        const std::string sync = page.last_sync();
        const size_t from = sync.find("\"theme\":\"") + 9;
        return sync.substr(from, sync.find('"', from) - from);
    };
    Page page({}, kept({"alcohol"}));
    page.press("Meer").press("Hoe het eruitziet");
    CHECK(theme(page) == "light");
    page.prefers(true, false);
    CHECK(theme(page) == "dark");
    page.prefers(true, true);
    CHECK(theme(page) == "contrast");
    page.choose("Kleuren", "Licht");
    CHECK(theme(page) == "light");
    page.prefers(false, false).choose("Kleuren", "Donker");
    CHECK(theme(page) == "dark");
    page.reload();
    CHECK(theme(page) == "dark");
    page.press("Meer").press("Hoe het eruitziet").choose("Kleuren", "Sterk contrast");
    CHECK(theme(page) == "contrast");
}

TEST_CASE("the text size changes what is on screen, and holds") {
    Page page({}, kept({"alcohol"}));
    page.press("Meer").press("Hoe het eruitziet");
    const float before = page.node(NodeRole::Text, "Zo groot worden de letters.").font_px;
    page.choose("Lettergrootte", "200 %");
    CHECK(page.node(NodeRole::Text, "Zo groot worden de letters.").font_px == doctest::Approx(2 * before));
    CHECK(page.last_sync().find("\"scale\":2,") != std::string::npos);
    page.reload().press("Meer").press("Hoe het eruitziet");
    CHECK(page.chosen("Lettergrootte", "200 %"));
    CHECK(page.node(NodeRole::Text, "Zo groot worden de letters.").font_px == doctest::Approx(2 * before));
}

TEST_CASE("the browser's own text size and the person's multiply") {
    Page page(Visit{.rem = 1.5f}, kept({"alcohol"}));
    page.press("Meer").press("Hoe het eruitziet").choose("Lettergrootte", "130 %");
    CHECK(page.node(NodeRole::Text, "Zo groot worden de letters.").font_px == doctest::Approx(16 * 1.5f * 1.3f));
}

// --- about going about

TEST_CASE("a new screen takes the focus to its heading and the page to its top, a change within it does not") {
    Page page({}, kept({"alcohol"}));
    CHECK(page.last_sync().find("\"focus\"") == std::string::npos);
    page.press("Meer");
    CHECK(page.last_sync().find("\"focus\":\"title\",\"top\":true") != std::string::npos);
    page.press("Hoe het eruitziet").choose("Kleuren", "Donker");
    CHECK(page.last_sync().find("\"focus\"") == std::string::npos);
}

TEST_CASE("a notice is said once, politely") {
    Page page({}, kept({"alcohol"}));
    page.hold_saves().press("Vandaag niets");
    CHECK(page.last_sync().find("\"say\":[\"Bewaard: een dag zonder.\",\"polite\"]") != std::string::npos);
    page.release_saves();
    CHECK(page.last_sync().find("\"say\"") == std::string::npos);
}

TEST_CASE("the place one is in is marked, also deeper in it") {
    Page page({}, kept({"alcohol"}));
    page.press("Meer").press("Mijn gegevens");
    CHECK(page.node(NodeRole::Button, "Meer").on);
    CHECK_FALSE(page.node(NodeRole::Button, "Vandaag").on);
}

// --- the data

TEST_CASE("a copy holds everything that was written, in a file with a neutral name") {
    Entry note = use_entry("a", "2026-11-20", "alcohol", 2, "beer33");
    note.answers.emplace("note", TextAnswer{"met “aanhalingstekens” en 🙂"});
    Page page({}, kept({"alcohol"}, {put(note)}));
    page.press("Gebruik").press("Bewaar").press("Trek").slide("Hoe sterk is je trek?", 5).back();
    page.press("Meer").press("Mijn gegevens");
    CHECK(page.sees("Je hebt 2 notities."));
    page.press("Bewaar een kopie");
    const auto [name, text] = page.last_download();
    CHECK(name == "koers-2026-11-21.json");
    const json copy = json::parse(text, nullptr, false);
    REQUIRE(copy.is_object());
    CHECK(copy["koers"] == "journal");
    CHECK(copy["entries"].size() == 2);
    CHECK(copy["runs"].size() == 1);
    CHECK(copy["settings"]["followed"].size() == 1);
    CHECK(text.find("met “aanhalingstekens” en 🙂") != std::string::npos);
}

TEST_CASE("erasing asks first, and no keeps everything") {
    Page page({}, kept({"alcohol"}, {put(use_entry("a", "2026-11-20", "alcohol", 2, "glass"))}));
    page.press("Meer").press("Mijn gegevens").press("Wis alles");
    CHECK(page.has(NodeRole::Dialog, "Alles wissen?"));
    CHECK(page.last_sync().find("\"modal\":\"question\"") != std::string::npos);
    page.press("Nee, behoud alles");
    CHECK_FALSE(page.has(NodeRole::Dialog, "Alles wissen?"));
    page.press("Wis alles").escape();
    page.press("Wis alles").back();
    CHECK(page.heading() == "Mijn gegevens");
    CHECK(page.store.journal().entries.size() == 1);
}

TEST_CASE("erasing erases, says so, and the next visit is a first one") {
    Page page({}, kept({"alcohol"}, {put(use_entry("a", "2026-11-20", "alcohol", 2, "glass"))}));
    page.press("Meer").press("Mijn gegevens").press("Wis alles").press("Ja, wis alles");
    CHECK(page.store.pages.empty());
    CHECK(page.heading() == "Welkom bij Koers");
    CHECK(page.notice() == "Alles is gewist uit deze browser.");
    page.reload();
    CHECK(page.heading() == "Welkom bij Koers");
    page.press("Sla over en begin");
    CHECK(page.store.journal().entries.empty());
    CHECK(page.store.journal().settings.started);
}

TEST_CASE("the browser is asked to keep the journal, once there is something to keep") {
    Page page({}, kept({"alcohol"}));
    CHECK_FALSE(page.store.persisted);
    page.press("Gebruik").press("Bewaar");
    CHECK(page.store.persisted);
    page.press("Meer").press("Mijn gegevens");
    CHECK(page.sees("De browser beloofde het niet vanzelf te wissen."));
}

TEST_CASE("a new version waits until the person says so, and never interrupts a run") {
    Page page({}, kept({"alcohol"}));
    page.press("Gebruik").message("\"t\":\"update\"");
    CHECK_FALSE(page.sees("Er is een nieuwe versie"));
    page.press("Bewaar");
    CHECK(page.sees("Er is een nieuwe versie"));
    CHECK(page.has(NodeRole::Button, "Nieuwe versie openen"));
}

}  // namespace koers::test
