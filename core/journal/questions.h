// A Run meets its Activity: which questions stand open, what may be picked, whether an answer fits.
#pragma once

#include <string>
#include <vector>

#include "core/content/catalog.h"
#include "core/journal/journal.h"

namespace koers {

struct AskContext {
    const Catalog& catalog;
    const Settings& settings;
    Day today;
    // What the journal knows (core/insight/facts.h); without it every fact is 0.
    const Journal* journal = nullptr;
    double (*fact)(const Catalog&, const Journal&, Day, std::string_view) = nullptr;
};

// The steps that show at least one item, and the items that show, given the answers so far.
std::vector<const Step*> shown_steps(const Activity& activity, const Answers& answers);
std::vector<const Item*> shown_items(const Step& step, const Answers& answers);
// All shown items of the activity, in order.
std::vector<const Item*> shown_items(const Activity& activity, const Answers& answers);

// Conditions speak of substances of the Catalog; an answer may name one the person added. This is the view conditions are asked about.
Answers for_conditions(const Activity& activity, const Answers& answers, const Settings& settings);
// The same with the facts that the activity asks for, as numbers under their names.
Answers for_conditions(const AskContext& context, const Activity& activity, const Answers& answers);

struct Option {
    std::string id;
    std::string label;
    std::string icon;
    bool offered = true;  // false: only there when it was chosen before (Choice::about)
};
// What can be picked for a choice or several-choices item, with its words.
std::vector<Option> options_of(const AskContext& context, const Activity& activity, const Item& item);
// What can be picked from earlier answers: chosen choices, lines of lists, cards of a pile, what was ranked. Own words are their own id.
std::vector<Option> options_from(const AskContext& context, const Activity& activity, const Answers& answers,
                                 const std::vector<std::string>& items, std::string_view pile = "");
// The words of such an id, also when it cannot be picked any more.
std::string option_words(const AskContext& context, const Activity& activity, const std::vector<std::string>& items,
                         const std::string& id);
// The rows of a table: its own, or one for each thing that was picked at the items it takes them from; and what was written in one of them, if anything.
std::vector<Option> table_rows(const AskContext& context, const Activity& activity, const Item& item, const Answers& answers);
const RowsAnswer::Row* row_of(const RowsAnswer& answer, std::string_view id);
// How many seconds a wave has run, and whether it still does.
int seconds_of(const WaveAnswer& wave, Moment now);
// How many seconds ago it ended, or should have; negative while it runs, 0 before it began.
int64_t since_end(const WaveAnswer& wave, Moment now);
// After this many seconds a rating is no longer of that wave of Hulp nu; after an hour the door opens at its beginning.
constexpr int64_t help_wave_rated_within = 10 * 60;
bool runs(const WaveAnswer& wave, Moment now);
// Whether it is time for the next rating: the first at once, then every `every` minutes.
bool rating_due(const TimerFormat& format, const WaveAnswer& wave, Moment now);

// The units a number may be in; empty for a plain number.
std::vector<const Unit*> units_of(const AskContext& context, const Activity& activity, const Item& item, const Answers& answers);
std::string substance_label(const Catalog& catalog, const Settings& settings, std::string_view followed_id);
const Substance* substance_of(const Catalog& catalog, const Settings& settings, std::string_view followed_id);

int text_length(std::string_view text);  // UTF-16 units, as a browser's maxlength counts them

// Why an answer does not fit its question; the screen has a sentence for each (texts app.problem.*).
enum class Problem {
    None,
    Missing,
    WrongKind,
    UnknownChoice,
    NotANumber,
    TooSmall,
    TooLarge,
    TooManyDecimals,
    TooLong,
    TooMany,
    TooManyChoices,
    InFuture
};
std::string_view problem_id(Problem problem);

Problem problem_with(const AskContext& context, const Activity& activity, const Item& item, const Answers& answers,
                     const Answer& answer);

// The bounds a number has, the unit's included.
struct NumberBounds {
    double min, max, step;
    int decimals;
};
NumberBounds bounds_of(const AskContext& context, const Activity& activity, const Item& item, const Answers& answers);

// The answers a new run starts with.
Answers prefilled(const AskContext& context, const Journal& journal, const Activity& activity, Moment now);

// Fills in the preset of shown numbers that have none yet, in the unit this person used last for it.
void fill_presets(const AskContext& context, const Journal& journal, const Activity& activity, Answers& answers);

// The first item that keeps a run from being finished (required and unanswered, or an answer that does not fit); null = it can be finished.
const Item* first_open(const AskContext& context, const Activity& activity, const Answers& answers);

// The entry a run becomes. Answers to questions that no longer show are left out, and those that are not kept (Item::kept); while such a question stands open,
// what may have shown another time stays.
Entry finish(const AskContext& context, const Activity& activity, const Run& run, std::string id, Moment now);

}  // namespace koers
