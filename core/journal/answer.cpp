#include "core/journal/answer.h"

#include <algorithm>

namespace koers {

json to_json(const Answer& answer) {
    struct Visitor {
        json operator()(const Skipped&) const { return {{"skipped", true}}; }
        json operator()(const NumberAnswer& a) const {
            json result{{"number", a.value}};
            if (!a.unit.empty()) result["unit"] = a.unit;
            return result;
        }
        json operator()(const ChoiceAnswer& a) const { return {{"choice", a.id}}; }
        json operator()(const ManyAnswer& a) const { return {{"many", a.values}}; }
        json operator()(const TextAnswer& a) const { return {{"text", a.text}}; }
        json operator()(const DayAnswer& a) const { return {{"day", to_text(a.day)}}; }
        json operator()(const TimeAnswer& a) const { return {{"time", clock_text(a.time)}}; }
        json operator()(const YesNoAnswer& a) const { return {{"yes", a.yes}}; }
        json operator()(const RowsAnswer& a) const {
            json rows = json::array();
            for (const RowsAnswer::Row& row : a.rows) {
                rows.push_back(json::object());
                for (const auto& [column, text] : row) rows.back()[column] = text;
            }
            return {{"rows", std::move(rows)}};
        }
        json operator()(const WaveAnswer& a) const {
            json points = json::array();
            for (const WaveAnswer::Point& point : a.points) points.push_back(json::array({point.at, point.rating}));
            json wave{{"minutes", a.minutes}, {"points", std::move(points)}};
            if (a.began) wave["began"] = a.began;
            if (a.ended >= 0) wave["ended"] = a.ended;
            return {{"wave", std::move(wave)}};
        }
        json operator()(const UnknownAnswer& a) const { return a.value; }
    };
    return std::visit(Visitor{}, answer);
}

static std::optional<RowsAnswer> rows_from(const json& value) {
    RowsAnswer answer;
    if (!value.is_array()) return std::nullopt;
    for (const json& row : value) {
        if (!row.is_object()) return std::nullopt;
        answer.rows.emplace_back();
        for (auto it = row.begin(); it != row.end(); ++it) {
            if (!it.value().is_string()) return std::nullopt;
            answer.rows.back().emplace(it.key(), it.value().get<std::string>());
        }
    }
    return answer;
}

static std::optional<WaveAnswer> wave_from(const json& value) {
    WaveAnswer answer;
    if (!value.is_object() || !value.contains("points") || !value["points"].is_array()) return std::nullopt;
    // What is longer than a day or no rating is not ours: kept as it is.
    const auto whole = [](const json& number, int64_t most) -> std::optional<int64_t> {
        if (!number.is_number_integer() || number.get<int64_t>() < 0 || number.get<int64_t>() > most) return std::nullopt;
        return number.get<int64_t>();
    };
    constexpr int64_t day_s = 86'400;
    for (auto it = value.begin(); it != value.end(); ++it) {
        if (it.key() == "points") continue;
        const auto number = whole(it.value(), it.key() == "began" ? int64_t{1} << 52 : it.key() == "minutes" ? 1440 : day_s);
        if (!number) return std::nullopt;
        if (it.key() == "minutes")
            answer.minutes = static_cast<int>(*number);
        else if (it.key() == "began")
            answer.began = *number;
        else if (it.key() == "ended")
            answer.ended = static_cast<int>(*number);
        else
            return std::nullopt;
    }
    for (const json& point : value["points"]) {
        if (!point.is_array() || point.size() != 2) return std::nullopt;
        const auto at = whole(point[0], day_s), rating = whole(point[1], 10);
        if (!at || !rating) return std::nullopt;
        answer.points.push_back({static_cast<int>(*at), static_cast<int>(*rating)});
    }
    return answer;
}

Answer answer_from(const json& value) {
    const Answer unknown = UnknownAnswer{value};
    if (!value.is_object()) return unknown;
    // An answer with keys this version does not know stays as it is, whole.
    const size_t keys = value.size();
    if (keys == 2 && value.contains("number") && value.contains("unit") && value["number"].is_number() &&
        value["unit"].is_string())
        return NumberAnswer{value["number"].get<double>(), value["unit"].get<std::string>()};
    if (keys != 1) return unknown;
    const std::string& kind = value.begin().key();
    const json& inner = value.begin().value();
    if (kind == "skipped" && inner.is_boolean()) return Skipped{};
    if (kind == "number" && inner.is_number()) return NumberAnswer{inner.get<double>(), ""};
    if (kind == "choice" && inner.is_string()) return ChoiceAnswer{inner.get<std::string>()};
    if (kind == "text" && inner.is_string()) return TextAnswer{inner.get<std::string>()};
    if (kind == "yes" && inner.is_boolean()) return YesNoAnswer{inner.get<bool>()};
    if (kind == "day" && inner.is_string())
        if (const auto day = parse_day(inner.get_ref<const std::string&>())) return DayAnswer{*day};
    if (kind == "time" && inner.is_string())
        if (const auto time = parse_clock(inner.get_ref<const std::string&>())) return TimeAnswer{*time};
    if (kind == "many" && inner.is_array() &&
        std::all_of(inner.begin(), inner.end(), [](const json& one) { return one.is_string(); }))
        return ManyAnswer{inner.get<std::vector<std::string>>()};
    if (kind == "rows")
        if (const auto rows = rows_from(inner)) return *rows;
    if (kind == "wave")
        if (const auto wave = wave_from(inner)) return *wave;
    return unknown;
}

json to_json(const Answers& answers) {
    json result = json::object();
    for (const auto& [item, answer] : answers) result[item] = to_json(answer);
    return result;
}

Answers answers_from(const json& value) {
    Answers answers;
    if (value.is_object())
        for (auto it = value.begin(); it != value.end(); ++it) answers.emplace(it.key(), answer_from(it.value()));
    return answers;
}

const Answer* find(const Answers& answers, std::string_view item) {
    const auto found = answers.find(item);
    return found == answers.end() ? nullptr : &found->second;
}

std::string choice_of(const Answers& answers, std::string_view item) {
    const auto* choice = find_as<ChoiceAnswer>(answers, item);
    return choice ? choice->id : std::string();
}

std::string_view cell(const RowsAnswer::Row& row, std::string_view column) {
    const auto found = row.find(column);
    return found == row.end() ? std::string_view() : std::string_view(found->second);
}

bool is_empty(const RowsAnswer::Row& row) {
    return std::all_of(row.begin(), row.end(), [](const auto& one) { return one.first == "row" || one.second.empty(); });
}

bool is_answered(const Answers& answers, std::string_view item) {
    const Answer* answer = find(answers, item);
    if (!answer || std::holds_alternative<Skipped>(*answer)) return false;
    if (const auto* text = std::get_if<TextAnswer>(answer)) return !text->text.empty();
    if (const auto* many = std::get_if<ManyAnswer>(answer))
        return std::any_of(many->values.begin(), many->values.end(), [](const std::string& line) { return !line.empty(); });
    if (const auto* rows = std::get_if<RowsAnswer>(answer)) return !std::all_of(rows->rows.begin(), rows->rows.end(), is_empty);
    if (const auto* wave = std::get_if<WaveAnswer>(answer)) return !wave->points.empty();
    return true;
}

static bool names(const Answer* answer, const std::string& value) {
    if (!answer) return false;
    if (const auto* choice = std::get_if<ChoiceAnswer>(answer)) return choice->id == value;
    if (const auto* yes = std::get_if<YesNoAnswer>(answer)) return (value == "true") == yes->yes;
    if (const auto* many = std::get_if<ManyAnswer>(answer))
        return std::find(many->values.begin(), many->values.end(), value) != many->values.end();
    return false;
}

bool holds(const Condition& condition, const Answers& answers) {
    const Answer* answer = condition.item.empty() ? nullptr : find(answers, condition.item);
    const auto* number = answer ? std::get_if<NumberAnswer>(answer) : nullptr;
    const auto holds_here = [&](const Condition& part) { return holds(part, answers); };
    const auto named = [&](const std::string& value) { return names(answer, value); };
    switch (condition.op) {
        case ConditionOp::All:
            return std::all_of(condition.parts.begin(), condition.parts.end(), holds_here);
        case ConditionOp::Any:
            return std::any_of(condition.parts.begin(), condition.parts.end(), holds_here);
        case ConditionOp::Is:
        case ConditionOp::In:
            return std::any_of(condition.values.begin(), condition.values.end(), named);
        // Not answered is not "something else": a question that hangs on "is not" waits for an answer.
        case ConditionOp::IsNot:
            return is_answered(answers, condition.item) && std::none_of(condition.values.begin(), condition.values.end(), named);
        case ConditionOp::AtLeast:
            return number && number->value >= condition.number;
        case ConditionOp::AtMost:
            return number && number->value <= condition.number;
        case ConditionOp::Answered:
            return is_answered(answers, condition.item);
        case ConditionOp::Open:
            return !is_answered(answers, condition.item);
        case ConditionOp::UnitIs:
            return number && std::find(condition.values.begin(), condition.values.end(), number->unit) != condition.values.end();
    }
    return false;
}

}  // namespace koers
