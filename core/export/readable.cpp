#include "core/export/readable.h"

namespace koers {

std::string journal_as_json(const Journal& journal, Moment now) {
    json document{{"koers", "journal"}, {"format", 1}, {"exported", to_json(now)}, {"settings", to_json(journal.settings)}};
    json entries = json::array(), runs = json::array(), other = json::object();
    for (const auto& [id, entry] : journal.entries) entries.push_back(to_json(entry));
    for (const auto& [id, run] : journal.runs) runs.push_back(to_json(run));
    for (const auto& [key, value] : journal.unknown) other[key] = value;
    document["entries"] = std::move(entries);
    document["runs"] = std::move(runs);
    if (!other.empty()) document["other"] = std::move(other);
    return document.dump(2, ' ', false, json::error_handler_t::replace);
}

std::string export_file_name(Day day) { return "koers-" + to_text(day) + ".json"; }

}  // namespace koers
