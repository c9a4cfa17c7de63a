// What goes on paper: the plan as a card for a pocket, as one sheet, or whole. Which items go where is data (Activity::paper); here it is worked out what
// fits, so that a card folds and one page is one page.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/content/activity.h"

namespace koers {

// One subject: a part of the plan, a goal, the numbers to call. A question stands above lines only where a subject has several.
struct PaperLines {
    std::string question;
    std::vector<std::string> lines;
};
struct PaperBlock {
    std::string id, title;
    std::vector<PaperLines> parts;
    bool stays = false;  // numbers to call are never left out
    std::string note;    // where it comes from, below its lines
};

// The width of a sheet in letters and its height in lines, as web/styles.css sets them in print, with room to spare: a wide letter is no reason to lose a word.
struct PaperSize {
    int letters = 0, lines = 0;
};
// A side of a bank card (85.6 x 54 mm) in 10 pt and in 8 pt, and a column of an A4 page in two columns in 12, 10 and 8 pt: as large as fits.
inline constexpr PaperSize large_side{35, 9}, card_side{44, 12}, large_column{36, 38}, page_column{44, 46}, dense_column{56, 60};

// How many lines it takes at that width; a title counts for one and a half.
double lines_taken(const PaperBlock& block, const PaperSize& size);

// The sides of a card that folds, at least two: a block begins where there is room for it, one that is too long goes on on the next side.
std::vector<std::vector<PaperBlock>> card_sides(std::vector<PaperBlock> blocks, const PaperSize& size = card_side);
// In large letters when that is enough for two sides.
struct Card {
    bool large = false;
    std::vector<std::vector<PaperBlock>> sides;
};
Card card_of(const std::vector<PaperBlock>& blocks);

// The same blocks so that they fit on one page: in large letters, as usual, small, or small with the last lines of the longest left out.
enum class PageFit { Large, Roomy, Dense, Cut };
PageFit page_fit(const std::vector<PaperBlock>& blocks);  // Cut: it does not fit, and nothing is left out
PageFit fit_on_page(std::vector<PaperBlock>& blocks);

}  // namespace koers
