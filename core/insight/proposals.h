// What a person took from links, and where they stand with it.
#pragma once

#include <optional>
#include <vector>

#include "core/content/catalog.h"
#include "core/journal/journal.h"

namespace koers {

// Open: not done since it was taken. Again: a check whose rhythm has come round. Done: nothing to do now.
enum class ProposalState { Open, Again, Done };
struct Proposal {
    const Proposed* proposed = nullptr;
    const Activity* activity = nullptr;
    ProposalState state = ProposalState::Open;
    std::optional<Day> done_on;  // the last time since it was taken
};

// In their order; those that this Catalog does not have are left out.
std::vector<Proposal> proposals(const Catalog& catalog, const Journal& journal, Day today);

// What of an invitation this person does not have yet; empty lists when there is nothing to add. Who is close to somebody keeps no diary of that person's use.
struct Additions {
    std::vector<std::string> activities, substances;
    bool empty() const { return activities.empty() && substances.empty(); }
};
Additions additions(const Settings& settings, const Invitation& invitation);

}  // namespace koers
