// What of the library is for this person, and where they stand in it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/content/catalog.h"
#include "core/journal/journal.h"

namespace koers {

// The exercises and checks that fit what is followed, in the Catalog's order; with nothing followed all of them.
std::vector<const Activity*> fitting(const Catalog& catalog, const Settings& settings);

// Whether every word that was typed stands in the title or in what it gives, whatever the capitals and accents.
bool matches(const Texts& texts, const Activity& activity, std::string_view typed);

// The run of this activity that was begun last and not finished; null when there is none.
const Run* unfinished(const Journal& journal, std::string_view activity);

// Finished ones, newest first.
std::vector<const Entry*> done_before(const Journal& journal, std::string_view activity);

}  // namespace koers
