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

}  // namespace koers
