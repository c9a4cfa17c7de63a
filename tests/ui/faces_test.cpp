// The text face, the system's own colours, and reading aloud: what the person chooses and what the device can do.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "app/frame.h"
#include "app/headless.h"
#include "tests/support/given.h"
#include "tests/support/page.h"

namespace koers::test {

static json last(const Page& page) { return json::parse(page.last_sync(), nullptr, false); }
static Page& look(Page& page) { return page.press("Meer").press("Hoe het eruitziet"); }

TEST_CASE("the plain page is chosen, told to the page, holds, and is chosen away again") {
    Page page({}, kept({"alcohol"}));
    CHECK_FALSE(last(page).contains("text"));
    look(page).choose("Hoe de pagina getoond wordt", "Gewone pagina");
    CHECK(last(page)["text"] == 1);
    page.reload();
    CHECK(last(page)["text"] == 1);
    look(page).choose("Hoe de pagina getoond wordt", "Getekend");
    CHECK_FALSE(last(page).contains("text"));
    CHECK_FALSE(page.store.journal().settings.text_face);
}

TEST_CASE("a canvas that is taken away makes the page plain without asking, and given back draws it again") {
    Page page({}, kept({"alcohol"}));
    look(page);
    CHECK(page.has(NodeRole::RadioGroup, "Hoe de pagina getoond wordt"));
    page.message("\"t\":\"canvas\",\"yes\":false");
    CHECK(last(page)["text"] == 1);
    CHECK_FALSE(page.has(NodeRole::RadioGroup, "Hoe de pagina getoond wordt"));
    CHECK_FALSE(page.store.journal().settings.text_face);  // what the person chose is still what they chose
    app().window = true;
    page.message("\"t\":\"canvas\",\"yes\":true");
    CHECK_FALSE(last(page).contains("text"));
}

TEST_CASE("on the first screen the plain page is one press away, before anything is kept") {
    Page page;
    page.press("Toon als gewone pagina");
    CHECK(last(page)["text"] == 1);
    CHECK(page.store.writes == 0);
    page.press("Toon weer getekend");
    CHECK_FALSE(last(page).contains("text"));
}

TEST_CASE("forced colours are taken over, and what cannot be read of them is black and white") {
    const auto ask = [](Page& page, const std::string& colours) {
        page.message("\"t\":\"prefs\",\"dark\":false,\"contrast\":false,\"forced\":true,\"still\":true,\"colours\":" + colours);
    };
    Page page({}, kept({"alcohol"}));
    ask(page, R"(["#101820","#f0f0f0","#ffff00","#202020","#ffffff","#c0c0c0","#00ffff","#000000"])");
    CHECK(last(page)["theme"] == "forced");
    CHECK(app().theme().paper == 0x101820);
    CHECK(app().theme().ink == 0xF0F0F0);
    CHECK(app().theme().pine == 0x00FFFF);
    CHECK(app().theme().on_pine == 0x000000);
    ask(page, R"(["Canvas"])");
    CHECK(app().theme().paper == contrast_theme.paper);
    page.prefers(false, false);
    CHECK(last(page)["theme"] == "light");
}

TEST_CASE("reading aloud: only with a voice of the device, only when asked for, and the button says whether it speaks") {
    Page page({}, kept({"alcohol"}));
    look(page);
    CHECK_FALSE(page.has(NodeRole::RadioGroup, "Voorlezen"));
    CHECK(page.sees("Dit toestel heeft geen eigen stem voor het Nederlands."));
    page.message("\"t\":\"voice\",\"yes\":true");
    CHECK_FALSE(page.has(NodeRole::Toggle, "Lees voor"));
    page.choose("Voorlezen", "Ja");
    page.press("Lees voor");
    CHECK(headless().reading);
    page.message("\"t\":\"speaking\",\"yes\":true");
    CHECK(page.node(NodeRole::Toggle, "Lees voor").on);
    page.press("Lees voor");
    CHECK_FALSE(headless().reading);
    page.message("\"t\":\"speaking\",\"yes\":false");
    page.reload();
    page.message("\"t\":\"voice\",\"yes\":true");
    CHECK(page.has(NodeRole::Toggle, "Lees voor"));
    // Taken away while it speaks, it falls silent.
    page.press("Lees voor").message("\"t\":\"speaking\",\"yes\":true");
    look(page).choose("Voorlezen", "Nee");
    CHECK_FALSE(headless().reading);
    CHECK_FALSE(page.has(NodeRole::Toggle, "Lees voor"));
}

TEST_CASE("what the device can do is not erased with the journal") {
    Page page({}, kept({"alcohol"}));
    page.message("\"t\":\"canvas\",\"yes\":false").message("\"t\":\"voice\",\"yes\":true");
    page.press("Meer").press("Mijn gegevens").press("Wis alles").press("Ja, wis alles");
    CHECK(page.heading() == "Welkom bij Koers");
    CHECK(last(page)["text"] == 1);
    CHECK(app().model.voice);
}

}  // namespace koers::test
