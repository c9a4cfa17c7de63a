// What a person answered: ids and values, never display text, so that it means the same in every language and after every rewording.
#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/content/activity.h"
#include "core/day.h"

namespace koers {

using nlohmann::json;

// No answer (absent), a skipped question and "none" are three different things. Absent is not in the map at all.
struct Skipped {
    friend bool operator==(Skipped, Skipped) { return true; }
};
struct NumberAnswer {
    double value = 0;
    std::string unit;  // empty for scales and plain numbers
    friend bool operator==(const NumberAnswer& a, const NumberAnswer& b) { return a.value == b.value && a.unit == b.unit; }
};
struct ChoiceAnswer {
    std::string id;
    friend bool operator==(const ChoiceAnswer& a, const ChoiceAnswer& b) { return a.id == b.id; }
};
// Lines of a list, or ids of several choices.
struct ManyAnswer {
    std::vector<std::string> values;
    friend bool operator==(const ManyAnswer& a, const ManyAnswer& b) { return a.values == b.values; }
};
struct TextAnswer {
    std::string text;
    friend bool operator==(const TextAnswer& a, const TextAnswer& b) { return a.text == b.text; }
};
struct DayAnswer {
    Day day;
    friend bool operator==(DayAnswer a, DayAnswer b) { return a.day == b.day; }
};
struct TimeAnswer {
    ClockTime time = 0;
    friend bool operator==(TimeAnswer a, TimeAnswer b) { return a.time == b.time; }
};
struct YesNoAnswer {
    bool yes = false;
    friend bool operator==(YesNoAnswer a, YesNoAnswer b) { return a.yes == b.yes; }
};
// Cells by the id of their column: ids and texts. A row of a table names itself in "row"; a card that was laid is {card, pile}, a link {left, right}.
struct RowsAnswer {
    using Row = std::map<std::string, std::string, std::less<>>;
    std::vector<Row> rows;
    friend bool operator==(const RowsAnswer& a, const RowsAnswer& b) { return a.rows == b.rows; }
};
// Ratings along a time: seconds since it began, 0-10. `ended` is -1 while it runs.
struct WaveAnswer {
    struct Point {
        int at = 0, rating = 0;
        friend bool operator==(const Point& a, const Point& b) { return a.at == b.at && a.rating == b.rating; }
    };
    int minutes = 0;
    int64_t began = 0;  // ms since 1970; 0 = not told
    int ended = -1;     // seconds
    std::vector<Point> points;
    friend bool operator==(const WaveAnswer& a, const WaveAnswer& b) {
        return a.minutes == b.minutes && a.began == b.began && a.ended == b.ended && a.points == b.points;
    }
};
// Something a newer Koers wrote. Kept and written back untouched.
struct UnknownAnswer {
    json value;
    friend bool operator==(const UnknownAnswer& a, const UnknownAnswer& b) { return a.value == b.value; }
};

using Answer = std::variant<Skipped, NumberAnswer, ChoiceAnswer, ManyAnswer, TextAnswer, DayAnswer, TimeAnswer, YesNoAnswer,
                            RowsAnswer, WaveAnswer, UnknownAnswer>;
using Answers = std::map<std::string, Answer, std::less<>>;

// On disk each answer is an object with one key that names its kind: {"number":3,"unit":"glass"}, {"choice":"alone"}, {"day":"2026-11-21"},
// {"rows":[{"name":"Els","circle":"close"}]}, {"wave":{"minutes":15,"points":[[0,7],[180,5]]}} ...
json to_json(const Answer& answer);
Answer answer_from(const json& value);
json to_json(const Answers& answers);
Answers answers_from(const json& value);

const Answer* find(const Answers& answers, std::string_view item);
template <class T>
const T* find_as(const Answers& answers, std::string_view item) {
    const Answer* answer = find(answers, item);
    return answer ? std::get_if<T>(answer) : nullptr;
}
std::string choice_of(const Answers& answers, std::string_view item);        // empty when there is none
std::string_view cell(const RowsAnswer::Row& row, std::string_view column);  // empty when there is none
bool is_empty(const RowsAnswer::Row& row);                                   // nothing but which row it is

bool holds(const Condition& condition, const Answers& answers);
// An answer that was really given: not absent, not skipped, not empty text.
bool is_answered(const Answers& answers, std::string_view item);

}  // namespace koers
