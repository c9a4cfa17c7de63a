// The one door for JSON text: everything that was stored, shipped, handed over or said by the page is read here.
#pragma once

#include <nlohmann/json.hpp>
#include <string_view>

namespace koers {

// Objects and lists inside one another; what Koers writes has ten at most. Deeper text is no text of Koers, and whoever walks it must not run out of stack.
constexpr size_t deepest_json = 64;

// The value that the text is; "discarded" (is_discarded(), and neither an object nor a list) when it is no JSON as a whole or nests deeper than `deepest_json`.
// Of a key that stands twice in an object the last value counts.
nlohmann::json read_json(std::string_view text);

}  // namespace koers
