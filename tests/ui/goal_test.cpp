// The own goal: safety first, provisional, with its history.
#include <doctest/doctest.h>

#include "tests/support/given.h"
#include "tests/support/page.h"

namespace koers::test {

static std::vector<const Entry*> goals(const Journal& journal) { return journal.current_of("goal"); }

// What is asked before a day or a number can be chosen: the last choice.
static void answer_gate(Page& page) {
    for (const Node& node : std::vector<Node>(page.nodes()))
        if (node.role == NodeRole::RadioGroup || (node.role == NodeRole::Group && node.id.rfind("run.", 0) == 0))
            page.choose(node.name, page.options(node.name).back());
}

TEST_CASE("a goal to drink less is worked through step by step and stands on Plan and beside the week") {
    Page page({}, kept({"alcohol"}));
    page.press("Plan");
    CHECK(page.sees("Nog geen doel. Dat hoeft ook niet meteen."));
    page.press("Kies een doel").choose("Wat wil je?", "Minder").press("Verder");
    answer_gate(page);
    page.press("Verder").press("Verder");
    CHECK(page.heading() == "Hoe ziet je doel eruit?");
    page.type("Hoeveel hooguit op één dag?", "3")
        .type("Hoeveel hooguit in een week?", "10")
        .type("Hoeveel dagen per week zonder?", "2")
        .press("Verder");
    page.type("Waarom wil je dit?", "Weer fris opstaan.").press("Bewaar");
    CHECK(page.heading() == "Plan");
    CHECK(page.sees("Minder alcohol: hooguit 3 glazen per dag, hooguit 10 glazen per week en 2 dagen per week zonder"));
    CHECK(page.sees("“Weer fris opstaan.”"));
    page.press("Vandaag", "navigation");
    CHECK(page.sees("doel: hooguit 10"));
    CHECK(page.sees("Nog 10 glazen binnen je doel voor deze week."));
    page.press("Gebruik").type("Hoeveel?", "12").press("Bewaar");
    CHECK(page.sees("2 glazen boven je doel voor deze week."));
}

TEST_CASE("the safety note cannot be passed over before a goal is kept") {
    struct Case {
        const char *substance, *aim, *title, *sentence;
    };
    const Case cases[] = {
        {"alcohol", "Stoppen", "Veilig stoppen of minderen met alcohol", "plotseling stoppen gevaarlijk"},
        {"alcohol", "Minder", "Veilig stoppen of minderen met alcohol", "Bel 112"},
        {"alcohol", "Een tijdje pauze", "Veilig stoppen of minderen met alcohol", "Bel 112"},
        {"ghb", "Stoppen", "GHB: stop of minder nooit zonder hulp", "levensgevaarlijk"},
        {"ghb", "Minder", "GHB: stop of minder nooit zonder hulp", "Ook zelf afbouwen is gevaarlijk."},
        {"benzos", "Stoppen", "Slaap- en kalmeermiddelen: bouw af met hulp", "Stop niet in één keer."},
        {"opioids", "Veiliger", "Na een pauze kan je lichaam minder aan", "De hoeveelheid van vroeger kan dodelijk zijn."}};
    for (const Case& one : cases) {
        CAPTURE(one.substance);
        CAPTURE(one.aim);
        Page page({}, kept({one.substance}));
        page.press("Plan").press("Kies een doel").choose("Wat wil je?", one.aim);
        CHECK_FALSE(page.has(NodeRole::Button, "Bewaar"));
        page.press("Verder");
        CHECK(page.heading() == "Eerst even dit");
        CHECK(page.has(NodeRole::Heading, one.title));
        CHECK(page.sees(one.sentence));
        CHECK(page.has(NodeRole::Button, "Hulp nu"));
        CHECK_FALSE(page.has(NodeRole::Button, "Bewaar"));
        page.press("Hulp nu", one.title);
        CHECK(page.heading() == "Hulp nu");
        page.back();
        CHECK(page.heading() == "Eerst even dit");
        answer_gate(page);
        page.press("Verder");
        while (page.has(NodeRole::Button, "Verder")) page.press("Verder");
        page.press("Bewaar");
        CHECK(goals(page.store.journal()).size() == 1);
    }
}

TEST_CASE("a safety note comes along when the aim is changed at the end") {
    Page page({}, kept({"alcohol"}));
    page.press("Plan").press("Kies een doel").choose("Wat wil je?", "Eerst begrijpen").press("Verder");
    CHECK(page.heading() == "Hoe ziet je doel eruit?");
    CHECK(page.sees("Kijken is ook een doel"));
    page.press("Verder").press("Vorige stap").press("Vorige stap");
    CHECK(page.heading() == "Wat wil je?");
    page.choose("Wat wil je?", "Stoppen").press("Verder");
    CHECK(page.heading() == "Eerst even dit");
}

TEST_CASE("an own word may be anything, so its note asks to check") {
    FakeStore store = kept({});
    Settings settings = store.journal().settings;
    settings.followed.push_back({"own-1", "other", "Druppels"});
    store.written_elsewhere({put(settings)});
    Page page({}, store);
    page.press("Plan").press("Kies een doel").choose("Wat wil je?", "Stoppen").press("Verder");
    CHECK(page.has(NodeRole::Heading, "Even nagaan of het veilig is"));
}

TEST_CASE("a goal needs an aim, and nothing more") {
    Page page({}, kept({"tobacco"}));
    page.press("Plan").press("Kies een doel").press("Verder");
    while (page.has(NodeRole::Button, "Verder")) page.press("Verder");
    page.press("Bewaar");
    CHECK(page.heading() == "Wat wil je?");
    CHECK(page.sees("Kies of vul hier nog iets in."));
    page.choose("Wat wil je?", "Stoppen");
    while (page.has(NodeRole::Button, "Verder")) page.press("Verder");
    page.press("Bewaar");
    CHECK(page.sees("Stoppen met tabak"));
}

TEST_CASE("a pause may end on a day to come, and what was already done counts") {
    Page page({}, kept({"tobacco", "gaming"}));
    page.press("Plan");
    page.press("Kies een doel", "Tabak");
    CHECK(page.chosen("Waarover gaat je doel?", "Tabak"));
    page.choose("Wat wil je?", "Een tijdje pauze")
        .press("Verder")
        .type("Tot wanneer wil je pauze?", "2026-12-24")
        .press("Verder")
        .press("Bewaar");
    CHECK(page.sees("Een pauze van tabak tot donderdag 24 december"));
    page.press("Kies een doel")
        .choose("Wat wil je?", "Stoppen")
        .press("Verder")
        .type("Ben je al gestopt? Sinds wanneer?", "2026-11-01")
        .press("Verder")
        .press("Bewaar");
    CHECK(page.sees("Stoppen met gamen sinds zondag 1 november"));
}

TEST_CASE("a goal that is revised keeps its history") {
    Page page({}, kept({"tobacco"}));
    page.press("Plan")
        .press("Kies een doel")
        .choose("Wat wil je?", "Minder")
        .press("Verder")
        .type("Hoeveel hooguit op één dag?", "10")
        .press("Verder")
        .press("Bewaar");
    page.at("2026-12-05 12:00").press("Doel aanpassen");
    CHECK(page.chosen("Wat wil je?", "Minder"));
    page.press("Verder");
    CHECK(page.value("Hoeveel hooguit op één dag?") == "10");
    page.type("Hoeveel hooguit op één dag?", "5").press("Verder").press("Bewaar");
    CHECK(page.sees("Minder tabak: hooguit 5 sigaretten per dag"));
    CHECK(page.has(NodeRole::Heading, "Eerdere doelen"));
    CHECK(goals(page.store.journal()).size() == 2);
    page.press("Minder tabak: hooguit 10 sigaretten per dag");
    CHECK(page.heading() == "Mijn doel");
    CHECK(page.sees("10 sigaretten"));
    page.reload().press("Plan");
    CHECK(page.sees("Minder tabak: hooguit 5 sigaretten per dag"));
    CHECK(page.has(NodeRole::Heading, "Eerdere doelen"));
}

}  // namespace koers::test
