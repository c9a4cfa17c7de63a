// What a person decides to show somebody: composed by them, seen as it will be, and then printed, kept as a page or sealed. It is words only, in the language it was
// made in, so that whoever opens it sees what the person saw. Koers sends it nowhere.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/insight/paper.h"

namespace koers {

struct Summary {
    std::string language;     // "nl"
    std::string title, made;  // "Samenvatting", "22 november 2026"
    std::string period;       // "De laatste 4 weken"
    std::string words;        // the person's own, on top; may be empty
    std::vector<PaperBlock> blocks;
    std::string limits;  // what it is not
};

inline constexpr size_t longest_summary =
    900 * 1024;  // with the frame of a sealed file around it still below its 1 MiB (web/seal.ts)

// One JSON text, {"koers":"summary","format":1,…}: what is sealed (web/seal.ts).
std::string summary_text(const Summary& summary);

// Of a stranger's text. Newer: of a format this Koers does not know. Nothing unless every part of it is what it should be and within bounds.
enum class SummaryProblem { None, Unreadable, Newer };
struct SummaryRead {
    SummaryProblem problem = SummaryProblem::Unreadable;
    Summary summary;
};
SummaryRead read_summary(std::string_view text);

// A pass phrase for what leaves this browser has to be this long, in letters without the spaces around it: whoever has the file has all the time there is
// to guess.
inline constexpr size_t least_phrase = 12;
bool long_enough(std::string_view phrase);

// A page of its own: no script, nothing from elsewhere, one file.
std::string summary_page(const Summary& summary);

// Control characters and marks of direction, with which words can be made to look like others, as spaces; line ends stay.
std::string plain_text(std::string_view text);

}  // namespace koers
