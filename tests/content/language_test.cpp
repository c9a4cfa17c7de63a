#include <doctest/doctest.h>

#include "tests/content/language.h"

using namespace koers::test;

static std::string problems(std::string_view language, const std::string& text) {
    std::string all;
    for (const std::string& one : language_problems(language, text)) all += one + "; ";
    return all;
}

TEST_CASE("words that shame, command or claim are found, inside longer words they are not meant") {
    CHECK(problems("nl", "Je bent geen verslaafde.").find("verslaafde") != std::string::npos);
    CHECK(problems("nl", "Terugval hoort erbij.").find("terugval") != std::string::npos);
    CHECK(problems("nl", "Je moet stoppen.").find("je moet") != std::string::npos);
    CHECK(problems("nl", "Dit screent op problemen.").find("claims") != std::string::npos);
    CHECK(problems("nl", "Dit is je diagnose.").find("diagnose") != std::string::npos);
    CHECK(problems("nl", "Dit is geen diagnose.").empty());
    CHECK(problems("nl", "Goed zo!").find("exclamation") != std::string::npos);
    CHECK(problems("nl", "De verslavingszorg is er voor jou.").empty());
    CHECK(problems("en", "You must stop.").find("you must") != std::string::npos);
    CHECK(problems("en", "It treats nobody.").find("claims") != std::string::npos);
    CHECK(problems("en", "Entreats and retreats.").empty());
}

TEST_CASE("sentences end where a reader breathes, and their words are counted") {
    CHECK(sentence_lengths("Een twee. Drie vier vijf? Zes") == std::vector<int>{2, 3, 1});
    CHECK(sentence_lengths("**Let op:** dit is 3.5 glazen\n• een punt") == std::vector<int>{2, 4, 3});
    CHECK(sentence_lengths("").empty());
    const std::string twelve = "een twee drie vier vijf zes zeven acht negen tien elf twaalf";
    CHECK(problems("nl", twelve + ".").empty());
    CHECK(problems("nl", twelve + " dertien.").find("words a sentence") != std::string::npos);
    CHECK(problems("nl", twelve + " dertien. Kort is goed.").empty());
    CHECK(problems("nl", twelve + " " + twelve + ". Kort. Kort. Kort.").find("more than 22 words") != std::string::npos);
}
