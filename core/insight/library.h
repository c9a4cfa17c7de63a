// What of the library is for this person, and where they stand in it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/content/catalog.h"
#include "core/journal/journal.h"
#include "core/journal/questions.h"

namespace koers {

// The exercises and checks that fit what is followed and whom it is about, in the Catalog's order; with nothing followed all of them.
// What is withheld now is not among them.
std::vector<const Activity*> fitting(const Catalog& catalog, const Journal& journal, Day today);

// Not now: the check it asks about was as high as the activity says, in the last 28 days (clinical facts 3.7: query extremes in distress).
bool withheld(const Catalog& catalog, const Journal& journal, const Activity& activity, Day today);

// What a finished exercise would add to a part of the plan, if the person wants it: in words, and as the answer the part would then have.
// Nothing when there is nothing new. Words of choices are taken in the language on screen: from then on they are the person's own.
struct Carried {
    std::vector<std::string> words;
    Answer merged;
};
std::optional<Carried> carried(const AskContext& context, const Journal& journal, const Activity& activity, const Carry& carry,
                               const Answers& answers);

// Whether every word that was typed stands in the title or in what it gives, whatever the capitals and accents.
bool matches(const Texts& texts, const Activity& activity, std::string_view typed);

// The run of this activity that was begun last and not finished; null when there is none.
const Run* unfinished(const Journal& journal, std::string_view activity);

// Finished ones, newest first.
std::vector<const Entry*> done_before(const Journal& journal, std::string_view activity);

// The same beside an answer in hand: that of an edit which is not finished yet. `present` may be null.
std::optional<Carried> carried_beside(const AskContext& context, const Answer* present, const Activity& activity,
                                      const Carry& carry, const Answers& answers);

}  // namespace koers
