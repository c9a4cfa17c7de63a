#include "core/insight/score.h"

#include <algorithm>
#include <cmath>

#include "core/journal/questions.h"

namespace koers {

std::optional<double> weight_of(const Item& item, const Answers& answers) {
    if (const auto* format = std::get_if<ChoiceFormat>(&item.format)) {
        const std::string id = choice_of(answers, item.id);
        for (const Choice& choice : format->choices)
            if (choice.id == id) return choice.weight;
    } else if (std::holds_alternative<ScaleFormat>(item.format)) {
        if (const auto* number = find_as<NumberAnswer>(answers, item.id)) return number->value;
    }
    return std::nullopt;
}

static const std::vector<Band>* bands_for(const Score& score, const Answers& answers) {
    if (score.bands_item.empty()) return &score.bands;
    const auto found = score.bands_by.find(choice_of(answers, score.bands_item));
    return found == score.bands_by.end() ? nullptr : &found->second;
}

std::vector<ScoreResult> scores_of(const Activity& activity, const Answers& given, const Settings& settings) {
    const Answers answers = for_conditions(activity, given, settings);
    const std::vector<const Item*> shown = shown_items(activity, answers);
    std::vector<ScoreResult> results;
    for (const Score& score : activity.scores) {
        ScoreResult result;
        result.score = &score;
        result.max = score.max;
        double sum = 0;
        int answered = 0;
        for (const std::string& id : score.items) {
            const auto item = std::find_if(shown.begin(), shown.end(), [&](const Item* one) { return one->id == id; });
            if (item == shown.end()) continue;
            const auto weight = weight_of(**item, answers);
            if (!weight) {
                ++result.open;
                continue;
            }
            ++answered;
            sum += score.counts ? (*weight >= score.counts_from ? 1 : 0) : *weight;
            if (*weight > 0 && std::find(score.strengths.begin(), score.strengths.end(), id) != score.strengths.end())
                result.strength = true;
        }
        result.so_far = std::round(sum * score.factor);
        if (result.open <= score.missing && (answered > 0 || result.open == 0)) {
            // What was left open counts as the mean of the rest.
            if (result.open > 0) sum += sum / answered * result.open;
            result.value = std::round(sum * score.factor);
            const std::vector<Band>* bands = bands_for(score, answers);
            for (size_t i = 0; bands && i < bands->size(); ++i)
                if (*result.value >= (*bands)[i].from && *result.value <= (*bands)[i].to) {
                    const bool up =
                        i + 1 < bands->size() && std::any_of(score.step_up.begin(), score.step_up.end(), [&](const StepUp& one) {
                            const Item* item = activity.find_item(one.item);
                            const auto weight = item ? weight_of(*item, answers) : std::nullopt;
                            return weight && *weight >= one.at_least;
                        });
                    result.stepped_up = up;
                    result.band = &(*bands)[i + (up ? 1 : 0)];
                    break;
                }
            result.high = result.band && std::find(score.high.begin(), score.high.end(), result.band->id) != score.high.end();
        }
        results.push_back(result);
    }
    return results;
}

Difference difference_of(const Score& score, double max, const std::vector<double>& values) {
    if (values.size() < 2 || max <= 0) return Difference::Same;
    const size_t n = values.size();
    const double last = std::abs(values[n - 1] - values[n - 2]);
    if (score.reliable > 0 && last >= score.reliable) return Difference::Clear;
    if (n >= 3) {
        const double first_step = values[n - 2] - values[n - 3], second_step = values[n - 1] - values[n - 2];
        if (first_step * second_step > 0 && std::abs(first_step + second_step) >= 0.2 * max) return Difference::Clear;
    }
    return last >= 0.1 * max ? Difference::Perhaps : Difference::Same;
}

}  // namespace koers
