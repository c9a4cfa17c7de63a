// The numbers that links use for ids, and the ready-made sets.
#include <algorithm>

#include "core/content/parse.h"
#include "core/content/reader.h"

namespace koers {

using nlohmann::json;

void read_codes(const json& document, const std::string& file, Catalog& catalog, std::vector<ContentError>& errors) {
    Reader reader(document, file, "", errors);
    if (reader.integer("format", 0, true) != 1) reader.error("format", "should be 1");
    const auto list = [&](const char* key) {
        std::vector<std::string> ids = reader.texts(key, true);
        for (size_t i = 0; i < ids.size(); ++i)
            if (std::count(ids.begin(), ids.end(), ids[i]) > 1) reader.error(reader.path_of(key, i), "stands there twice");
        return ids;
    };
    catalog.codes = InviteCodes{list("activities"), list("substances"), list("languages")};
}

Invitation read_invitation(Reader& one) {
    Invitation invitation;
    invitation.activities = one.texts("activities", true);
    invitation.substances = one.texts("substances");
    invitation.whom = static_cast<ForWhom>(one.one_of("for", {"everybody", "self", "family"}, false));
    invitation.rhythm =
        static_cast<Rhythm>(one.one_of("rhythm", {"none", "week", "fortnight", "month", "quarter", "half_year"}, false));
    invitation.first = static_cast<FirstScreen>(one.one_of("first", {"today", "diary", "discover", "plan", "activity"}, false));
    return invitation;
}

void read_sets(const json& document, const std::string& file, Catalog& catalog, std::vector<ContentError>& errors) {
    Reader reader(document, file, "", errors);
    if (reader.integer("format", 0, true) != 1) reader.error("format", "should be 1");
    const json* sets = reader.array("sets", true);
    for (size_t i = 0; sets && i < sets->size(); ++i) {
        Reader one((*sets)[i], file, reader.path_of("sets", i), errors);
        InviteSet set{one.text("id"), read_invitation(one)};
        for (const InviteSet& other : catalog.sets)
            if (other.id == set.id) one.error(one.path_of("id"), "stands there twice");
        catalog.sets.push_back(std::move(set));
    }
}

}  // namespace koers
