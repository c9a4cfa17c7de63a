#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "core/journal/pages.h"

namespace koers {

// What the program asked of the outside since the test began.
struct Headless {
    struct Save {
        uint64_t base;
        PageWrite write;
    };
    std::vector<Save> saves;
    std::vector<std::pair<std::string, std::string>> downloads;
    struct Sealed {
        std::string name, phrase, text;
    };
    std::vector<Sealed> sealed;
    struct Content {
        std::string language;
        bool whole;
    };
    std::vector<Content> content_asked;
    std::vector<std::string> syncs, pictures, warnings, copied, shared, codes, codes_kept, phrases;
    std::map<std::string, int> timers;
    int opens = 0, take_overs = 0, persist_asked = 0, erases = 0, switches = 0, prints = 0, phrases_asked = 0, sealed_asked = 0,
        sealed_forgotten = 0, phrase_serial = 0;
    bool frame_wanted = false;
    bool reading = false;
};

Headless& headless();

}  // namespace koers
