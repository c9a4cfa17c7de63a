// What is asked for this moment only (Item::kept). The answer decides what shows while its screen is open; it lies beside the Run (RunView), never in it, so that
// nothing that stores, hands out or undoes can say it. Nor may anything else tell it: not the step where a Run was left, and not what an edit leaves out.
#pragma once

#include "core/journal/questions.h"

namespace koers {

void forget_unkept(const Activity& activity, Answers& answers);

// And what is asked anew of whoever begins, revises or comes back (Item::anew).
void forget_moment(const Activity& activity, Answers& answers);

// What says it all the same, because it was written when that question was still kept: its Runs and Entries, without it.
Changes forget_unkept(const Catalog& catalog, const Journal& journal);

// Where a Run may be said to be, of which `step` is on screen: at most at the first step that asks for this moment only, or anew. Whoever comes back is asked
// again, and how far somebody came after it tells nothing.
const std::string& step_told(const Activity& activity, const std::string& step);

// Whose answers an Entry made of this Run holds. What shows now; and what may have shown when the answer that opens it was another, where that answer stands
// open, and in an edit always: two versions differ in what was changed, not in what was said for the moment.
std::vector<const Item*> items_to_keep(const AskContext& context, const Activity& activity, const Run& run);

}  // namespace koers
