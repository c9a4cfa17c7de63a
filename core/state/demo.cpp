#include "core/state/demo.h"

#include "core/content/checks.h"
#include "core/json.h"

namespace koers {

// "@demo.why" stands for the text of that key, so that the example speaks the reader's language.
static json in_words(const json& value, const Texts& texts) {
    if (value.is_structured()) {
        json result = value;
        for (json& one : result) one = in_words(one, texts);
        return result;
    }
    if (!value.is_string() || value.get_ref<const std::string&>().rfind('@', 0) != 0) return value;
    return texts.get(value.get_ref<const std::string&>().substr(1));
}

Changes demo_records(const Catalog& catalog, Moment now, int day_starts_at, std::string_view person) {
    Changes changes;
    const Day today = day_of(now, day_starts_at);
    const auto read = [&](const std::string& name) {
        const auto found = catalog.demos.find(name);
        const json document = found == catalog.demos.end() ? json() : read_json(found->second);
        return document.is_object() && document.value("entries", json()).is_array() ? document : json();
    };
    const json document = read(std::string(person));
    if (document.is_null()) return changes;

    Settings settings;
    settings.started = true;
    settings.day_starts_at = day_starts_at;
    if (document.value("role", json()) == "other") settings.role = Role::Other;
    for (const json& id : document.value("substances", json::array()))
        if (id.is_string() && catalog.substance(id.get<std::string>()))
            settings.followed.push_back({id.get<std::string>(), id.get<std::string>(), ""});
    changes.push_back(put(settings));

    // What needs the library is a file of its own, and only there with it.
    json entries = document["entries"];
    if (const json more = read(std::string(person) + "_more"); !more.is_null())
        entries.insert(entries.end(), more["entries"].begin(), more["entries"].end());

    int number = 0;
    for (const json& one : entries) {
        const Activity* activity = one.is_object() && one.value("activity", json()).is_string()
                                       ? catalog.activity(one["activity"].get<std::string>())
                                       : nullptr;
        if (!activity) continue;
        Entry entry;
        entry.id = "demo-" + std::to_string(number++);
        entry.activity = activity->id;
        entry.activity_version = activity->version;
        entry.day = today + one.value("day", 0);
        if (one.value("time", json()).is_string()) entry.time = parse_clock(one["time"].get<std::string>());
        entry.written = Moment{now.ms + (entry.day - today) * int64_t{86'400'000} + number, now.offset};
        const json answers = one.value("answers", json::object());
        for (auto it = answers.begin(); it != answers.end(); ++it) {
            // Inside the example a day is a number of days from today.
            const json value = it.value().is_number_integer() && activity->find_item(it.key()) &&
                                       std::holds_alternative<DayFormat>(activity->find_item(it.key())->format)
                                   ? json(to_text(today + it.value().get<int>()))
                                   : in_words(it.value(), catalog.texts);
            entry.answers.emplace(it.key(), answer_in_content(*activity, it.key(), value));
        }
        if (!activity->day_item.empty()) entry.answers.insert_or_assign(activity->day_item, DayAnswer{entry.day});
        if (entry.time && !activity->time_item.empty())
            entry.answers.insert_or_assign(activity->time_item, TimeAnswer{*entry.time});
        changes.push_back(put(entry));
    }
    return changes;
}

}  // namespace koers
