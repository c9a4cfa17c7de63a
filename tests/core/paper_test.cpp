// What fits on a card and on a page, worked out before the printer finds out.
#include <doctest/doctest.h>

#include <numeric>

#include "core/insight/paper.h"

using namespace koers;

namespace {

PaperBlock block(const char* id, std::vector<std::string> lines, bool stays = false) {
    return {id, id, {{"", std::move(lines)}}, stays};
}

std::vector<std::string> many(int n, int letters) {
    return std::vector<std::string>(static_cast<size_t>(n), std::string(static_cast<size_t>(letters), 'a'));
}

size_t lines_on(const std::vector<std::vector<PaperBlock>>& sides) {
    size_t lines = 0;
    for (const auto& side : sides)
        for (const PaperBlock& one : side)
            for (const PaperLines& part : one.parts) lines += part.lines.size();
    return lines;
}

double taken_on(const std::vector<PaperBlock>& blocks, const PaperSize& size) {
    return std::accumulate(blocks.begin(), blocks.end(), 0.0,
                           [&](double sum, const PaperBlock& one) { return sum + lines_taken(one, size); });
}

}  // namespace

TEST_CASE("a line is as many letters as fit, a title counts for one and a half, an accent is one letter") {
    CHECK(lines_taken(block("t", {"a"}), card_side) == 2.5);
    CHECK(lines_taken(block("t", {std::string(44, 'a')}), card_side) == 2.5);
    CHECK(lines_taken(block("t", {std::string(45, 'a')}), card_side) == 3.5);
    std::string accents;
    for (int i = 0; i < 44; ++i) accents += "ë";
    CHECK(lines_taken(block("t", {accents}), card_side) == 2.5);
    CHECK(lines_taken({"t", "t", {{"Waarom?", {"a"}}}, false}, card_side) == 3.5);
}

TEST_CASE("a card has two sides at least, and little text stands on both") {
    CHECK(card_sides({}).size() == 2);
    const auto sides = card_sides({block("reasons", {"a"}), block("numbers", {"112"})});
    REQUIRE(sides.size() == 2);
    CHECK(sides[0].size() == 1);
    CHECK(sides[1].front().id == "numbers");
}

TEST_CASE("little text stands on a card in large letters, much in small ones") {
    const std::vector<PaperBlock> little{block("reasons", many(3, 30)), block("numbers", many(3, 20))};
    CHECK(card_of(little).large);
    CHECK(card_of(little).sides.size() == 2);
    const std::vector<PaperBlock> much{block("links", many(3, 80)), block("reasons", many(3, 80)), block("numbers", many(3, 20))};
    CHECK_FALSE(card_of(much).large);
}

TEST_CASE("nothing is lost from a card, nothing overflows a side, and no title stands twice") {
    for (const int letters : {5, 44, 130, 200})
        for (const int lines : {1, 3, 9, 20}) {
            CAPTURE(letters);
            CAPTURE(lines);
            const auto sides = card_sides(
                {block("links", many(lines, letters)), block("reasons", many(3, letters)), block("numbers", many(3, 20))});
            CHECK(lines_on(sides) == static_cast<size_t>(lines + 6));
            int titles = 0;
            for (const auto& side : sides) {
                CHECK(taken_on(side, card_side) <= card_side.lines + 0.5);
                for (const PaperBlock& one : side) titles += !one.title.empty();
            }
            CHECK(titles == 3);
        }
}

TEST_CASE("a line longer than a side is shortened, and no title stands alone at the foot of one") {
    const auto sides =
        card_sides({block("a", many(8, 20)), block("b", {std::string(3000, 'x'), "end"}), block("numbers", many(2, 20))});
    for (const auto& side : sides) {
        CHECK(taken_on(side, card_side) <= card_side.lines + 0.5);
        for (const PaperBlock& one : side) CHECK((one.title.empty() || !one.parts.front().lines.empty()));
    }
}

TEST_CASE("one page is one page: roomy, then small, then shorter, and the numbers to call always stay") {
    std::vector<PaperBlock> few{block("reasons", many(6, 40)), block("numbers", many(3, 20), true)};
    CHECK(fit_on_page(few) == PageFit::Large);
    CHECK(few[0].parts[0].lines.size() == 6);

    std::vector<PaperBlock> some{block("reasons", many(10, 120)), block("people", many(40, 30)),
                                 block("numbers", many(3, 20), true)};
    CHECK(fit_on_page(some) == PageFit::Roomy);

    std::vector<PaperBlock> more{block("signals", many(12, 250)), block("reasons", many(6, 150)),
                                 block("numbers", many(3, 20), true)};
    CHECK(fit_on_page(more) == PageFit::Dense);
    CHECK(more[0].parts[0].lines.size() == 12);

    std::vector<PaperBlock> too_much{block("signals", many(40, 300)), block("reasons", many(6, 150)),
                                     block("numbers", many(3, 20), true)};
    CHECK(fit_on_page(too_much) == PageFit::Cut);
    CHECK(too_much[0].parts[0].lines.size() < 40);
    CHECK(too_much[0].parts[0].lines.size() > 1);
    CHECK(too_much[1].parts[0].lines.size() == 6);
    CHECK(too_much[2].parts[0].lines.size() == 3);
    CHECK(taken_on(too_much, dense_column) <= 2 * dense_column.lines);

    // One long paragraph is shortened at a word.
    std::string long_words;
    for (int i = 0; i < 2000; ++i) long_words += "word ";
    std::vector<PaperBlock> paragraph{block("why", {long_words}), block("numbers", many(3, 20), true)};
    CHECK(fit_on_page(paragraph) == PageFit::Cut);
    CHECK(taken_on(paragraph, dense_column) <= 2 * dense_column.lines);
    const std::string& cut = paragraph[0].parts[0].lines[0];
    CHECK(cut.size() > 3000);
    CHECK(cut.substr(cut.size() - 8) == "word …");
}
