#pragma once

#include <string>
#include <vector>

namespace koers {

// A place to turn to. Numbers change: every contact says where it was found and when.
struct Contact {
    std::string id;
    std::vector<std::string> groups;  // emergency crisis talk substance gambling tobacco violence youth
    std::string tel, chat, site;      // empty where there is none
    std::string checked;              // "2026", "2026-11" or "2026-11-21"
    std::string source;
};

struct ContactList {
    std::string country;  // "be", "nl"
    std::vector<Contact> contacts;
};

}  // namespace koers
