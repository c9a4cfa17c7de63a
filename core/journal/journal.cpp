#include "core/journal/journal.h"

#include <algorithm>
#include <set>

namespace koers {

Change put(const Entry& entry) { return {"entry/" + entry.id, to_json(entry)}; }
Change put(const Run& run) { return {"run/" + run.id, to_json(run)}; }
Change put(const Settings& settings) { return {"settings", to_json(settings)}; }
Change remove_entry(std::string_view id) { return {"entry/" + std::string(id), nullptr}; }
Change remove_run(std::string_view id) { return {"run/" + std::string(id), nullptr}; }

static bool starts_with(const std::string& text, const char* start) { return text.rfind(start, 0) == 0; }

void Journal::apply(const Changes& changes) {
    if (!changes.empty()) ++revision;
    for (const Change& change : changes) {
        if (change.removes()) {
            if (starts_with(change.key, "entry/"))
                entries.erase(change.key.substr(6));
            else if (starts_with(change.key, "run/"))
                runs.erase(change.key.substr(4));
            else
                unknown.erase(change.key);
            continue;
        }
        if (change.key == "settings") {
            settings = settings_from(change.value);
            continue;
        }
        if (starts_with(change.key, "entry/")) {
            if (auto entry = entry_from(change.value)) {
                std::string id = entry->id;
                entries.insert_or_assign(std::move(id), std::move(*entry));
                continue;
            }
        } else if (starts_with(change.key, "run/")) {
            if (auto run = run_from(change.value)) {
                std::string id = run->id;
                runs.insert_or_assign(std::move(id), std::move(*run));
                continue;
            }
        }
        unknown.insert_or_assign(change.key, change.value);
    }
}

static bool earlier(const Entry* a, const Entry* b) {
    if (a->day != b->day) return a->day < b->day;
    const int time_a = a->time.value_or(-1), time_b = b->time.value_or(-1);
    if (time_a != time_b) return time_a < time_b;
    if (a->written.ms != b->written.ms) return a->written.ms < b->written.ms;
    return a->id < b->id;
}

const std::vector<const Entry*>& Journal::current() const {
    if (memo_.revision == revision) return memo_.current;
    std::set<std::string_view> replaced;
    for (const auto& [id, entry] : entries)
        if (!entry.replaces.empty()) replaced.insert(entry.replaces);
    memo_.current.clear();
    for (const auto& [id, entry] : entries)
        if (!replaced.count(id)) memo_.current.push_back(&entry);
    std::sort(memo_.current.begin(), memo_.current.end(), earlier);
    memo_.revision = revision;
    return memo_.current;
}

std::vector<const Entry*> Journal::current_of(std::string_view activity) const {
    std::vector<const Entry*> result;
    for (const Entry* entry : current())
        if (entry->activity == activity) result.push_back(entry);
    return result;
}

std::vector<const Entry*> Journal::current_on(Day day) const {
    const auto& all = current();
    const auto first = std::partition_point(all.begin(), all.end(), [&](const Entry* entry) { return entry->day < day; });
    return {first, std::find_if(first, all.end(), [&](const Entry* entry) { return entry->day > day; })};
}

const Entry* Journal::newest_of(std::string_view activity) const {
    const Entry* newest = nullptr;
    for (const Entry* entry : current_of(activity))
        if (!newest || entry->written.ms >= newest->written.ms) newest = entry;
    return newest;
}

const Entry* Journal::find(std::string_view id) const {
    const auto found = entries.find(id);
    return found == entries.end() ? nullptr : &found->second;
}

const Entry* Journal::newest_version(std::string_view id) const {
    const Entry* entry = find(id);
    // Bounded, because a damaged page could make a circle of "replaces".
    for (size_t i = 0; entry && i < entries.size(); ++i) {
        const auto next =
            std::find_if(entries.begin(), entries.end(), [&](const auto& one) { return one.second.replaces == entry->id; });
        if (next == entries.end()) break;
        entry = &next->second;
    }
    return entry;
}

std::vector<const Entry*> Journal::history(std::string_view id) const {
    std::vector<const Entry*> result;
    // A damaged page could make a circle of "replaces"; no entry is listed twice.
    for (const Entry* entry = find(id); entry && std::find(result.begin(), result.end(), entry) == result.end();
         entry = find(entry->replaces))
        result.push_back(entry);
    return result;
}

}  // namespace koers
