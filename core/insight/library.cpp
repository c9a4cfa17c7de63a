#include "core/insight/library.h"

#include <algorithm>

#include "core/insight/score.h"
#include "core/sorted.h"

namespace koers {

bool withheld(const Catalog& catalog, const Journal& journal, const Activity& activity, Day today) {
    const Activity* check = activity.withhold ? catalog.activity(activity.withhold->check) : nullptr;
    if (!check) return false;
    const std::vector<const Entry*> done = done_before(journal, check->id);
    if (done.empty() || done.front()->day < today - 28) return false;
    for (const ScoreResult& result : scores_of(*check, done.front()->answers, journal.settings))
        if (result.score->id == activity.withhold->score) return result.value && *result.value >= activity.withhold->at_least;
    return false;
}

std::vector<const Activity*> fitting(const Catalog& catalog, const Journal& journal, Day today) {
    const Settings& settings = journal.settings;
    std::vector<const Activity*> all;
    for (const Activity& activity : catalog.activities) {
        if (!activity.in_library()) continue;
        if (activity.whom == ForWhom::Self && settings.role == Role::Other) continue;
        if (activity.whom == ForWhom::Family && settings.role == Role::Self) continue;
        if (withheld(catalog, journal, activity, today)) continue;
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
        if (run.activity == activity && run.replaces.empty() && run.begun() && (!newest || run.touched.ms > newest->touched.ms))
            newest = &run;
    return newest;
}

std::vector<const Entry*> done_before(const Journal& journal, std::string_view activity) {
    std::vector<const Entry*> entries = journal.current_of(activity);
    // By the day it was about: one that was edited later stays where it was.
    put_in_order(entries, [](const Entry* a, const Entry* b) {
        return a->day == b->day ? a->written.ms > b->written.ms : a->day > b->day;
    });
    return entries;
}

std::optional<Carried> carried(const AskContext& context, const Journal& journal, const Activity& activity, const Carry& carry,
                               const Answers& answers) {
    const Entry* newest = journal.newest_of(carry.to);
    return carried_beside(context, newest ? find(newest->answers, carry.item) : nullptr, activity, carry, answers);
}

std::optional<Carried> carried_beside(const AskContext& context, const Answer* present, const Activity& activity,
                                      const Carry& carry, const Answers& answers) {
    const Activity* plan = context.catalog.activity(carry.to);
    const Item* target = plan ? plan->find_item(carry.item) : nullptr;
    // Beside what a newer Koers wrote there nothing can be put.
    if (!target || (present && std::holds_alternative<UnknownAnswer>(*present))) return std::nullopt;
    Carried result;
    if (const auto* rows = std::get_if<RowsFormat>(&target->format)) {
        const std::string title = rows->columns.front().id;
        RowsAnswer merged =
            present && std::holds_alternative<RowsAnswer>(*present) ? std::get<RowsAnswer>(*present) : RowsAnswer{};
        for (const std::string& from : carry.items) {
            const auto* given = find_as<RowsAnswer>(answers, from);
            for (const RowsAnswer::Row& row : given ? given->rows : std::vector<RowsAnswer::Row>{}) {
                const std::string name(cell(row, title));
                const auto same = [&](const RowsAnswer::Row& one) { return cell(one, title) == name; };
                if (merged.rows.size() >= static_cast<size_t>(rows->most)) continue;
                if (name.empty() || std::any_of(merged.rows.begin(), merged.rows.end(), same)) continue;
                RowsAnswer::Row taken;
                for (const auto& [column, text] : row)
                    if (rows->find_column(column)) taken.emplace(column, text);
                merged.rows.push_back(std::move(taken));
                result.words.push_back(name);
            }
        }
        result.merged = std::move(merged);
    } else {
        const auto* list = std::get_if<ListFormat>(&target->format);
        ManyAnswer merged =
            present && std::holds_alternative<ManyAnswer>(*present) ? std::get<ManyAnswer>(*present) : ManyAnswer{};
        const auto add = [&](const std::string& id, const std::string& words) {
            const std::string& value = list ? words : id;
            const auto fits = [&](const Option& one) { return one.id == value; };
            const std::vector<Option> options = list ? std::vector<Option>{} : options_of(context, *plan, *target);
            if (value.empty() || std::find(merged.values.begin(), merged.values.end(), value) != merged.values.end()) return;
            // What is longer than a line of the plan stays where it was written.
            if (list && text_length(words) > list->max_characters) return;
            if (list ? static_cast<int>(merged.values.size()) >= list->max_lines
                     : std::none_of(options.begin(), options.end(), fits))
                return;
            merged.values.push_back(value);
            result.words.push_back(words);
        };
        for (const std::string& from : carry.items) {
            if (const auto* text = find_as<TextAnswer>(answers, from)) add("", text->text);
            if (const std::string id = choice_of(answers, from); !id.empty())
                add(id, option_words(context, activity, {from}, id));
            if (const auto* many = find_as<ManyAnswer>(answers, from))
                for (const std::string& id : many->values) add(id, option_words(context, activity, {from}, id));
        }
        result.merged = std::move(merged);
    }
    if (result.words.empty() || problem_with(context, *plan, *target, {}, result.merged) != Problem::None) return std::nullopt;
    return result;
}

}  // namespace koers
