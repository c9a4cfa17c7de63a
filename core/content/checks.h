// What can only be checked when everything is loaded.
#pragma once

#include <nlohmann/json.hpp>

#include "core/content/catalog.h"
#include "core/journal/answer.h"

namespace koers {

// An answer the way content writes it ({"value":3,"unit":"glass"}, "alone", 7), as an Answer of that item.
Answer answer_in_content(const Activity& activity, std::string_view item, const nlohmann::json& value);

void check_references(const Catalog& catalog, std::vector<ContentError>& errors);
void check_texts(const Catalog& catalog, std::vector<ContentError>& errors);

}  // namespace koers
