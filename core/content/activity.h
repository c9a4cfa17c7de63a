// What ships: an Activity is data that a person works through in a Run and finishes into an Entry. Everything here is immutable after loading.
#pragma once

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
};

// Choices either stand in the activity or come from the person's own list ("my_substances").
struct ChoiceFormat {
    std::vector<Choice> choices;
    bool from_my_substances = false;
};
struct ChoicesFormat {
    std::vector<Choice> choices;
};
// Whole numbers min..max; both ends have a word in the texts.
struct ScaleFormat {
    int min = 0, max = 10, step = 1;
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
};

using AnswerFormat = std::variant<ChoiceFormat, ChoicesFormat, ScaleFormat, NumberFormat, TextFormat, ListFormat, DayFormat,
                                  TimeFormat, YesNoFormat, NoteFormat>;

enum class Prefill { Nothing, Today, Now, Last };

struct Item {
    std::string id;
    AnswerFormat format;
    bool required = false;
    std::optional<Condition> show_if;
    Prefill prefill = Prefill::Nothing;
};

struct Step {
    std::string id;
    std::vector<Item> items;
    std::optional<Condition> show_if;
};

enum class ActivityKind { Diary, Goal };

struct Activity {
    std::string id;
    ActivityKind kind = ActivityKind::Diary;
    int version = 1;
    std::string icon;
    int minutes = 1;
    std::string day_item, time_item;  // the items that say when it was; empty = when it was finished
    std::vector<Step> steps;

    const Item* find_item(std::string_view id) const;
    std::string key(std::string_view rest) const { return "activity." + id + "." + std::string(rest); }
};

}  // namespace koers
