// A summary as a text to seal, as a page, and as somebody else's text that is read strictly.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "core/export/summary.h"

using namespace koers;
using nlohmann::json;

namespace {

Summary some() {
    return {
        "nl",
        "Samenvatting",
        "22 nov 2026",
        "De laatste 4 weken",
        "Ik wil het over \"mijn zus\" hebben.\nEn over <slapen> & dromen.",
        {{"use.alcohol", "Alcohol, week per week", {{"", {"Week van 16 nov: 8 glazen", "Week van 9 nov: 12 glazen"}}}, false, ""},
         {"check", "Zelfcheck alcohol", {{"15 nov 2026", {"12 van 40"}}}, false, "Volgt de AUDIT."}},
        "Zelf gemaakt."};
}

bool same(const Summary& a, const Summary& b) { return summary_text(a) == summary_text(b); }

SummaryProblem problem(const json& document) { return read_summary(document.dump()).problem; }

}  // namespace

TEST_CASE("a summary that was written is read back as it was") {
    const SummaryRead read = read_summary(summary_text(some()));
    REQUIRE(read.problem == SummaryProblem::None);
    CHECK(same(read.summary, some()));
    CHECK(read.summary.blocks[1].note == "Volgt de AUDIT.");
    // Nothing in it is a summary, too.
    const Summary bare{"en", "Summary", "today", "All", "", {}, ""};
    CHECK(read_summary(summary_text(bare)).problem == SummaryProblem::None);
}

TEST_CASE("a text that is anything else is refused whole") {
    const json good = json::parse(summary_text(some()));
    const auto with = [&](const char* pointer, const json& value) {
        json one = good;
        one[json::json_pointer(pointer)] = value;
        return one;
    };
    const std::vector<json> bad = {json(),
                                   json::array(),
                                   json("summary"),
                                   json(1),
                                   json::object(),
                                   with("/koers", "journal"),
                                   with("/koers", 1),
                                   with("/format", 0),
                                   with("/format", "1"),
                                   with("/format", 1.5),
                                   with("/format", -1),
                                   with("/language", 1),
                                   with("/language", "a long language"),
                                   with("/title", json::array()),
                                   with("/title", std::string(201, 'x')),
                                   with("/made", json::object()),
                                   with("/period", nullptr),
                                   with("/words", std::string(20001, 'x')),
                                   with("/words", 1),
                                   with("/limits", std::string(2001, 'x')),
                                   with("/more", "x"),
                                   with("/blocks", json::object()),
                                   with("/blocks", "x"),
                                   with("/blocks", json(std::vector<json>(1001, good["blocks"][0]))),
                                   with("/blocks/0", 1),
                                   with("/blocks/0/title", 1),
                                   with("/blocks/0/href", "x"),
                                   with("/blocks/0/note", 1),
                                   with("/blocks/0/parts", 1),
                                   with("/blocks/0/parts/0", "x"),
                                   with("/blocks/0/parts/0/lines", "x"),
                                   with("/blocks/0/parts/0/lines/0", 1),
                                   with("/blocks/0/parts/0/lines/0", json::object()),
                                   with("/blocks/0/parts/0/lines/0", std::string(50001, 'x')),
                                   with("/blocks/0/parts/0/html", "<b>"),
                                   with("/blocks/0/parts/0/lines", json(std::vector<std::string>(20001, "x"))),
                                   with("/blocks/0/parts", json(std::vector<json>(4001, good["blocks"][0]["parts"][0])))};
    for (const json& one : bad) {
        CAPTURE(one.dump().substr(0, 200));
        const SummaryRead read = read_summary(one.dump());
        CHECK(static_cast<int>(read.problem) == static_cast<int>(SummaryProblem::Unreadable));
        CHECK(read.summary.blocks.empty());
        CHECK(read.summary.title.empty());
    }
    for (const char* key : {"koers", "format", "language", "title", "made", "period", "blocks"}) {
        json one = good;
        one.erase(key);
        CAPTURE(key);
        CHECK(problem(one) == SummaryProblem::Unreadable);
    }
    for (const std::string& text :
         {std::string(), std::string("{"), std::string(longest_summary + 1, ' '), std::string(200000, '['),
          std::string("\xFF\xFE"), "{\"koers\":" + std::string(250000, '[') + std::string(250000, ']') + "}"})
        CHECK(read_summary(text).problem == SummaryProblem::Unreadable);
    CHECK(problem(with("/format", 2)) == SummaryProblem::Newer);
}

TEST_CASE("marks of direction and control characters do not come through") {
    json one = json::parse(summary_text(some()));
    one["words"] = std::string(
        "a\xE2\x80\xAE"
        "b\x01"
        "c\xC2\x85"
        "d\xD8\x9C"
        "e\xE2\x81\xA6"
        "f\ng\t");
    const SummaryRead read = read_summary(one.dump());
    REQUIRE(read.problem == SummaryProblem::None);
    CHECK(read.summary.words == "a b c d e f\ng ");
    CHECK(plain_text("caf\xC3\xA9 \xF0\x9F\x8C\xB1 \xE2\x80\x94") == "caf\xC3\xA9 \xF0\x9F\x8C\xB1 \xE2\x80\x94");
}

TEST_CASE("the page holds every word, runs nothing and fetches nothing") {
    const std::string page = summary_page(some());
    for (const char* words : {"Samenvatting", "22 nov 2026 · De laatste 4 weken", "&quot;mijn zus&quot;",
                              "&lt;slapen&gt; &amp; dromen", "Week van 9 nov: 12 glazen", "Volgt de AUDIT.", "Zelf gemaakt."})
        CHECK_MESSAGE(page.find(words) != std::string::npos, words);
    for (const char* never : {"<slapen>", "<script", "src=", "href=", "http://", "https://", "url(", "@import", "onerror"})
        CHECK_MESSAGE(page.find(never) == std::string::npos, never);
    CHECK(page.find("default-src 'none'") != std::string::npos);
    Summary evil = some();
    evil.title = "</title><script>x</script>";
    evil.language = "\"><script>";
    evil.blocks[0].title = "<img src=x onerror=y>";
    const std::string escaped = summary_page(evil);
    CHECK(escaped.find("<script") == std::string::npos);
    CHECK(escaped.find("<img") == std::string::npos);
    CHECK(escaped.find("<html lang=\"nl\">") != std::string::npos);
}

TEST_CASE("a phrase is long enough by its letters, not by the spaces around it") {
    CHECK(long_enough("vodu kemi rasa boti"));
    CHECK(long_enough("123456789012"));
    CHECK_FALSE(long_enough("12345678901"));
    CHECK_FALSE(long_enough("        1234        "));
    CHECK_FALSE(long_enough("a          b"));  // one space between them, to the lock
    CHECK_FALSE(long_enough("a\xC2\xA0\xE3\x80\x80\xE2\x80\x83          b"));
    CHECK_FALSE(long_enough(""));
    CHECK(long_enough("\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9"));
    CHECK_FALSE(long_enough("\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9"));
}
