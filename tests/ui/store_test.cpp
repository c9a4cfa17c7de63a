// When saving fails, another tab writes, pages are damaged or everything is gone: what the person sees, and that nothing is lost.
#include <doctest/doctest.h>

#include <algorithm>

#include "app/frame.h"
#include "app/headless.h"
#include "tests/support/given.h"
#include "tests/support/page.h"

namespace koers::test {

static FakeStore one_entry() { return kept({"alcohol"}, {put(use_entry("a", "2026-11-20", "alcohol", 2, "glass"))}); }

TEST_CASE("a save that fails says so, keeps what was written on screen, and a retry saves all of it") {
    struct Reason {
        const char *reason, *sentence;
    };
    for (const Reason& one : {Reason{"full", "Er is geen plaats meer op dit toestel."}, Reason{"refused", "Bewaren lukte niet."},
                              Reason{"other", "Bewaren lukte niet."}}) {
        CAPTURE(one.reason);
        Page page({}, kept({"alcohol"}));
        page.fail_saves(one.reason).press("Gebruik").press("Bewaar");
        CHECK(page.has(NodeRole::Region, "Nog niet bewaard"));
        CHECK(page.sees(one.sentence));
        CHECK(page.sees("Nog niet bewaard. Zie bovenaan."));
        CHECK(page.sees("Vandaag: 1 glas."));
        page.press("Trek").slide("Hoe sterk is je trek?", 6).press("Bewaar");
        CHECK(page.store.journal().entries.empty());
        page.press("Probeer opnieuw");
        CHECK(page.has(NodeRole::Region, "Nog niet bewaard"));

        page.succeed_saves().press("Probeer opnieuw");
        CHECK_FALSE(page.has(NodeRole::Region, "Nog niet bewaard"));
        CHECK(page.store.journal().entries.size() == 2);
        CHECK(page.store.journal().runs.empty());
        page.reload();
        CHECK(page.sees("Vandaag: 1 glas."));
    }
}

TEST_CASE("a failed save is said aloud once, and tried again by itself") {
    Page page({}, kept({"alcohol"}));
    page.fail_saves("other").press("Vandaag niets");
    CHECK(page.last_sync().find("Nog niet bewaard") != std::string::npos);
    const int frames = app().frames;
    page.rings("retry");
    CHECK(page.has(NodeRole::Region, "Nog niet bewaard"));
    CHECK_MESSAGE(app().frames == frames, "a failure that is nothing new draws nothing");
    page.succeed_saves().rings("retry");
    CHECK_FALSE(page.has(NodeRole::Region, "Nog niet bewaard"));
    CHECK(page.store.journal().entries.size() == 1);
}

TEST_CASE("that something is not saved is said before anything else that falls in the same frame, and that after it") {
    Page page({}, kept({"alcohol"}));
    page.hold_saves();
    app().happen(NothingLogged{app().model.today(), {"alcohol"}});
    app().happen(ChangesFailed{SaveProblem::Other});
    page.redraw();
    CHECK(page.last_sync().find("\"say\":[\"" + page.words("app.unsaved.title") + "\",\"assertive\"]") != std::string::npos);
    CHECK(headless().frame_wanted);
    page.redraw();
    CHECK(page.last_sync().find("\"say\":[\"" + page.notice()) != std::string::npos);
}

TEST_CASE("while nothing can be saved a copy can still be taken, with what is not saved in it") {
    Page page({}, kept({"alcohol"}));
    page.fail_saves("full").press("Gebruik").type("Hoeveel?", "7").press("Bewaar").press("Kopie bewaren");
    CHECK(page.last_download().second.find("\"number\": 7") != std::string::npos);
}

TEST_CASE("saved is said only when it is") {
    Page page({}, kept({"alcohol"}));
    page.hold_saves().press("Vandaag niets");
    CHECK(page.sees("Wordt bewaard…"));
    CHECK_FALSE(page.sees("Bewaard in deze browser, op dit toestel."));
    page.release_saves();
    CHECK(page.sees("Bewaard in deze browser, op dit toestel."));
}

TEST_CASE("what is answered while a save is on its way goes with the next one") {
    Page page({}, kept({"alcohol"}));
    page.hold_saves().press("Gebruik").type("Hoeveel?", "1").type("Hoeveel?", "2").choose("Maat", "Wijn 10 cl").press("Bewaar");
    CHECK(page.store.writes == 0);
    page.release_saves();
    CHECK(page.store.writes == 2);
    CHECK(page.store.journal().entries.size() == 1);
    CHECK(page.store.journal().runs.empty());
}

TEST_CASE("closing while a save is on its way loses that save and nothing before it") {
    Page page({}, kept({"alcohol"}));
    page.press("Gebruik").press("Bewaar").hold_saves().press("Trek").slide("Hoe sterk is je trek?", 6).press("Bewaar");
    page.reload();
    CHECK(page.sees("Vandaag: 1 glas."));
    CHECK(page.store.journal().entries.size() == 1);
}

TEST_CASE("what two tabs wrote is put together") {
    Page page({}, one_entry());
    page.store.written_elsewhere({put(use_entry("other", "2026-11-19", "alcohol", 5, "glass"))});
    page.press("Gebruik").press("Bewaar");
    CHECK_FALSE(page.has(NodeRole::Region, "Nog niet bewaard"));
    CHECK(page.store.journal().entries.size() == 3);
    page.press("Dagboek");
    CHECK(page.sees("Alcohol: 5 glazen"));
    CHECK(page.sees("Alcohol: 1 glas"));
    CHECK(page.sees("Alcohol: 2 glazen"));
}

TEST_CASE("what another tab erased is not shown any longer") {
    Page page({}, one_entry());
    page.press("Dagboek").press("Alcohol: 2 glazen");
    page.message("\"t\":\"erased\"");
    CHECK(page.heading() == "Welkom bij Koers");
    CHECK_FALSE(page.sees("Alcohol: 2 glazen"));
}

TEST_CASE("an entry on screen that another tab removed makes way") {
    Page page({}, one_entry());
    page.press("Dagboek").press("Alcohol: 2 glazen");
    page.store.written_elsewhere({remove_entry("a")});
    page.store_reopens();
    CHECK(page.heading() == "Dagboek");
}

TEST_CASE("a damaged page is told by name, the rest is read, and its bytes are left alone") {
    FakeStore store = one_entry();
    std::string note(20000, 'x');
    for (int i = 0; i < 3; ++i) {
        Entry entry = use_entry("big" + std::to_string(i), "2026-11-1" + std::to_string(7 + i), "alcohol", 3 + i, "glass");
        entry.answers.emplace("note", TextAnswer{note});
        store.written_elsewhere({put(entry)});
    }
    REQUIRE(store.pages.size() >= 3);
    const std::string damaged = store.pages.rbegin()->first, bytes = store.pages.rbegin()->second;
    store.damaged = {damaged};
    Page page({}, store);
    CHECK(page.has(NodeRole::Region, "Een stuk is niet leesbaar"));
    CHECK(page.sees("Een deel van je dagboek is beschadigd: " + damaged + "."));
    page.press("Dagboek");
    CHECK(page.sees("Alcohol: 2 glazen"));
    page.press("Vandaag", "navigation");
    for (int i = 0; i < 3; ++i)
        page.press("Gebruik")
            .press("Vertel meer")
            .press("Vertel meer")
            .press("Vertel meer")
            .type("Wil je er iets bij schrijven?", std::string(9000, 'y'))
            .press("Bewaar");
    CHECK(page.store.pages.at(damaged) == bytes);
    page.press("Kopie bewaren");
    CHECK(page.last_download().second.find("\"a\"") != std::string::npos);
}

TEST_CASE("a journal whose settings are damaged is entered all the same, not welcomed") {
    FakeStore store;
    store.written_elsewhere({put(use_entry("b", "2026-11-20", "alcohol", 2, "glass"))});
    store.damaged = {"p7"};
    Page page({}, store);
    CHECK(page.heading() == "Zaterdag 21 nov");
    CHECK(page.has(NodeRole::Region, "Een stuk is niet leesbaar"));
    page.press("Dagboek");
    CHECK(page.sees("Alcohol: 2 glazen"));
}

TEST_CASE("a journal of a newer Koers is read, exported as it is, and never written") {
    FakeStore store = one_entry();
    store.state = "newer";
    store.raw = "{\"raw\":\"as stored\"}";
    Page page({}, store);
    CHECK(page.has(NodeRole::Region, "Dit dagboek is van een nieuwere Koers"));
    page.press("Gebruik");
    CHECK(page.heading() == "Zaterdag 21 nov");
    CHECK(page.notice() == "Dit dagboek is van een nieuwere Koers. Aanpassen kan hier niet.");
    page.press("Meer").press("Wat ik bijhoud").choose("Waarover gaat het?", "Tabak");
    CHECK_FALSE(page.chosen("Waarover gaat het?", "Tabak"));
    page.press("Kopie bewaren");
    CHECK(page.last_download().second == "{\"raw\":\"as stored\"}");
    page.press("Dagboek", "navigation").press("Alcohol: 2 glazen");
    CHECK_FALSE(page.has(NodeRole::Button, "Aanpassen"));
    CHECK_FALSE(page.has(NodeRole::Button, "Verwijderen"));
    CHECK(page.store.writes == 0);
}

TEST_CASE("a page of a newer format makes the whole journal read-only") {
    FakeStore store = one_entry();
    store.pages["p5"] = "{\"format\":99,\"records\":[]}";
    Page page({}, store);
    CHECK(page.has(NodeRole::Region, "Dit dagboek is van een nieuwere Koers"));
    page.press("Gebruik");
    CHECK(page.store.writes == 0);
}

TEST_CASE("a second tab reads along and can take over") {
    FakeStore store = one_entry();
    store.writer = false;
    Page page({}, store);
    CHECK(page.has(NodeRole::Region, "Hier lees je mee"));
    CHECK_FALSE(page.has(NodeRole::Button, "Vandaag niets"));
    page.press("Gebruik");
    CHECK(page.heading() == "Zaterdag 21 nov");
    CHECK(page.notice() == "Een ander tabblad schrijft nu. Tik bovenaan op Hier verder schrijven.");
    page.store.written_elsewhere({put(use_entry("other", "2026-11-21", "alcohol", 5, "glass"))});
    page.store_reopens();
    CHECK(page.sees("Vandaag: 5 glazen."));
    CHECK(page.has(NodeRole::Region, "Hier lees je mee"));
    page.press("Hier verder schrijven");
    CHECK_FALSE(page.has(NodeRole::Region, "Hier lees je mee"));
    page.press("Gebruik").press("Bewaar");
    CHECK(page.sees("Vandaag: 6 glazen."));
    CHECK(page.store.journal().entries.size() == 3);
}

TEST_CASE("a tab that loses its pen says so and keeps the answers of its open note") {
    Page page({}, one_entry());
    page.press("Gebruik").type("Hoeveel?", "3");
    page.message("\"t\":\"writer\",\"yes\":false");
    CHECK(page.has(NodeRole::Region, "Hier lees je mee"));
    CHECK(page.value("Hoeveel?") == "3");
    page.press("Bewaar");
    CHECK(page.heading() == "Wat en hoeveel?");
    page.press("Hier verder schrijven");
    CHECK(page.value("Hoeveel?") == "3");
    page.press("Bewaar");
    CHECK(page.store.journal().entries.size() == 2);
}

TEST_CASE("a lost journal is never met with a welcome") {
    FakeStore lost;
    lost.state = "lost";
    lost.expected = true;
    Page page({}, lost);
    CHECK(page.heading() == "Je dagboek is niet te vinden");
    CHECK_FALSE(page.sees("Welkom"));
    page.press("Kijk opnieuw");
    CHECK(page.heading() == "Je dagboek is niet te vinden");

    FakeStore back = one_entry();
    page.store = back;
    page.press("Kijk opnieuw");
    CHECK(page.heading() == "Zaterdag 21 nov");
    page.press("Dagboek");
    CHECK(page.sees("Alcohol: 2 glazen"));
}

TEST_CASE("after a loss one can begin anew, and that is kept") {
    FakeStore lost;
    lost.state = "lost";
    lost.generation = 41;  // the count goes on, so that no older copy looks newer
    Page page({}, lost);
    page.press("Begin met een leeg dagboek");
    CHECK(page.heading() == "Welkom bij Koers");
    page.press("Sla over en begin");
    CHECK_FALSE(page.has(NodeRole::Region, "Nog niet bewaard"));
    CHECK(page.store.generation == 42);
    page.reload();
    CHECK(page.heading() == "Zaterdag 21 nov");
}

TEST_CASE("a journal brought back from its copy says so") {
    FakeStore store = one_entry();
    store.state = "recovered";
    Page page({}, store);
    CHECK(page.heading() == "Zaterdag 21 nov");
    CHECK(page.notice() == "Je dagboek was weg uit de browser. We hebben de reservekopie teruggezet.");
}

TEST_CASE("a browser that keeps nothing says so everywhere, and Koers works for this visit") {
    FakeStore refused;
    refused.state = "refused";
    refused.is_volatile = true;
    Page page({}, refused);
    CHECK(page.has(NodeRole::Region, "Hier wordt niets bewaard"));
    page.press("Sla over en begin");
    CHECK(page.sees("Deze browser bewaart niets. Sluit je Koers, dan is het weg."));
    page.press("Mijn dag");
    CHECK_FALSE(page.sees("wordt vanzelf bewaard"));
    page.slide("Hoe was je stemming?", 6).press("Bewaar").press("Dagboek");
    CHECK(page.sees("Stemming: 6 op 10"));
    CHECK(page.has(NodeRole::Region, "Hier wordt niets bewaard"));
    page.press("Kopie bewaren");
    CHECK(page.last_download().second.find("\"mood\"") != std::string::npos);
    CHECK(page.store.writes == 0);
}

TEST_CASE("a journal that is there and cannot be reached now is not called empty") {
    FakeStore refused;
    refused.state = "refused";
    refused.is_volatile = true;
    refused.expected = true;
    Page page({}, refused);
    CHECK(page.sees("Er staat hier een dagboek. We kunnen er nu niet bij."));
}

TEST_CASE("nobody is welcomed before the journal has answered, and nothing can be begun that would be written over it") {
    Page page(Visit{.store_answers = false}, one_entry());
    CHECK(page.nodes().empty());  // the page's first words stand
    page.rings("opening");        // it takes long
    CHECK(page.heading() == page.words("app.opening"));
    CHECK_FALSE(page.sees("Welkom"));
    CHECK(page.names(NodeRole::Button) == Words{"Hulp nu"});
    page.store_opens();
    CHECK(page.heading() == "Zaterdag 21 nov");
    CHECK(page.store.writes == 0);
}

TEST_CASE("an empty store is a first visit") {
    Page page(Visit{.store_answers = false});
    page.rings("opening").store_opens();
    CHECK(page.heading() == "Welkom bij Koers");
    CHECK_FALSE(page.node(NodeRole::Button, "Sla over en begin").off);
}

TEST_CASE("messages of a newer page, broken ones and empty ones change nothing") {
    Page page({}, one_entry());
    const std::string before = page.everything();
    for (const char* body :
         {"\"t\":\"unheard-of\",\"x\":[1,2]", "\"t\":5", "\"t\":\"act\"", "\"t\":\"act\",\"node\":\"nowhere\",\"op\":\"press\"",
          "\"t\":\"scroll\"", "\"t\":\"timer\",\"name\":\"unheard-of\"", "\"t\":\"opened-later\""})
        page.message(body);
    CHECK(page.everything() == before);
}

}  // namespace koers::test
