// A Run is work in progress, saved at every answer. An Entry is finished and never changes: an edit is a new Entry that names the one it replaces.
#pragma once

#include <optional>
#include <string>

#include "core/journal/answer.h"

namespace koers {

struct Run {
    std::string id;
    std::string activity;
    int activity_version = 1;
    Moment started, touched;
    std::string step;      // the id of the step on screen
    std::string replaces;  // the entry being edited; empty for a new one
    Answers answers;
    json extra = json::object();  // keys of a newer Koers, kept

    bool begun() const { return !(touched == started); }  // something was answered
};

struct Entry {
    std::string id;
    std::string activity;
    int activity_version = 1;
    Day day;                        // the diary day it is about
    std::optional<ClockTime> time;  // when on that day, if told
    Moment written;                 // when it was finished
    std::string replaces;
    Answers answers;
    json extra = json::object();
};

json to_json(const Run& run);
json to_json(const Entry& entry);
// Nothing when the record is not one (a damaged or foreign value).
std::optional<Run> run_from(const json& value);
std::optional<Entry> entry_from(const json& value);

json to_json(const Moment& moment);
std::optional<Moment> moment_from(const json& value);

}  // namespace koers
