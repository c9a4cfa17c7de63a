#include "core/insight/paper.h"

#include <algorithm>

namespace koers {

namespace {

int letters_in(std::string_view text) {
    return static_cast<int>(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

int lines_of(std::string_view text, const PaperSize& size) {
    return std::max(1, (letters_in(text) + size.letters - 1) / size.letters);
}

double taken(const PaperLines& part, const PaperSize& size) {
    double lines = part.question.empty() ? 0 : lines_of(part.question, size);
    for (const std::string& line : part.lines) lines += lines_of(line, size);
    return lines;
}

// As many letters of it, up to the last whole word.
std::string shortened(const std::string& text, int letters) {
    if (letters_in(text) <= letters) return text;
    size_t end = 0, space = 0;
    for (int seen = 0; end < text.size(); ++end) {
        if ((text[end] & 0xC0) == 0x80) continue;
        if (++seen > letters - 2) break;
        if (text[end] == ' ') space = end;
    }
    return text.substr(0, space > end / 2 ? space : end) + " …";
}

double title_lines(const PaperBlock& block, const PaperSize& size) {
    return block.title.empty() ? 0 : lines_of(block.title, size) * 1.5;
}

}  // namespace

double lines_taken(const PaperBlock& block, const PaperSize& size) {
    double lines = title_lines(block, size) + (block.note.empty() ? 0 : lines_of(block.note, size));
    for (const PaperLines& part : block.parts) lines += taken(part, size);
    return lines;
}

std::vector<std::vector<PaperBlock>> card_sides(std::vector<PaperBlock> blocks, const PaperSize& size) {
    std::vector<std::vector<PaperBlock>> sides(1);
    double room = size.lines;
    const auto next_side = [&] {
        sides.emplace_back();
        room = size.lines;
    };
    for (PaperBlock& block : blocks) {
        if (lines_taken(block, size) > room && !sides.back().empty()) next_side();
        if (lines_taken(block, size) <= room) {
            room -= lines_taken(block, size);
            sides.back().push_back(std::move(block));
            continue;
        }
        // Longer than a side: line by line.
        if (room < size.lines / 2.0 && !sides.back().empty()) next_side();
        PaperBlock rest{block.id, block.title, {}, block.stays};
        room -= title_lines(block, size);
        for (const PaperLines& part : block.parts) {
            rest.parts.push_back({part.question, {}});
            room -= part.question.empty() ? 0 : lines_of(part.question, size);
            for (const std::string& whole : part.lines) {
                const std::string line = shortened(whole, (size.lines - 3) * size.letters);
                if (lines_of(line, size) > room && !(rest.parts.size() == 1 && rest.parts.back().lines.empty())) {
                    sides.back().push_back(rest);
                    next_side();
                    // What goes on needs no title again.
                    rest = PaperBlock{block.id + "." + std::to_string(sides.size()), "", {{"", {}}}, block.stays};
                }
                rest.parts.back().lines.push_back(line);
                room -= lines_of(line, size);
            }
        }
        sides.back().push_back(std::move(rest));
    }
    if (sides.size() < 2) next_side();
    // Four short blocks on one side and nothing on the other is no card: the numbers stand on the back.
    if (sides.size() == 2 && sides[1].empty() && sides[0].size() > 1) {
        sides[1].push_back(std::move(sides[0].back()));
        sides[0].pop_back();
    }
    return sides;
}

Card card_of(const std::vector<PaperBlock>& blocks) {
    Card card{true, card_sides(blocks, large_side)};
    if (card.sides.size() > 2) card = {false, card_sides(blocks, card_side)};
    return card;
}

static bool fits(const std::vector<PaperBlock>& blocks, const PaperSize& column) {
    double lines = 0;
    for (const PaperBlock& block : blocks) {
        lines += lines_taken(block, column) + 0.5;
        if (lines > 2 * column.lines) return false;
    }
    return true;
}

PageFit page_fit(const std::vector<PaperBlock>& blocks) {
    if (fits(blocks, large_column)) return PageFit::Large;
    if (fits(blocks, page_column)) return PageFit::Roomy;
    return fits(blocks, dense_column) ? PageFit::Dense : PageFit::Cut;
}

PageFit fit_on_page(std::vector<PaperBlock>& blocks) {
    const PageFit fit = page_fit(blocks);
    while (!fits(blocks, dense_column)) {
        PaperLines* longest = nullptr;
        double most = 0;
        for (PaperBlock& block : blocks)
            for (PaperLines& part : block.parts)
                if (!block.stays &&
                    (part.lines.size() > 1 || (part.lines.size() == 1 && lines_of(part.lines[0], dense_column) > 3)) &&
                    taken(part, dense_column) > most) {
                    most = taken(part, dense_column);
                    longest = &part;
                }
        if (!longest) break;
        if (longest->lines.size() > 1)
            longest->lines.pop_back();
        else
            longest->lines[0] = shortened(longest->lines[0], letters_in(longest->lines[0]) - 2 * dense_column.letters);
    }
    return fit;
}

}  // namespace koers
