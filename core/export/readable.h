// What a person takes along: everything they wrote, as one JSON document another program could read.
#pragma once

#include <string>

#include "core/journal/journal.h"

namespace koers {

// {"koers":"journal","format":1,"exported":…,"settings":…,"entries":[…],"runs":[…],"other":{…}} with two spaces of indent.
std::string journal_as_json(const Journal& journal, Moment now);
// "koers-2026-11-21.json": neutral words only.
std::string export_file_name(Day day);

}  // namespace koers
