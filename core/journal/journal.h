// Everything a person has written, as plain values. Changed only by Changes; a list of Changes is saved whole or not at all.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/journal/entry.h"
#include "core/journal/settings.h"

namespace koers {

// An order to the record store: Put the record under its key, or Remove it. Keys: "settings", "run/<id>", "entry/<id>".
struct Change {
    std::string key;
    json value;  // null = Remove
    bool removes() const { return value.is_null(); }
};
using Changes = std::vector<Change>;

Change put(const Entry& entry);
Change put(const Run& run);
Change put(const Settings& settings);
Change remove_entry(std::string_view id);
Change remove_run(std::string_view id);

struct Journal {
    Settings settings;
    std::map<std::string, Run, std::less<>> runs;
    std::map<std::string, Entry, std::less<>> entries;  // all versions
    std::map<std::string, json, std::less<>>
        unknown;            // records of kinds this version does not know: kept, exported, never touched
    uint64_t revision = 0;  // goes up with every change; entries may only change together with it

    void apply(const Changes& changes);
    bool empty() const { return !settings.started && runs.empty() && entries.empty() && unknown.empty(); }

    // The versions in force: those that no other entry replaces. Oldest first: by day, then by time (untimed first), then by when it was written.
    const std::vector<const Entry*>& current() const;
    std::vector<const Entry*> current_of(std::string_view activity) const;
    std::vector<const Entry*> current_on(Day day) const;
    const Entry* newest_of(std::string_view activity) const;  // by when it was written
    // An entry and all it replaced, newest first.
    std::vector<const Entry*> history(std::string_view id) const;
    // The version in force that came of this entry: itself, or what replaced it. Null when there is no such entry.
    const Entry* newest_version(std::string_view id) const;
    const Entry* find(std::string_view id) const;

  private:
    // What `current` found at a revision: several screens ask in every frame. Never copied or moved along, because it points into `entries`.
    struct Memo {
        std::vector<const Entry*> current;
        uint64_t revision = UINT64_MAX;
        Memo() = default;
        Memo(const Memo&) {}
        Memo& operator=(const Memo&) {
            current.clear();
            revision = UINT64_MAX;
            return *this;
        }
    };
    mutable Memo memo_;
};

}  // namespace koers
