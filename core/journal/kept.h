// What is asked for this moment only (Item::kept) stays in memory while its activity is on the screen, and nowhere else.
#pragma once

#include "core/content/catalog.h"
#include "core/journal/journal.h"

namespace koers {

void forget_unkept(const Activity& activity, Answers& answers);

// As they may be stored: no Run among them says what is not kept. A Run of an activity that the Catalog does not hold stays as it is.
Changes storable(const Catalog& catalog, Changes changes);

// These answers with every answer that may have been given to what is not kept and stands open now; at least the answers themselves. What shows in one of them
// may have been answered at another time.
std::vector<Answers> ways_open(const Activity& activity, const Answers& answers);

}  // namespace koers
