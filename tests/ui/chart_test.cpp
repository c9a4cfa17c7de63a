// The chart, its sentence and its table say the same as the entries.
#include <doctest/doctest.h>

#include <algorithm>

#include "tests/support/given.h"
#include "tests/support/page.h"

namespace koers::test {

using Rows = std::vector<std::vector<std::string>>;

static FakeStore two_weeks() {
    return kept(
        {"alcohol", "tobacco"},
        {put(use_entry("a", "2026-11-16", "alcohol", 2, "glass")), put(use_entry("b", "2026-11-16", "alcohol", 1, "beer33")),
         put(use_entry("c", "2026-11-17", "alcohol", 0, "glass")), put(use_entry("d", "2026-11-20", "alcohol", 1.5, "glass")),
         put(use_entry("e", "2026-11-20", "tobacco", 8, "cigarette")), put(use_entry("f", "2026-11-11", "alcohol", 4, "glass")),
         put(urge_entry("g", "2026-11-18", 8, "alcohol")), put(urge_entry("h", "2026-11-18", 3, "alcohol")),
         put(urge_entry("i", "2026-11-20", 5, "tobacco"))});
}

TEST_CASE("a week as chart, as sentence and as table") {
    Page page({}, two_weeks());
    page.press("Dagboek").choose("Hoe wil je kijken?", "Grafiek");
    CHECK(page.has(NodeRole::Heading, "16 nov tot 22 nov"));
    CHECK(page.has(NodeRole::Image,
                   "ma: 3,3 glazen; di: niets; wo: niet ingevuld; do: niet ingevuld; vr: 1,5 glazen; za: niet ingevuld"));
    CHECK(page.sees("4,8 glazen, 1 dag zonder. 3 dagen niet ingevuld."));
    CHECK(page.has(NodeRole::Image, "wo 18 nov: 8"));
    CHECK(page.sees("2 keer trek genoteerd. De sterkste was 8 op 10."));
    CHECK_FALSE(page.has(NodeRole::Table, "De cijfers per dag"));
    page.press("Toon als tabel");
    CHECK(page.table("De cijfers per dag") == Rows{{"Dag", "Hoeveel", "Trek"},
                                                   {"ma 16 nov", "3,3 glazen", "–"},
                                                   {"di 17 nov", "niets", "–"},
                                                   {"wo 18 nov", "niet ingevuld", "8"},
                                                   {"do 19 nov", "niet ingevuld", "–"},
                                                   {"vr 20 nov", "1,5 glazen", "–"},
                                                   {"za 21 nov", "niet ingevuld", "–"}});
    page.press("Verberg de tabel");
    CHECK_FALSE(page.has(NodeRole::Table, "De cijfers per dag"));
}

TEST_CASE("a month as chart and as table, with every day of it since the first entry") {
    Page page({}, two_weeks());
    page.press("Dagboek").choose("Hoe wil je kijken?", "Grafiek").choose("Hoe lang?", "Maand").press("Toon als tabel");
    CHECK(page.has(NodeRole::Heading, "November 2026"));
    const Rows rows = page.table("De cijfers per dag");
    REQUIRE(rows.size() == 1 + 11);
    CHECK(rows[1] == Words{"wo 11 nov", "4 glazen", "–"});
    CHECK(rows[6] == Words{"ma 16 nov", "3,3 glazen", "–"});
    CHECK(std::count_if(rows.begin(), rows.end(), [](const Words& row) { return row[1] == "niet ingevuld"; }) == 7);
    CHECK(page.sees("8,8 glazen, 1 dag zonder. 7 dagen niet ingevuld."));
    CHECK(page.sees("wo 11: 4 glazen; do 12: niet ingevuld"));
    CHECK_FALSE(page.sees("di 10"));
}

TEST_CASE("earlier and later go by week and by month, never past today") {
    Page page({}, two_weeks());
    page.press("Dagboek").choose("Hoe wil je kijken?", "Grafiek");
    CHECK_FALSE(page.has(NodeRole::Button, "Later"));
    page.press("Vroeger");
    CHECK(page.has(NodeRole::Heading, "9 nov tot 15 nov"));
    CHECK(page.sees("wo: 4 glazen"));
    page.press("Later");
    CHECK(page.has(NodeRole::Heading, "16 nov tot 22 nov"));
    page.choose("Hoe lang?", "Maand").press("Vroeger");
    CHECK(page.has(NodeRole::Heading, "Oktober 2026"));
    CHECK(page.sees("Nog niets ingevuld. Dat geeft niet."));
}

TEST_CASE("each thing followed has its own chart") {
    Page page({}, two_weeks());
    page.press("Dagboek").choose("Hoe wil je kijken?", "Grafiek").choose("Waarover?", "Tabak").press("Toon als tabel");
    CHECK(page.sees("Tabak, geteld in: Sigaretten"));
    CHECK(page.table("De cijfers per dag")[5] == Words{"vr 20 nov", "8 sigaretten", "5"});
    CHECK(page.sees("De sterkste was 5 op 10."));
}

TEST_CASE("an edit and a deletion change chart and table at once") {
    Page page({}, two_weeks());
    page.press("Dagboek").press("Alcohol: 1,5 glazen");
    page.press("Aanpassen")
        .type("Hoeveel?", "3")
        .press("Bewaar")
        .press("Dagboek", "navigation")
        .choose("Hoe wil je kijken?", "Grafiek")
        .press("Toon als tabel");
    CHECK(page.table("De cijfers per dag")[5] == Words{"vr 20 nov", "3 glazen", "–"});
    page.choose("Hoe wil je kijken?", "Lijst")
        .press("Alcohol: 3 glazen")
        .press("Verwijderen")
        .choose("Hoe wil je kijken?", "Grafiek");
    CHECK(page.table("De cijfers per dag")[5] == Words{"vr 20 nov", "niet ingevuld", "–"});
    page.press("Ongedaan maken");
    CHECK(page.table("De cijfers per dag")[5] == Words{"vr 20 nov", "3 glazen", "–"});
}

TEST_CASE("an amount in a measure that does not add up is told and not added") {
    Page page({}, kept({"cannabis"}, {put(use_entry("a", "2026-11-16", "cannabis", 2, "joint")),
                                      put(use_entry("b", "2026-11-17", "cannabis", 1, "joint")),
                                      put(use_entry("c", "2026-11-18", "cannabis", 0.5, "gram_cannabis"))}));
    page.press("Dagboek").choose("Hoe wil je kijken?", "Grafiek").press("Toon als tabel");
    CHECK(page.table("De cijfers per dag")[3] == Words{"wo 18 nov", "1 keer in een andere maat", "–"});
    CHECK(page.sees("1 keer in een andere maat telt hier niet mee."));
    CHECK(page.sees("3 joints"));
}

TEST_CASE("the own goal per day stands in the chart and in words") {
    Entry goal = goal_entry("g", "2026-11-10", "alcohol", "less");
    goal.answers.emplace("per_day", number(2, "glass"));
    Page page({}, kept({"alcohol"}, {put(goal), put(use_entry("a", "2026-11-16", "alcohol", 3, "glass"))}));
    page.press("Dagboek").choose("Hoe wil je kijken?", "Grafiek");
    CHECK(page.sees("Je doel: hooguit 2 glazen per dag"));
}

TEST_CASE("with nothing followed the chart asks what it is about") {
    Page page({}, kept({}));
    page.press("Dagboek").choose("Hoe wil je kijken?", "Grafiek").press("Kies wat je bijhoudt");
    CHECK(page.heading() == "Wat ik bijhoud");
}

}  // namespace koers::test
