// An invitation as professionals make them, and what is looked for on a screen that shows one.
#pragma once

#include <string>
#include <string_view>

#include "core/invite/link.h"
#include "tests/support/hostile_links.h"
#include "tests/support/page.h"

namespace koers::test {

inline Invitation some() {
    Invitation one;
    one.activities = {"strengths", "check_alcohol", "kwartet", "use"};
    one.substances = {"alcohol", "tobacco"};
    one.whom = ForWhom::Self;
    one.rhythm = Rhythm::Fortnight;
    return one;
}
inline std::string link(const Invitation& one) { return fragment_of(one, link_codes()); }

inline Visit with(const std::string& fragment) { return Visit{.fragment = fragment}; }

// A text by its key, or as it is.
inline std::string said(const Page& page, std::string_view words) {
    return words.rfind("activity.", 0) == 0 ? page.words(words) : std::string(words);
}
inline std::string title_of(const Page& page, const char* activity) {
    return page.words("activity." + std::string(activity) + ".title");
}

inline json settings_of(const FakeStore& store) { return to_json(store.journal().settings); }

}  // namespace koers::test
