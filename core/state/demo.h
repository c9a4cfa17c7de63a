// Example entries for "just looking": days are relative to today, nothing of it is stored.
#pragma once

#include "core/content/catalog.h"
#include "core/journal/journal.h"

namespace koers {

// The records of assets/demo/<person>.json as if written in the days before `now`, with those of <person>_more.json when the library is there. Empty when
// the content holds no such example.
Changes demo_records(const Catalog& catalog, Moment now, int day_starts_at = 4, std::string_view person = "week");

}  // namespace koers
