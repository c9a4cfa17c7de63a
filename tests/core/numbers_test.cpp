#include <doctest/doctest.h>

#include <cmath>

#include "core/content/substance.h"
#include "core/content/texts.h"

using namespace koers;

TEST_CASE("a typed number is read with a comma or a point, and spaces around it") {
    struct Case {
        const char* typed;
        double value;
        int decimals;
    };
    for (const Case& one : {Case{"1,5", 1.5, 1},
                            {"1.5", 1.5, 1},
                            {" 3 ", 3, 0},
                            {"0", 0, 0},
                            {"-1", -1, 0},
                            {"-0,25", -0.25, 2},
                            {"007", 7, 0},
                            {",5", 0.5, 1},
                            {"5,", 5, 0},
                            {"0,1", 0.1, 1},
                            {"1.000", 1, 3},
                            {"999999999999", 999999999999.0, 0},
                            {"2,50", 2.5, 2}}) {
        CAPTURE(one.typed);
        const ParsedNumber parsed = parse_number(one.typed);
        CHECK(parsed.ok);
        CHECK(parsed.value == one.value);
        CHECK(parsed.decimals == one.decimals);
    }
}

TEST_CASE("what is not one number is none") {
    for (const char* typed :
         {"",   " ",   "abc",  "1,5,0", "1.5.0", "1.000,50",      "1 5",           "-",  ",",   ".",  "-,", "--1", "1-",
          "+1", "1e5", "0x10", "½",     "1\t",   "9999999999999", "12345678901,5", "1a", "nan", "inf"}) {
        CAPTURE(typed);
        CHECK_FALSE(parse_number(typed).ok);
    }
}

TEST_CASE("a number is written as its language writes it, without trailing zeros") {
    CHECK(number_text(1.5, 2, "nl") == "1,5");
    CHECK(number_text(1.5, 2, "en") == "1.5");
    CHECK(number_text(3, 2, "nl") == "3");
    CHECK(number_text(10, 2, "nl") == "10");
    CHECK(number_text(100, 0, "en") == "100");
    CHECK(number_text(0, 1, "nl") == "0");
    CHECK(number_text(-0.001, 2, "nl") == "0");
    CHECK(number_text(-2.25, 2, "nl") == "-2,25");
    CHECK(number_text(1.005, 1, "en") == "1");
    CHECK(number_text(0.96, 1, "en") == "1");
    CHECK(number_text(123456.789, 3, "nl") == "123456,789");
    CHECK(number_text(0.3, 3, "en") == "0.3");
}

TEST_CASE("what is written is read back the same") {
    for (const char* language : {"nl", "en"})
        for (int hundredths = -500; hundredths <= 500; ++hundredths) {
            const double value = hundredths / 100.0;
            const ParsedNumber back = parse_number(number_text(value, 2, language));
            if (!back.ok || back.value != value) FAIL_CHECK(language << " " << value);
        }
}

TEST_CASE("a text takes its variables, a missing text shows its key, one is not two") {
    Texts texts;
    texts.language = "nl";
    texts.entries = {{"hello", "Dag {name}, {name}: {n}"}, {"unit.glass.one", "{n} glas"}, {"unit.glass.other", "{n} glazen"}};
    CHECK(texts.get("hello", {{"name", "An"}, {"n", "3"}}) == "Dag An, An: 3");
    CHECK(texts.get("hello", {{"name", "{name}"}}) == "Dag {name}, {name}: {n}");
    CHECK(texts.get("app.nowhere") == "app.nowhere");
    CHECK_FALSE(texts.has("app.nowhere"));
    CHECK(texts.plural("unit.glass", 1, "1") == "1 glas");
    CHECK(texts.plural("unit.glass", 1.5, "1,5") == "1,5 glazen");
    CHECK(texts.plural("unit.glass", 0, "0") == "0 glazen");
}

// The table of drinks in the clinical facts (2.3): millilitres, vol%, grams of alcohol, standard glasses of 10 g.
TEST_CASE("standard glasses are those of the published table") {
    struct Drink {
        double ml, percent, grams, glasses;
    };
    for (const Drink& drink : {Drink{200, 5, 7.9, 0.8},
                               {250, 5, 9.9, 1.0},
                               {330, 5, 13.0, 1.3},
                               {500, 5, 19.7, 2.0},
                               {330, 8, 20.8, 2.1},
                               {100, 12, 9.5, 0.9},
                               {750, 12, 71.0, 7.1},
                               {35, 35, 9.7, 1.0},
                               {750, 35, 207, 20.7}}) {
        CAPTURE(drink.ml);
        CAPTURE(drink.percent);
        const double glasses = standard_glasses(drink.ml, drink.percent);
        CHECK(std::abs(glasses * 10 - drink.grams) <= (drink.grams > 100 ? 0.5 : 0.06));
        CHECK(std::abs(glasses - drink.glasses) <= 0.051);
    }
    CHECK(standard_glasses(330, 0) == 0);
    CHECK(standard_glasses(0, 5) == 0);
    CHECK(standard_glasses(500, 10) == doctest::Approx(2 * standard_glasses(500, 5)));
    CHECK(standard_glasses(1000, 10) == doctest::Approx(7.89));
}
