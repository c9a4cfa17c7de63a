// The readers of each kind of content file. Each adds to the Catalog and to the errors.
#pragma once

#include <nlohmann/json.hpp>

#include "core/content/catalog.h"

namespace koers {

void read_texts(const nlohmann::json& document, const std::string& file, Catalog& catalog, std::vector<ContentError>& errors);
void read_substances(const nlohmann::json& document, const std::string& file, Catalog& catalog,
                     std::vector<ContentError>& errors);
void read_units(const nlohmann::json& document, const std::string& file, Catalog& catalog, std::vector<ContentError>& errors);
// `rules`: those of all activities, as "goal.may_plan".
void read_activity(nlohmann::json& document, const std::string& file, const nlohmann::json& rules, Catalog& catalog,
                   std::vector<ContentError>& errors);
void read_contacts(const nlohmann::json& document, const std::string& file, Catalog& catalog, std::vector<ContentError>& errors);

// Steps that are like those of another activity, when all are read.
void borrow_steps(Catalog& catalog, std::vector<ContentError>& errors);
// What the conditions ask of the journal, when all steps are there.
void find_facts(Catalog& catalog);
class Reader;
Contact read_contact(Reader& one);
// The host's own file (core/content/host.cpp): all of it, or nothing and the reasons.
void read_host(const std::string& bytes, Catalog& catalog, std::vector<ContentError>& errors);

}  // namespace koers
