#include "core/journal/entry.h"

namespace koers {

json to_json(const Moment& moment) { return json::array({moment.ms, moment.offset}); }

std::optional<Moment> moment_from(const json& value) {
    if (!value.is_array() || value.size() != 2 || !value[0].is_number() || !value[1].is_number()) return std::nullopt;
    return Moment{value[0].get<int64_t>(), value[1].get<int>()};
}

namespace {

// Takes the known keys out of a copy; what is left belongs to a newer Koers and is written back as it was.
struct Taker {
    json left;
    bool ok = true;

    explicit Taker(const json& value) : left(value) { ok = value.is_object(); }
    json take(const char* key) {
        if (!ok || !left.contains(key)) return nullptr;
        json value = std::move(left[key]);
        left.erase(key);
        return value;
    }
    std::string text(const char* key, bool required) {
        const json value = take(key);
        if (value.is_string()) return value.get<std::string>();
        if (required || !value.is_null()) ok = false;
        return {};
    }
    int version() {
        const json value = take("version");
        return value.is_number() ? value.get<int>() : 1;
    }
    Moment moment(const char* key) {
        const auto moment = moment_from(take(key));
        if (!moment) ok = false;
        return moment.value_or(Moment{});
    }
};

void put_if(json& target, const char* key, const std::string& value) {
    if (!value.empty()) target[key] = value;
}

}  // namespace

json to_json(const Run& run) {
    json result = run.extra.is_object() ? run.extra : json::object();
    result["id"] = run.id;
    result["activity"] = run.activity;
    result["version"] = run.activity_version;
    result["started"] = to_json(run.started);
    result["touched"] = to_json(run.touched);
    put_if(result, "step", run.step);
    put_if(result, "replaces", run.replaces);
    result["answers"] = to_json(run.answers);
    return result;
}

std::optional<Run> run_from(const json& value) {
    Taker taker(value);
    Run run;
    run.id = taker.text("id", true);
    run.activity = taker.text("activity", true);
    run.activity_version = taker.version();
    run.started = taker.moment("started");
    run.touched = taker.moment("touched");
    run.step = taker.text("step", false);
    run.replaces = taker.text("replaces", false);
    run.answers = answers_from(taker.take("answers"));
    if (!taker.ok) return std::nullopt;
    run.extra = std::move(taker.left);
    return run;
}

json to_json(const Entry& entry) {
    json result = entry.extra.is_object() ? entry.extra : json::object();
    result["id"] = entry.id;
    result["activity"] = entry.activity;
    result["version"] = entry.activity_version;
    result["day"] = to_text(entry.day);
    if (entry.time) result["time"] = clock_text(*entry.time);
    result["written"] = to_json(entry.written);
    put_if(result, "replaces", entry.replaces);
    result["answers"] = to_json(entry.answers);
    return result;
}

std::optional<Entry> entry_from(const json& value) {
    Taker taker(value);
    Entry entry;
    entry.id = taker.text("id", true);
    entry.activity = taker.text("activity", true);
    entry.activity_version = taker.version();
    const auto day = parse_day(taker.text("day", true));
    const std::string time = taker.text("time", false);
    if (!time.empty()) entry.time = parse_clock(time);
    entry.written = taker.moment("written");
    entry.replaces = taker.text("replaces", false);
    entry.answers = answers_from(taker.take("answers"));
    if (!taker.ok || !day) return std::nullopt;
    entry.day = *day;
    entry.extra = std::move(taker.left);
    return entry;
}

}  // namespace koers
