// What the journal itself knows that a condition may ask for, by a name that begins with "@":
//   @check_alcohol.total   the score of the newest such check of the last year
//   @check_alcohol.morning what was last answered there to that question, as its weight
//   @days.alcohol.6        on how many of the last 28 days 6 or more were noted (rounded), in the unit the substance is counted in
//   @used.ghb              on how many of the last 28 days any of it was noted, in whatever measure
//   @used.ghb.7            on how many of the last 7
// 0 where nothing is known. Said at once: a gate must not depend on what a person remembers to tick.
#pragma once

#include <string_view>

#include "core/content/catalog.h"
#include "core/journal/journal.h"

namespace koers {

double fact(const Catalog& catalog, const Journal& journal, Day today, std::string_view name);

}  // namespace koers
