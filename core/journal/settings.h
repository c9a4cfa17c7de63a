// What a person chose about Koers itself. One record in the journal.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/content/invitation.h"
#include "core/journal/answer.h"

namespace koers {

enum class Role { Self, Other, Looking };
enum class ThemeChoice { System, Light, Dark, Contrast };

// A substance or behaviour the person follows. `name` is their own word for it; empty = the name from the texts.
struct Followed {
    std::string id;
    std::string substance;  // an id of the Catalog; own ones are "other"
    std::string name;
    json extra = json::object();  // keys of a newer Koers, kept
    friend bool operator==(const Followed& a, const Followed& b) {
        return a.id == b.id && a.substance == b.substance && a.name == b.name && a.extra == b.extra;
    }
};

// Something a link offered and the person took: it stands on Vandaag until it is done, and a check comes back in its rhythm.
struct Proposed {
    std::string activity;
    Rhythm rhythm = Rhythm::None;
    Day since{};
    json extra = json::object();  // keys of a newer Koers, kept
    std::optional<Day> opened{};  // a card to read: when it was opened first
    friend bool operator==(const Proposed& a, const Proposed& b) {
        return a.activity == b.activity && a.rhythm == b.rhythm && a.since == b.since && a.extra == b.extra &&
               a.opened == b.opened;
    }
};

struct Settings {
    bool started = false;  // the first visit was finished
    Role role = Role::Self;
    std::string language;  // empty = as the browser says
    std::string country;   // "be", "nl", "" = not chosen
    ThemeChoice theme = ThemeChoice::System;
    int text_percent = 100;   // 100-200
    bool text_face = false;   // as a plain page instead of drawn
    bool read_aloud = false;  // a button on every screen that reads it aloud
    int day_starts_at = 4;    // hour at which a new diary day begins, 0-6
    std::vector<Followed> followed;
    std::vector<Followed> unfollowed;     // own words taken away again: kept, because older entries speak of them
    std::vector<std::string> favourites;  // ids of activities
    std::vector<Proposed> proposed;       // each activity once
    std::vector<std::string> links;       // made here for others and kept: what follows "#" in each
    json extra = json::object();

    const Followed* find(std::string_view id) const;  // among both
    const Proposed* find_proposed(std::string_view activity) const;
};

json to_json(const Settings& settings);
Settings settings_from(const json& value);

}  // namespace koers
