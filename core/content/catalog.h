// All that ships, loaded and checked. A Catalog in hand is known to be whole: every reference leads somewhere and every text exists.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/content/activity.h"
#include "core/content/contact.h"
#include "core/content/invitation.h"
#include "core/content/substance.h"
#include "core/content/texts.h"

namespace koers {

// Who runs this Koers, as far as they say so (web/host/README.md); empty = not said.
struct Host {
    std::string name, imprint;      // in the language of the Catalog where they wrote it
    std::string site;               // "example.be/page"
    std::string language, country;  // for who has chosen none
};

struct Catalog {
    bool whole = false;  // with the library: exercises and checks come in a pack of their own, when they are needed
    Texts texts;
    std::vector<Activity> activities;
    std::vector<Substance> substances;
    std::vector<Unit> units;
    std::vector<ContactList> contact_lists;
    std::map<std::string, std::string, std::less<>>
        demos;  // example persons as JSON text, by name of file; read by core/state/demo.h
    InviteCodes codes;
    std::vector<InviteSet> sets;
    Host host;

    const Activity* activity(std::string_view id) const;
    std::vector<const Activity*> plan_parts()
        const;  // in their order, on screen and on paper: also an exercise that has an order
    const Substance* substance(std::string_view id) const;
    const Unit* unit(std::string_view id) const;
    const ContactList* contacts(std::string_view country) const;
};

// Something wrong in a content file: which, where in it, and what, for the person who wrote it.
struct ContentError {
    std::string file, path, message;
};

struct CatalogResult {
    std::shared_ptr<const Catalog> catalog;  // null when there are errors
    std::shared_ptr<const Catalog> read;     // what could be read all the same, for finding more errors
    std::vector<ContentError> errors;
    std::vector<ContentError>
        host_errors;  // of the host's own file: then nothing of it counts, and the rest is whole all the same
};

// Among the files: what whoever runs this Koers put beside it (web/host/README.md).
inline constexpr const char* host_file = "koers.config.json";

using ContentFiles = std::map<std::string, std::string>;  // path under assets/ -> bytes

// Strict: unknown key, wrong type, duplicate id, dangling reference, missing text or an example that does not fit is an error.
CatalogResult load_catalog(const ContentFiles& files, std::string_view language);
// The same for content as it is written, and what takes all of it to know: references, texts, examples and test vectors (core/content/sources.cpp). Nothing
// is packed that does not pass, so the program in the browser need not look again.
CatalogResult load_sources(const ContentFiles& files, std::string_view language);

// The pack that the build makes of a language: a line {"format":2,"lang":"nl"}, then a line with the path and a line with the JSON of each file: so every
// file is read once. Empty with an error when it cannot be read.
struct ContentPack {
    std::string language;
    ContentFiles files;
    std::vector<ContentError> errors;
};
ContentPack read_pack(std::string_view bytes);

constexpr int content_format = 1;  // of the files
constexpr int pack_format = 2;

}  // namespace koers
