// The readers of each kind of content file. Each adds to the Catalog and to the errors.
#pragma once

#include <nlohmann/json.hpp>

#include "core/content/catalog.h"

namespace koers {

void read_texts(const nlohmann::json& document, const std::string& file, Catalog& catalog, std::vector<ContentError>& errors);
void read_substances(const nlohmann::json& document, const std::string& file, Catalog& catalog,
                     std::vector<ContentError>& errors);
void read_units(const nlohmann::json& document, const std::string& file, Catalog& catalog, std::vector<ContentError>& errors);
void read_activity(const nlohmann::json& document, const std::string& file, Catalog& catalog, std::vector<ContentError>& errors);
void read_contacts(const nlohmann::json& document, const std::string& file, Catalog& catalog, std::vector<ContentError>& errors);

// What activities share (shared.cpp): rules put in their places before anything is read; steps that are like those of another activity, and what the conditions ask
// of the journal, when all is read.
void put_rules(std::map<std::string, nlohmann::json>& documents, std::vector<ContentError>& errors);
void borrow_steps(Catalog& catalog, std::vector<ContentError>& errors);
void find_facts(Catalog& catalog);
class Reader;
// What links speak of (core/content/invite.cpp). The one set of a list; its id is given by the caller when the file is the host's.
void read_codes(const nlohmann::json& document, const std::string& file, Catalog& catalog, std::vector<ContentError>& errors);
void read_sets(const nlohmann::json& document, const std::string& file, Catalog& catalog, std::vector<ContentError>& errors);
Invitation read_invitation(Reader& one);
Contact read_contact(Reader& one);
// The host's own file (core/content/host.cpp): all of it, or nothing and the reasons.
void read_host(const std::string& bytes, Catalog& catalog, std::vector<ContentError>& errors);

}  // namespace koers
