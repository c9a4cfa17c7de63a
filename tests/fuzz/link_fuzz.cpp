// Anything at all as a link: no crash, one form a meaning, nothing kept of what is refused, and never slow. Run by `./koers fuzz`.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>

#include "core/invite/link.h"
#include "tests/support/hostile_links.h"

using namespace koers;

static double slowest_ms = 0;
// Of this thread's own time: on a busy machine the clock on the wall tells of others.
static double spent_ms() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

static void must(bool true_, const char* what) {
    if (true_) return;
    std::fprintf(stderr, "%s\n", what);
    std::abort();
}

static void look_at(const std::string& fragment, const InviteCodes& codes) {
    double begin = spent_ms();
    const LinkRead read = read_link(fragment, codes);
    double took = spent_ms() - begin;
    // AddressSanitizer cleans up now and then, in the middle of somebody's work: what seems slow is looked at again.
    for (int again = 0; again < 3 && took > slowest_ms; ++again) {
        begin = spent_ms();
        (void)read_link(fragment, codes);
        took = std::min(took, spent_ms() - begin);
    }
    slowest_ms = std::max(slowest_ms, took);
    if (read.problem != LinkProblem::None) return must(read.invitation == Invitation{}, "something of a refused link was kept");
    must(!read.invitation.activities.empty(), "a link without activities was read");
    const std::string again = fragment_of(read.invitation, codes);
    must(!again.empty(), "a link was read that cannot be written");
    must(read.skipped || again == fragment, "a meaning has two forms");
    const LinkRead twice = read_link(again, codes);
    must(twice.problem == LinkProblem::None && twice.invitation == read.invitation, "a link does not come back as it was");
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
    static const InviteCodes codes = test::link_codes();
    static const bool told = [] { return std::atexit([] { std::printf("slowest link: %.3f ms\n", slowest_ms); }) == 0; }();
    must(told, "nobody would hear of the slowest");
    // As it came; and as a payload behind a right checksum, which chance alone would not find.
    look_at(std::string(reinterpret_cast<const char*>(bytes), size), codes);
    if (size < 180) look_at(test::checked_link(std::vector<uint8_t>(bytes, bytes + size)), codes);
    return 0;
}
