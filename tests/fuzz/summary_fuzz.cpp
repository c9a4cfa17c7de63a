// Anything at all as the text of a summary that a stranger sealed: no crash, and what is read can be written, read again and made a page. Run by `./koers fuzz`.
#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "core/export/summary.h"

using namespace koers;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
    const SummaryRead read = read_summary(std::string_view(reinterpret_cast<const char*>(bytes), size));
    if (read.problem != SummaryProblem::None) return 0;
    const std::string text = summary_text(read.summary);
    const SummaryRead again = read_summary(text);
    const std::string page = summary_page(read.summary);
    if (again.problem != SummaryProblem::None || summary_text(again.summary) != text || page.find("<script") != std::string::npos)
        std::abort();
    return 0;
}
