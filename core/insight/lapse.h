// Whether there was a day to look back on, kindly and not too soon (clinical facts 4.13: an analysis only when calm, offered again after 24 hours).
#pragma once

#include <optional>

#include "core/content/catalog.h"
#include "core/journal/journal.h"

namespace koers {

// The day of the newest use of something that is stopped or paused, written one to seven days ago and not looked back on since.
std::optional<Day> day_to_look_back_on(const Catalog& catalog, const Journal& journal, Moment now);

}  // namespace koers
