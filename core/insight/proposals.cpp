#include "core/insight/proposals.h"

#include <algorithm>

namespace koers {

std::vector<Proposal> proposals(const Catalog& catalog, const Journal& journal, Day today) {
    std::vector<Proposal> list;
    for (const Proposed& one : journal.settings.proposed) {
        const Activity* activity = catalog.activity(one.activity);
        if (!activity) continue;
        Proposal proposal{&one, activity, ProposalState::Open, one.opened};
        for (const Entry* entry : journal.current_of(one.activity)) {
            // An old check or exercise that is mended now is not done now; of a plan or a goal every new version is.
            const Day done = entry->replaces.empty() || !activity->in_library()
                                 ? day_of(entry->written, journal.settings.day_starts_at)
                                 : entry->day;
            if (done >= one.since && (!proposal.done_on || done > *proposal.done_on)) proposal.done_on = done;
        }
        const int days = activity->kind == ActivityKind::Check ? rhythm_days[static_cast<size_t>(one.rhythm)] : 0;
        if (proposal.done_on)
            proposal.state = days > 0 && today - *proposal.done_on >= days ? ProposalState::Again : ProposalState::Done;
        list.push_back(proposal);
    }
    return list;
}

Additions additions(const Settings& settings, const Invitation& invitation) {
    Additions more;
    for (const std::string& id : invitation.activities)
        if (!settings.find_proposed(id)) more.activities.push_back(id);
    if (settings.role == Role::Other) return more;
    for (const std::string& id : invitation.substances)
        if (std::none_of(settings.followed.begin(), settings.followed.end(),
                         [&](const Followed& one) { return one.id == id || (one.substance == id && one.name.empty()); }))
            more.substances.push_back(id);
    return more;
}

}  // namespace koers
