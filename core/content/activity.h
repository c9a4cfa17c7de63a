// What ships: an Activity is data that a person works through in a Run and finishes into an Entry. Everything here is immutable after loading.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/content/condition.h"

namespace koers {

// One thing to pick. `weight` is its worth in a score; `exclusive` ("none of these") clears the others of a several-choices item.
struct Choice {
    std::string id;
    std::string icon;
    double weight = 0;
    bool exclusive = false;
    std::vector<std::string> about;  // only offered to who follows one of these substances; empty = to everybody
};

// Choices either stand in the activity or come from the person's own list ("my_substances").
struct ChoiceFormat {
    std::vector<Choice> choices;
    bool from_my_substances = false;
};
struct ChoicesFormat {
    std::vector<Choice> choices;
    int most = 0;  // so many may be picked; 0 = any
};
// Whole numbers min..max; both ends have a word in the texts. Two-sided: the ends are two positions, 0 lies between them.
struct ScaleFormat {
    int min = 0, max = 10, step = 1;
    bool two_sided = false;
};
// A number with a unit: of its own list, or of the substance picked in the item `units_from`. Bounds are in the unit as shown; a unit may narrow them.
struct NumberFormat {
    double min = 0, max = 0, step = 1;
    int decimals = 0;
    std::vector<std::string> units;
    std::string units_from;
    std::optional<double> preset;
};
struct TextFormat {
    int max_characters = 60;
    bool long_text = false;
};
struct ListFormat {
    int max_lines = 5, max_characters = 120;
};
struct DayFormat {
    bool future = false;  // days after today may be picked
};
struct TimeFormat {};
struct YesNoFormat {};
// Asks nothing: says something where it matters.
struct NoteFormat {
    bool safety = false;
    std::string opens;  // an activity whose card it leads to
};

// Asks nothing: shows the person's own answers to these items back, to the letter.
struct ReviewFormat {
    std::vector<std::string> items;
};

// Cards that are laid on piles, one at a time (values sort: Miller, C'de Baca, Matthews & Wilbourne 2001).
struct SortFormat {
    std::vector<Choice> cards, piles;
};
// What was given at an earlier item, put in order: the cards of one pile, choices, or the lines of a list.
struct RankFormat {
    std::string from, pile;
    int most = 5;
};
// Links what was given at some items with what was given at others.
struct PairsFormat {
    std::vector<std::string> left, right;
    int most = 5;
};
// Rows with columns, each a text or one of its choices. A table has rows of its own, or one for each thing picked at `rows_from`; in a timeline or in circles the person adds them, and
// the first column is the title of a row. Circles: the choices of `ring` lie around "me" from inside out, those of `tone` are shapes.
struct Column {
    std::string id;
    int max_characters = 200;
    std::vector<Choice> choices;
};
enum class RowsShape { Table, Timeline, Circles };
struct RowsFormat {
    RowsShape shape = RowsShape::Table;
    std::vector<Choice> rows;
    std::vector<std::string> rows_from;
    std::vector<Column> columns;
    int most = 20;
    std::string ring, tone;

    const Column* find_column(std::string_view id) const;
};
// Runs for `minutes` (the person picks least..most) and asks a rating 0-10 when it begins and every `every` minutes.
struct TimerFormat {
    int minutes = 15, least = 5, most = 30, every = 3;
};

using AnswerFormat =
    std::variant<ChoiceFormat, ChoicesFormat, ScaleFormat, NumberFormat, TextFormat, ListFormat, DayFormat, TimeFormat,
                 YesNoFormat, NoteFormat, ReviewFormat, SortFormat, RankFormat, PairsFormat, RowsFormat, TimerFormat>;
inline bool asks_nothing(const AnswerFormat& format) {
    return std::holds_alternative<NoteFormat>(format) || std::holds_alternative<ReviewFormat>(format);
}

enum class Prefill { Nothing, Today, Now, Last };

struct Item {
    std::string id;
    AnswerFormat format;
    bool required = false;
    std::optional<Condition> show_if;
    Prefill prefill = Prefill::Nothing;
    int since = 1;  // the version of the activity it came with
    // false: asked for this moment only, because an answer could endanger who gave it (clinical facts 7.7). It decides what shows while the activity is open and is
    // never stored, not in a Run and not in an Entry (core/journal/kept.h).
    bool kept = true;
    // How the body is now, for a gate: kept with its Entry, and never taken over from an older one. Whoever revises, edits or comes back is asked again.
    bool anew = false;
};

struct Step {
    std::string id;
    std::vector<Item> items;
    std::optional<Condition> show_if;
    std::string like;  // "goal.signs": the whole step is that of another activity, words included
};

// --- the score of a zelfcheck (core/insight/score.h works it out; assets/README.md says how it is written)
struct Band {
    std::string id;
    double from = 0, to = 0;  // both ends belong to it
};
struct StepUp {
    std::string item;
    double at_least = 0;  // of its weight
};
struct Score {
    std::string id;
    std::vector<std::string> items;
    bool counts = false;  // how many items weigh at least `counts_from`, instead of the sum of their weights
    double counts_from = 0;
    double factor = 1, max = 0;
    int missing = 0;      // so many may be left open; their mean is filled in
    double reliable = 0;  // a difference that is more than noise; 0 = unknown
    std::vector<Band> bands;
    std::string bands_item;  // bands differ by the substance picked here
    std::map<std::string, std::vector<Band>, std::less<>> bands_by;
    std::vector<StepUp> step_up;               // any of these: the next band
    std::vector<std::string> strengths, high;  // items whose points may be a strength; bands with a door to help
};

// Own words that may be taken along into a part of the plan, when the person says so.
struct Carry {
    std::vector<std::string> items;
    std::string to, item;
};
// What of a plan stands on which paper, item by item. "plan" is the whole of it, on screen and on paper: everything, unless it names some.
struct OnPaper {
    std::string paper, item;
    int most = 0;                      // lines; 0 = all
    std::vector<std::string> columns;  // of rows; empty = all
    std::string with;                  // only rows that have this column
};
// Not offered while the newest such check of the last four weeks came to so much (clinical facts 3.7).
struct Withhold {
    std::string check, score;
    double at_least = 0;
};

// Info is only read: notes, each with its source.
enum class ActivityKind { Diary, Goal, Check, Exercise, Plan, Info };
enum class ForWhom { Everybody, Self, Family };

// The question under which it is found: Wat wil ik? Wat houdt me vast? Wat kan ik al? Wie ben ik? Wie staat naast me? Waar sta ik?
enum class LibraryQuestion { None, Want, Hold, Can, Who, Beside, Where };

// LOINC codes of the list a check follows, for those who keep records: of the list itself, of its items and of its scores.
struct Loinc {
    std::string panel;
    std::map<std::string, std::string, std::less<>> items, scores;
};

struct Activity {
    std::string id;
    ActivityKind kind = ActivityKind::Diary;
    int version = 1;
    std::string icon;
    int minutes = 1;
    std::string day_item, time_item;  // the items that say when it was; empty = when it was finished
    LibraryQuestion question = LibraryQuestion::None;
    std::vector<std::string> about;  // substances it is for; empty = everybody
    ForWhom whom = ForWhom::Everybody;
    std::vector<Step> steps;
    std::vector<Score> scores;
    std::vector<std::string> radar;  // items that are drawn as spokes; each has a short name (`<item>.spoke`)
    std::map<std::string, std::vector<std::string>, std::less<>> leads;  // who wants to begin there: exercises that fit
    std::vector<Carry> carries;
    std::optional<Withhold> withhold;
    Loinc loinc;
    int order = 0;  // among the parts of the plan; an exercise with one is a part of it too
    std::vector<OnPaper> paper;
    std::vector<std::string> facts;  // "@check_alcohol.total": what its conditions ask of the journal (core/insight/facts.h)
    std::map<std::string, std::string, std::less<>> borrowed;  // steps and items that are another activity's -> that activity

    const Item* find_item(std::string_view id) const;
    bool in_plan(std::string_view item) const;
    bool in_library() const {
        return kind == ActivityKind::Check || kind == ActivityKind::Exercise || kind == ActivityKind::Info;
    }
    // Where its texts stand. What begins with "common_" (grip before and after) has the same words in every activity.
    std::string key(std::string_view rest) const;
};

}  // namespace koers
