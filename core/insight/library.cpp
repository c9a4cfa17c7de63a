#include "core/insight/library.h"

#include <algorithm>

namespace koers {

std::vector<const Activity*> fitting(const Catalog& catalog, const Settings& settings) {
    std::vector<const Activity*> all;
    for (const Activity& activity : catalog.activities) {
        if (!activity.in_library()) continue;
        const bool for_everybody = activity.about.empty() || settings.followed.empty();
        const bool fits =
            for_everybody || std::any_of(settings.followed.begin(), settings.followed.end(), [&](const Followed& one) {
                return std::find(activity.about.begin(), activity.about.end(), one.substance) != activity.about.end();
            });
        if (fits) all.push_back(&activity);
    }
    return all;
}

// Small letters without accents, for comparing only: é and E are e.
static std::string folded(std::string_view text) {
    static constexpr std::string_view latin = "aaaaaaaceeeeiiiidnooooo/ouuuuyts";
    std::string result;
    for (size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte == 0xC3 && i + 1 < text.size()) {
            result += latin[static_cast<unsigned char>(text[++i]) & 0x1F];
        } else {
            result += byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : text[i];
        }
    }
    return result;
}

bool matches(const Texts& texts, const Activity& activity, std::string_view typed) {
    const std::string all = folded(texts.get(activity.key("title"))) + " " + folded(texts.get(activity.key("gives")));
    const std::string words = folded(typed);
    for (size_t from = 0; from < words.size();) {
        const size_t end = std::min(words.find(' ', from), words.size());
        if (all.find(words.substr(from, end - from)) == std::string::npos) return false;
        from = end + 1;
    }
    return true;
}

const Run* unfinished(const Journal& journal, std::string_view activity) {
    const Run* newest = nullptr;
    for (const auto& [id, run] : journal.runs)
        if (run.activity == activity && run.replaces.empty() && !(run.touched == run.started) &&
            (!newest || run.touched.ms > newest->touched.ms))
            newest = &run;
    return newest;
}

std::vector<const Entry*> done_before(const Journal& journal, std::string_view activity) {
    std::vector<const Entry*> entries = journal.current_of(activity);
    // By the day it was about: one that was edited later stays where it was.
    std::stable_sort(entries.begin(), entries.end(), [](const Entry* a, const Entry* b) {
        return a->day == b->day ? a->written.ms > b->written.ms : a->day > b->day;
    });
    return entries;
}

}  // namespace koers
