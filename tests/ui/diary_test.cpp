// The diary: noting, coming back to it, mending it.
#include <doctest/doctest.h>

#include <algorithm>

#include "tests/support/given.h"
#include "tests/support/page.h"

namespace koers::test {

static std::vector<const Entry*> uses(const Journal& journal) { return journal.current_of("use"); }
static double amount(const Entry& entry) { return std::get<NumberAnswer>(entry.answers.at("amount")).value; }
// The one use in the store.
static Entry the_use(const Page& page) {
    const Journal journal = page.store.journal();
    REQUIRE(uses(journal).size() == 1);
    return *uses(journal).front();
}

// --- noting

TEST_CASE("use is noted with two taps") {
    Page page({}, kept({"alcohol"}));
    page.press("Gebruik").press("Bewaar");
    CHECK(page.presses() == 2);
    CHECK(page.heading() == "Zaterdag 21 nov");
    CHECK(page.notice() == "Bewaard. Zo krijg je stap voor stap zicht op je week.");
    CHECK(page.sees("Vandaag: 1 glas."));
    const Journal journal = page.store.journal();
    REQUIRE(uses(journal).size() == 1);
    CHECK(to_text(uses(journal).front()->day) == "2026-11-21");
    CHECK(clock_text(uses(journal).front()->time.value()) == "18:05");
    CHECK(journal.runs.empty());
}

TEST_CASE("with several substances it is three taps, and two the next time") {
    Page page({}, kept({"alcohol", "tobacco"}));
    page.press("Gebruik").choose("Waarover gaat het?", "Tabak").press("Bewaar");
    CHECK(page.presses() == 3);
    page.press("Sluiten").press("Gebruik");
    CHECK(page.chosen("Waarover gaat het?", "Tabak"));
    page.press("Bewaar");
    CHECK(page.sees("Vandaag: 2 sigaretten."));
    CHECK(page.has(NodeRole::Heading, "Deze week · Alcohol"));
}

TEST_CASE("each substance counts in its own measures, and a changed substance changes them") {
    Page page({}, kept({"alcohol", "cannabis"}));
    page.press("Gebruik").choose("Waarover gaat het?", "Alcohol").choose("Maat", "Bier 33 cl").type("Hoeveel?", "3");
    CHECK(page.sees("Dat is 3,9 glazen."));
    page.choose("Waarover gaat het?", "Cannabis");
    CHECK(page.options("Maat") == Words{"Joints", "Gram", "Aantal keer"});
    CHECK(page.value("Hoeveel?") == "1");
    page.press("Bewaar");
    CHECK(page.sees("Vandaag: 1 joint."));
}

TEST_CASE("what is weighed or paid begins without an amount, and says so when nothing is filled in") {
    Page page({}, kept({"gambling"}));
    page.press("Gebruik");
    CHECK(page.value("Hoeveel?") == "");
    page.press("Bewaar");
    CHECK(page.error("Hoeveel?") != "");
    CHECK(uses(page.store.journal()).empty());
    page.type("Hoeveel?", "12,50").press("Bewaar");
    CHECK(amount(the_use(page)) == 12.5);
}

TEST_CASE("a long row of choices shows the first ones, what is chosen, and the rest when asked") {
    Page page({}, kept({"alcohol"}));
    page.press("Gebruik");
    CHECK(page.options("Maat") == Words{"Standaardglas", "Bier 25 cl", "Bier 33 cl", "Wijn 10 cl", "Sterkedrank 3,5 cl"});
    CHECK_FALSE(page.node(NodeRole::Button, "Meer keuzes: Hoeveel?").open);
    page.press("Meer keuzes").choose("Maat", "Fles wijn 75 cl").press("Minder keuzes");
    CHECK(page.options("Maat") ==
          Words{"Standaardglas", "Bier 25 cl", "Bier 33 cl", "Wijn 10 cl", "Sterkedrank 3,5 cl", "Fles wijn 75 cl"});
    page.press("Bewaar");
    CHECK(std::get<NumberAnswer>(the_use(page).answers.at("amount")).unit == "wine_bottle");

    page.press("Sluiten")
        .press("Trek")
        .slide("Hoe sterk is je trek?", 4)
        .press("Vertel meer")
        .press("Vertel meer")
        .press("Vertel meer");
    // "Nothing" excludes the rest, so it is never hidden.
    CHECK(page.options("Wat heb je toen gedaan?").size() == 8);
    CHECK(page.options("Wat heb je toen gedaan?").back() == "Niets bijzonders");
}

TEST_CASE("the measure of last time is offered again") {
    Page page({}, kept({"alcohol"}));
    page.press("Gebruik").choose("Maat", "Wijn 10 cl").press("Bewaar").press("Sluiten").press("Gebruik");
    CHECK(page.chosen("Maat", "Wijn 10 cl"));
}

TEST_CASE("an own drink asks how large and how strong it was") {
    Page page({}, kept({"alcohol"}));
    page.press("Gebruik").press("Meer keuzes").choose("Maat", "Eigen drankje").press("Bewaar");
    CHECK(page.error("Hoe groot was één drankje?") == "Kies of vul hier nog iets in.");
    page.type("Hoe groot was één drankje?", "440").type("Hoe sterk was het?", "8,5").press("Bewaar");
    CHECK(page.sees("Vandaag: 3 glazen."));
}

TEST_CASE("one more and one less stay within what can be") {
    Page page({}, kept({"alcohol"}));
    page.press("Gebruik").press("Hoeveel? Eén meer").press("Hoeveel? Eén meer");
    CHECK(page.value("Hoeveel?") == "3");
    page.press("Hoeveel? Eén minder").press("Hoeveel? Eén minder").press("Hoeveel? Eén minder");
    CHECK(page.value("Hoeveel?") == "0");
    CHECK(page.node(NodeRole::Button, "Hoeveel? Eén minder").off);
    page.type("Hoeveel?", "99,5").press("Hoeveel? Eén meer");
    CHECK(page.value("Hoeveel?") == "100");
    CHECK(page.node(NodeRole::Button, "Hoeveel? Eén meer").off);
}

TEST_CASE("an urge is noted with two taps and its strength") {
    Page page({}, kept({"alcohol"}));
    page.press("Trek").slide("Hoe sterk is je trek?", 7);
    CHECK(page.value("Hoe sterk is je trek?") == "7");
    page.press("Bewaar");
    CHECK(page.presses() == 2);
    page.press("Dagboek");
    CHECK(page.sees("Trek: 7 op 10"));
}

TEST_CASE("an urge without a strength says what is missing and keeps the person where they are") {
    Page page({}, kept({"alcohol"}));
    page.press("Trek").press("Bewaar");
    CHECK(page.heading() == "Hoe sterk is het?");
    CHECK(page.sees("Kies of vul hier nog iets in."));
    CHECK(page.value("Hoe sterk is je trek?").empty());  // not chosen is not 0
    page.slide("Hoe sterk is je trek?", 0);
    CHECK_FALSE(page.sees("Kies of vul hier nog iets in."));
    page.press("Bewaar");
    CHECK(page.store.journal().current_of("urge").size() == 1);
}

TEST_CASE("what set the urge off and what helped are told step by step") {
    Page page({}, kept({"alcohol"}));
    page.press("Trek").slide("Hoe sterk is je trek?", 8).press("Vertel meer");
    CHECK(page.heading() == "Wanneer was dat?");
    page.press("Vertel meer");
    page.choose("Waar was je?", "Thuis")
        .choose("Wat bracht de trek op gang?", "Na het werk")
        .choose("Wat bracht de trek op gang?", "Verveling");
    page.press("Vertel meer");
    CHECK(page.heading() == "En toen?");
    CHECK_FALSE(page.sees("Hielp dat?"));
    page.choose("Wat heb je toen gedaan?", "Even gewacht").choose("Hielp dat?", "Ja").type("Hoe lang duurde de trek?", "20");
    page.press("Bewaar").press("Dagboek").press("Trek: 8 op 10");
    for (const char* words : {"Thuis", "Na het werk en verveling", "Even gewacht", "20 minuten"})
        CHECK_MESSAGE(page.sees(words), words);
}

TEST_CASE("nothing special takes the other answers away, and they take it away") {
    Page page({}, kept({"alcohol"}));
    page.press("Trek").slide("Hoe sterk is je trek?", 3).press("Vertel meer").press("Vertel meer").press("Vertel meer");
    page.choose("Wat heb je toen gedaan?", "Weggegaan").choose("Wat heb je toen gedaan?", "Niets bijzonders");
    CHECK_FALSE(page.chosen("Wat heb je toen gedaan?", "Weggegaan"));
    CHECK_FALSE(page.sees("Hielp dat?"));
    page.choose("Wat heb je toen gedaan?", "Weggegaan");
    CHECK_FALSE(page.chosen("Wat heb je toen gedaan?", "Niets bijzonders"));
    page.choose("Wat heb je toen gedaan?", "Weggegaan");
    CHECK_FALSE(page.chosen("Wat heb je toen gedaan?", "Weggegaan"));
}

TEST_CASE("a choice that need not be made can be taken back") {
    Page page({}, kept({"alcohol"}));
    page.press("Trek")
        .slide("Hoe sterk is je trek?", 3)
        .press("Vertel meer")
        .press("Vertel meer")
        .choose("Waar was je?", "Thuis");
    page.press("Keuze wissen");
    CHECK_FALSE(page.chosen("Waar was je?", "Thuis"));
}

TEST_CASE("how the day went is noted with mood, grip, sleep and what gave strength") {
    Page page({}, kept({"alcohol"}));
    page.press("Mijn dag").slide("Hoe was je stemming?", 6).slide("Hoeveel grip voelde je?", 7).press("Vertel meer");
    page.type("Hoeveel uur heb je geslapen?", "7,5").press("Vertel meer");
    page.type("Wat gaf je kracht die dag? 1", "Gewandeld").press("Bewaar").press("Dagboek");
    CHECK(page.sees("Stemming: 6 op 10"));
    CHECK(page.sees("grip: 7 op 10"));
    CHECK(page.sees("Gewandeld"));
}

TEST_CASE("a day of none is one tap, can be undone, and is something else than a day not filled in") {
    Page page({}, kept({"alcohol"}, {put(use_entry("a", "2026-11-18", "alcohol", 2, "glass"))}));
    CHECK(page.sees("za: niet ingevuld"));
    page.press("Vandaag niets");
    CHECK(page.presses() == 1);
    CHECK(page.notice() == "Bewaard: een dag zonder.");
    CHECK(page.sees("za: niets"));
    CHECK(page.sees("wo: 2 glazen; do: niet ingevuld; vr: niet ingevuld; za: niets"));
    CHECK(page.sees("1 dag zonder. 2 dagen niet ingevuld."));
    CHECK_FALSE(page.has(NodeRole::Button, "Vandaag niets"));

    page.press("Ongedaan maken");
    CHECK(page.notice() == "Ongedaan gemaakt.");
    CHECK(page.sees("za: niet ingevuld"));
    CHECK(page.has(NodeRole::Button, "Vandaag niets"));
    page.reload();
    CHECK(page.sees("za: niet ingevuld"));
}

TEST_CASE("with several things followed, one tap says none of all that is still open") {
    Page page({}, kept({"alcohol", "tobacco", "cannabis"}));
    page.press("Gebruik").choose("Waarover gaat het?", "Tabak").press("Bewaar");
    page.press("Vandaag niets van dit alles");
    const Journal journal = page.store.journal();
    const auto noted = uses(journal);
    CHECK(noted.size() == 3);
    CHECK(std::count_if(noted.begin(), noted.end(), [](const Entry* entry) { return amount(*entry) == 0; }) == 2);
    CHECK_FALSE(page.has(NodeRole::Button, "Vandaag niets van dit alles"));
    page.press("Ongedaan maken");
    CHECK(uses(page.store.journal()).size() == 1);
}

TEST_CASE("days before the first entry are not called not filled in") {
    Page page({}, kept({"alcohol"}));
    CHECK_FALSE(page.sees("vr: niet ingevuld"));
    page.press("Gebruik").press("Bewaar");
    CHECK_FALSE(page.sees("niet ingevuld"));
}

// --- another day

TEST_CASE("a day in the calendar can be filled in afterwards") {
    Page page({}, kept({"alcohol"}));
    page.press("Dagboek").choose("Hoe wil je kijken?", "Kalender").press("Woensdag 18 november");
    CHECK(page.heading() == "Woensdag 18 november");
    CHECK(page.sees("Deze dag is nog niet ingevuld."));
    page.press("Gebruik noteren").type("Hoeveel?", "2").press("Bewaar");
    CHECK(page.heading() == "Woensdag 18 november");
    CHECK(page.sees("Alcohol: 2 glazen"));
    const Journal journal = page.store.journal();
    CHECK(to_text(uses(journal).front()->day) == "2026-11-18");
    CHECK_FALSE(uses(journal).front()->time);  // "now" is no time of another day
    page.back();
    CHECK(page.has(NodeRole::Button, "Woensdag 18 november: gebruik"));
}

TEST_CASE("a day in the calendar can be noted as none") {
    Page page({}, kept({"alcohol"}));
    page.press("Dagboek").choose("Hoe wil je kijken?", "Kalender").press("Vorige maand");
    CHECK(page.has(NodeRole::Heading, "Oktober 2026"));
    page.press("Zaterdag 31 oktober").press("Niets: Alcohol").back();
    CHECK(page.has(NodeRole::Button, "Zaterdag 31 oktober: niets gebruikt"));
    page.press("Volgende maand");
    CHECK(page.has(NodeRole::Heading, "November 2026"));
    CHECK_FALSE(page.has(NodeRole::Button, "Volgende maand"));
}

TEST_CASE("days to come cannot be filled in") {
    Page page({}, kept({"alcohol"}));
    page.press("Dagboek").choose("Hoe wil je kijken?", "Kalender");
    CHECK(page.node(NodeRole::Button, "Zondag 22 november: moet nog komen").off);
    page.press("Vandaag", "navigation").press("Gebruik").press("Vertel meer").type("Welke dag?", "2026-11-22");
    CHECK(page.error("Welke dag?") == "Die dag moet nog komen. Kies vandaag of vroeger.");
    CHECK(page.value("Welke dag?") == "2026-11-22");
    page.press("Bewaar");
    CHECK(uses(page.store.journal()).empty());
    page.choose("Snel kiezen", "Gisteren").press("Bewaar");
    CHECK(to_text(the_use(page).day) == "2026-11-20");
}

TEST_CASE("a gap in the list is one line, and one missed day leads to that day") {
    Page page({}, kept({"alcohol"}, {put(use_entry("a", "2026-11-19", "alcohol", 2, "glass")),
                                     put(use_entry("b", "2026-11-10", "alcohol", 1, "glass"))}));
    page.press("Dagboek");
    CHECK(page.sees("11 nov tot 18 nov: 8 dagen niet ingevuld"));
    page.press("gisteren: niet ingevuld");
    CHECK(page.heading() == "Gisteren");
    page.press("Hoe de dag was").slide("Hoe was je stemming?", 5).press("Bewaar");
    CHECK(page.store.journal().current_on(parse_day("2026-11-20").value()).size() == 1);
}

TEST_CASE("older days come with a button, until there are no more") {
    Page page({}, kept({"alcohol"}, {put(use_entry("a", "2026-10-15", "alcohol", 2, "glass"))}));
    page.press("Dagboek");
    CHECK_FALSE(page.sees("Alcohol: 2 glazen"));
    page.press("Toon vroegere dagen");
    CHECK(page.sees("Alcohol: 2 glazen"));
    CHECK_FALSE(page.has(NodeRole::Button, "Toon vroegere dagen"));
}

TEST_CASE("today can be filled in from its own place in the list") {
    Page page({}, kept({"alcohol"}));
    page.press("Dagboek").press("Noteer iets");
    CHECK(page.heading() == "Vandaag");
    page.press("Trek noteren").slide("Hoe sterk is je trek?", 4).press("Bewaar");
    CHECK(page.sees("Trek: 4 op 10"));
}

// --- mending

TEST_CASE("an edit keeps its history and shows the earlier versions") {
    Page page({}, kept({"alcohol"}));
    page.press("Gebruik").press("Bewaar").press("Dagboek").press("Alcohol: 1 glas");
    CHECK(page.heading() == "Gebruik noteren");
    CHECK(page.sees("Genoteerd vandaag 18:05."));
    page.press("Aanpassen");
    CHECK(page.sees("Je past een notitie aan. De oude versie blijft bewaard."));
    page.later(10).type("Hoeveel?", "2").press("Bewaar");
    CHECK(page.has(NodeRole::Heading, "Alcohol: 2 glazen"));
    CHECK(page.has(NodeRole::Heading, "Eerdere versies"));
    CHECK(page.has(NodeRole::Text, "1 glas"));
    CHECK(page.sees("Aangepast vandaag 18:15."));

    page.press("Aanpassen").type("Hoeveel?", "4").press("Bewaar");
    CHECK(page.names(NodeRole::Text).size() > 0);
    CHECK(page.has(NodeRole::Text, "1 glas"));
    CHECK(page.has(NodeRole::Text, "2 glazen"));
    page.reload().press("Dagboek");
    CHECK(page.store.journal().current().size() == 1);
    CHECK(page.store.journal().entries.size() == 3);
    page.press("Alcohol: 4 glazen");
    CHECK(page.has(NodeRole::Text, "1 glas"));
}

TEST_CASE("an edit that is left as it was changes nothing") {
    Page page({}, kept({"alcohol"}));
    page.press("Gebruik").press("Bewaar").press("Dagboek").press("Alcohol: 1 glas").press("Aanpassen").type("Hoeveel?", "9");
    page.press("Laat het zoals het was");
    CHECK(page.has(NodeRole::Heading, "Alcohol: 1 glas"));
    CHECK(page.store.journal().entries.size() == 1);
    CHECK(page.store.journal().runs.empty());
}

TEST_CASE("details are added from the notice") {
    Page page({}, kept({"alcohol"}));
    page.press("Gebruik").press("Bewaar").press("Vertel meer", "Melding").press("Vertel meer");
    page.type("Hoe laat ongeveer?", "17:30").press("Bewaar");
    const Journal journal = page.store.journal();
    REQUIRE(uses(journal).size() == 1);
    CHECK(clock_text(uses(journal).front()->time.value()) == "17:30");
}

TEST_CASE("what is kept can be undone at once") {
    Page page({}, kept({"alcohol"}));
    page.press("Gebruik").press("Bewaar").press("Ongedaan maken");
    CHECK(page.notice() == "Ongedaan gemaakt.");
    CHECK(page.store.journal().entries.empty());
    CHECK(page.sees("za: niet ingevuld"));
}

TEST_CASE("a deleted entry can be put back, with its history") {
    Page page({}, kept({"alcohol"}));
    page.press("Gebruik")
        .press("Bewaar")
        .press("Dagboek")
        .press("Alcohol: 1 glas")
        .press("Aanpassen")
        .type("Hoeveel?", "2")
        .press("Bewaar");
    page.press("Verwijderen");
    CHECK(page.heading() == "Dagboek");
    CHECK(page.notice() == "Verwijderd.");
    CHECK(page.store.journal().entries.empty());
    page.press("Ongedaan maken");
    CHECK(page.notice() == "Teruggezet.");
    CHECK(page.store.journal().entries.size() == 2);
    page.press("Alcohol: 2 glazen");
    CHECK(page.has(NodeRole::Heading, "Eerdere versies"));
}

TEST_CASE("a notice goes by itself after a while, and its undo with it") {
    Page page({}, kept({"alcohol"}));
    page.press("Gebruik").press("Bewaar").rings("notice");
    CHECK(page.notice().empty());
    CHECK_FALSE(page.has(NodeRole::Button, "Ongedaan maken"));
    CHECK(uses(page.store.journal()).size() == 1);
}

// --- unfinished

TEST_CASE("what was left unfinished is offered again after the browser was closed") {
    Page page({}, kept({"alcohol"}));
    page.press("Gebruik").choose("Maat", "Bier 33 cl").type("Hoeveel?", "2").press("Vertel meer");
    page.reload();
    CHECK(page.heading() == "Zaterdag 21 nov");
    CHECK(page.has(NodeRole::Heading, "Nog niet af"));
    CHECK(page.sees("Begonnen vandaag 18:05. Ga verder waar je was."));
    page.press("Gebruik noteren");
    CHECK(page.heading() == "Wat en hoeveel?");
    CHECK(page.value("Hoeveel?") == "2");
    CHECK(page.chosen("Maat", "Bier 33 cl"));
    page.press("Bewaar");
    CHECK_FALSE(page.sees("Nog niet af"));
    CHECK(uses(page.store.journal()).size() == 1);
}

TEST_CASE("what was opened and not touched leaves no trace") {
    Page page({}, kept({"alcohol"}));
    page.press("Gebruik").back();
    CHECK_FALSE(page.sees("Nog niet af"));
    page.press("Trek").press("Hulp nu").press("Dagboek").press("Vandaag", "navigation");
    CHECK_FALSE(page.sees("Nog niet af"));
    CHECK(page.store.writes == 0);
}

TEST_CASE("an unfinished note can be thrown away from Vandaag and put back") {
    Page page({}, kept({"alcohol"}));
    page.press("Gebruik").type("Hoeveel?", "2").back();
    page.press("Weg ermee: Gebruik noteren");
    CHECK(page.notice() == "Weggegooid.");
    CHECK_FALSE(page.sees("Nog niet af"));
    CHECK(page.store.journal().runs.empty());
    page.press("Ongedaan maken");
    CHECK(page.notice() == "Teruggezet.");
    CHECK(page.has(NodeRole::Heading, "Nog niet af"));
    page.reload().press("Gebruik noteren");
    CHECK(page.value("Hoeveel?") == "2");
}

TEST_CASE("throwing away from within asks first, and Escape means no") {
    Page page({}, kept({"alcohol"}));
    page.press("Gebruik").type("Hoeveel?", "2").press("Weg ermee");
    CHECK(page.has(NodeRole::Dialog, "Weggooien?"));
    page.escape();
    CHECK_FALSE(page.has(NodeRole::Dialog, "Weggooien?"));
    CHECK(page.value("Hoeveel?") == "2");
    page.press("Weg ermee").press("Ga verder");
    CHECK(page.value("Hoeveel?") == "2");
    page.press("Weg ermee").press("Gooi weg");
    CHECK(page.heading() == "Zaterdag 21 nov");
    CHECK(page.store.journal().runs.empty());
    page.press("Ongedaan maken");
    CHECK(page.has(NodeRole::Heading, "Nog niet af"));
}

// --- numbers, words, lines

TEST_CASE("a number that does not fit is kept as typed, with a sentence that says why") {
    struct Typed {
        const char *text, *sentence;
    };
    const Typed wrong[] = {{"101", "Het hoogste getal is hier 100."},
                           {"-1", "Het laagste getal is hier 0."},
                           {"twee", "Vul een getal in, bijvoorbeeld 2 of 1,5."},
                           {"1,2,3", "Vul een getal in, bijvoorbeeld 2 of 1,5."},
                           {"1.000", "Zoveel cijfers na de komma kan hier niet."},
                           {"0,25", "Zoveel cijfers na de komma kan hier niet."}};
    for (const Typed& typed : wrong) {
        CAPTURE(typed.text);
        Page page({}, kept({"alcohol"}));
        page.press("Gebruik").type("Hoeveel?", typed.text);
        CHECK(page.error("Hoeveel?") == typed.sentence);
        CHECK(page.value("Hoeveel?") == typed.text);
        CHECK(page.has(NodeRole::Text, typed.sentence));
        page.press("Bewaar");
        CHECK(page.heading() == "Wat en hoeveel?");
        CHECK(page.store.journal().entries.empty());
        page.type("Hoeveel?", "2");
        CHECK(page.error("Hoeveel?").empty());
        page.press("Bewaar");
        CHECK(uses(page.store.journal()).size() == 1);
    }
}

TEST_CASE("comma, point and spaces are read as people mean them") {
    for (const char* typed : {"1,5", "1.5", " 1,5 ", "01,50"}) {
        CAPTURE(typed);
        Page page({}, kept({"alcohol"}));
        page.press("Gebruik").type("Hoeveel?", typed);
        CHECK(page.error("Hoeveel?").empty());
        CHECK(page.value("Hoeveel?") == typed);
        page.press("Bewaar");
        CHECK(amount(the_use(page)) == 1.5);
    }
}

TEST_CASE("half a number, on the way to a whole one, is not lost") {
    Page page({}, kept({"alcohol"}));
    page.press("Gebruik");
    for (const char* typed : {"1", "1,", "1,5"}) {
        page.type("Hoeveel?", typed);
        CHECK(page.value("Hoeveel?") == typed);
    }
    page.type("Hoeveel?", "").press("Bewaar");
    CHECK(page.error("Hoeveel?") == "Kies of vul hier nog iets in.");
}

TEST_CASE("what does not fit on a step that is passed is shown before it is kept") {
    Page page({}, kept({"alcohol"}));
    page.press("Gebruik").type("Hoeveel?", "veel").press("Vertel meer").press("Bewaar");
    CHECK(page.heading() == "Wat en hoeveel?");
    CHECK(page.value("Hoeveel?") == "veel");
}

TEST_CASE("a note of 10,000 characters with emoji comes back whole") {
    std::string note;
    for (int i = 0; i < 2000; ++i) note += i % 10 == 9 ? "\n€🙂é" : "ik €";
    size_t units = 0;
    for (const char c : note) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte & 0xC0) != 0x80) units += byte >= 0xF0 ? 2 : 1;
    }
    while (units++ < 10000) note += "x";
    Page page({}, kept({"alcohol"}));
    page.press("Gebruik").press("Vertel meer").press("Vertel meer").press("Vertel meer");
    page.type("Wil je er iets bij schrijven?", note);
    CHECK(page.error("Wil je er iets bij schrijven?").empty());

    page.reload().press("Gebruik noteren");  // unfinished
    CHECK(page.value("Wil je er iets bij schrijven?") == note);
    page.type("Wil je er iets bij schrijven?", note + "x");
    CHECK(page.error("Wil je er iets bij schrijven?") == "Dat is te lang. Maak het wat korter.");
    page.type("Wil je er iets bij schrijven?", note).press("Bewaar");
    page.reload().press("Dagboek").press("Alcohol: 1 glas");
    CHECK(page.has(NodeRole::Text, note));
}

TEST_CASE("a note of one endless word is broken over lines and stays within the page") {
    const std::string note(10000, 'x');
    Page page({}, kept({"alcohol"}));
    page.press("Gebruik")
        .press("Vertel meer")
        .press("Vertel meer")
        .press("Vertel meer")
        .type("Wil je er iets bij schrijven?", note)
        .press("Bewaar");
    page.press("Dagboek").press("Alcohol: 1 glas");
    const Node& shown = page.node(NodeRole::Text, note);
    CHECK(shown.box.right() <= 390);
    CHECK(shown.box.h > 100 * 24);
}

TEST_CASE("a note that a browser made of several lines and odd signs is kept to the letter") {
    const std::string note = "regel 1\nregel 2\t<b>\"'&{name} ** niet vet ** \\ \x7F é ß 漢字 🏳️‍🌈";
    Page page({}, kept({"alcohol"}));
    page.press("Gebruik")
        .press("Vertel meer")
        .press("Vertel meer")
        .press("Vertel meer")
        .type("Wil je er iets bij schrijven?", note)
        .press("Bewaar")
        .reload();
    CHECK(std::get<TextAnswer>(the_use(page).answers.at("note")).text == note);
    page.press("Dagboek").press("Alcohol: 1 glas");
    CHECK(page.has(NodeRole::Text, note));
}

TEST_CASE("lines of a list: an empty one is ready until there are five, and any can be taken out") {
    Page page({}, kept({"alcohol"}));
    page.press("Mijn dag").slide("Hoe was je stemming?", 6).press("Vertel meer").press("Vertel meer");
    const std::string field = "Wat gaf je kracht die dag? ";
    CHECK(page.has(NodeRole::Field, field + "1"));
    CHECK_FALSE(page.has(NodeRole::Field, field + "2"));
    for (const char* n : {"1", "2", "3", "4", "5"}) page.type(field + n, std::string("ding ") + n);
    CHECK_FALSE(page.has(NodeRole::Field, field + "6"));
    page.press("Haal regel 2 weg");
    CHECK(page.value(field + "2") == "ding 3");
    CHECK(page.value(field + "5").empty());
    page.press("Bewaar").press("Dagboek").press("Stemming: 6 op 10");
    CHECK(page.has(NodeRole::Text, "• ding 1\n• ding 3\n• ding 4\n• ding 5"));
}

TEST_CASE("taking something off the list of what is followed keeps what was noted") {
    Page page({}, kept({"alcohol", "tobacco"}));
    page.press("Gebruik").choose("Waarover gaat het?", "Tabak").press("Bewaar");
    page.press("Meer")
        .press("Wat ik bijhoud")
        .choose("Waarover gaat het?", "Tabak")
        .press("Klaar")
        .press("Vandaag", "navigation");
    CHECK_FALSE(page.sees("Deze week · Tabak"));
    page.press("Dagboek");
    CHECK(page.sees("Tabak: 1 sigaret"));
    page.press("Tabak: 1 sigaret");
    CHECK(page.has(NodeRole::Heading, "Tabak: 1 sigaret"));
}

// --- the clock

TEST_CASE("after midnight it is still the same day, until the day begins at four") {
    Page page(Visit{.clock = "2026-11-21 23:50"}, kept({"alcohol"}));
    CHECK(page.heading() == "Zaterdag 21 nov");
    page.at("2026-11-22 00:30").rings("day");
    CHECK(page.heading() == "Zaterdag 21 nov");
    page.press("Gebruik").press("Bewaar");
    CHECK(to_text(the_use(page).day) == "2026-11-21");
    page.at("2026-11-22 04:00").rings("day");
    CHECK(page.heading() == "Zondag 22 nov");
    CHECK(page.sees("zo: niet ingevuld"));
    page.at("2026-11-23 04:00").rings("day");
    CHECK(page.heading() == "Maandag 23 nov");
    CHECK(page.sees("Nog niets ingevuld. Dat geeft niet."));  // a new week
}

TEST_CASE("when a day begins can be chosen") {
    Page page(Visit{.clock = "2026-11-22 00:30"}, kept({"alcohol"}));
    CHECK(page.heading() == "Zaterdag 21 nov");
    page.press("Meer").press("Hoe het eruitziet").choose("Wanneer begint je dag?", "00:00").press("Vandaag", "navigation");
    CHECK(page.heading() == "Zondag 22 nov");
    page.reload();
    CHECK(page.heading() == "Zondag 22 nov");
}

TEST_CASE("a clock that jumps back hides nothing") {
    Page page({}, kept({"alcohol"}));
    page.press("Gebruik").press("Bewaar");
    page.at("2026-11-18 09:00").press("Dagboek");
    CHECK(page.sees("Alcohol: 1 glas"));
    page.press("Alcohol: 1 glas");
    CHECK(page.has(NodeRole::Button, "Aanpassen"));
    page.press("Dagboek", "navigation").choose("Hoe wil je kijken?", "Kalender").press("Zaterdag 21 november: gebruik");
    CHECK(page.sees("Alcohol: 1 glas"));
    page.press("Vandaag", "navigation").press("Gebruik").type("Hoeveel?", "2").press("Bewaar");
    CHECK(uses(page.store.journal()).size() == 2);
    CHECK(page.sees("Vandaag: 2 glazen."));
}

TEST_CASE("a journey to another time zone moves no entry to another day") {
    Page page({}, kept({"alcohol"}));
    page.press("Gebruik").press("Bewaar");
    page.at("2026-11-22 10:00", -480).rings("day").press("Dagboek");
    const std::vector<std::string> days = page.names(NodeRole::Heading, "main");
    CHECK(std::find(days.begin(), days.end(), "Gisteren") != days.end());
    CHECK(to_text(the_use(page).day) == "2026-11-21");
}

}  // namespace koers::test
