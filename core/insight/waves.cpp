#include "core/insight/waves.h"

#include <algorithm>

#include "core/sorted.h"

namespace koers {

static int median(std::vector<int> values) {
    put_in_order(values, [](int a, int b) { return a < b; });
    return values[values.size() / 2];
}

std::optional<TypicalWave> typical_wave(const Journal& journal) {
    std::vector<int> minutes, highest;
    const std::vector<const Entry*> urges = journal.current_of("urge");
    for (auto entry = urges.rbegin(); entry != urges.rend() && minutes.size() < 20; ++entry) {
        const auto* wave = find_as<WaveAnswer>((*entry)->answers, "wave");
        if (!wave || wave->points.empty() || wave->ended < 0) continue;
        int most = 0;
        for (const WaveAnswer::Point& point : wave->points) most = std::max(most, point.rating);
        minutes.push_back(std::max(1, (wave->ended + 30) / 60));
        highest.push_back(most);
    }
    if (minutes.size() < 3) return std::nullopt;
    return TypicalWave{median(minutes), median(highest), static_cast<int>(minutes.size())};
}

}  // namespace koers
