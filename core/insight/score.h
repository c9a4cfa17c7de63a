// What the answers of a zelfcheck come to. The rules are data (core/content/activity.h, Score); a score is orientation, never a diagnosis.
#pragma once

#include <optional>
#include <vector>

#include "core/journal/journal.h"

namespace koers {

struct ScoreResult {
    const Score* score = nullptr;
    std::optional<double> value;  // nothing when too much was left open
    double max = 0, so_far = 0;   // so_far: of what was answered
    int open = 0;                 // questions without an answer
    const Band* band = nullptr;   // nothing when the score has no bands, or none for this substance
    bool stepped_up = false;      // single answers put it one band higher than the sum
    bool strength = false;        // some of the points may also be a strength
    bool high = false;            // a door to help stands beside it
};

// One result for each score of the activity, in its order. Questions that do not show count as 0.
std::vector<ScoreResult> scores_of(const Activity& activity, const Answers& answers, const Settings& settings);

// Three words for a change, and never more (clinical facts 6.9, after Jacobson & Truax 1991): most single differences on short lists are noise.
enum class Difference { Same, Perhaps, Clear };
// `values` are the results in order of time, the newest last; at least two. Clear: the known reliable difference, or the same direction in three measures
// in a row and together a fifth of the range. Perhaps: a tenth of the range.
Difference difference_of(const Score& score, double max, const std::vector<double>& values);

// The worth of an answer in a score: the weight of a choice, the number of a scale.
std::optional<double> weight_of(const Item& item, const Answers& answers);

}  // namespace koers
