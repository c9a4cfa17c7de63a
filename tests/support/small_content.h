// A content of a few activities, substances and units, written for tests: they do not break when the words or the questions of Koers change.
#pragma once

#include <memory>

#include "core/content/catalog.h"

namespace koers::test {

// As files, for tests of the loader. Every text reads "<key> (<language>)".
ContentFiles small_content();
// Loaded. In "nl" or "en".
std::shared_ptr<const Catalog> small_catalog(std::string_view language = "nl");

// The same with a library: an exercise that asks in every way that is more than one answer, a check, and the parts of a plan.
ContentFiles library_content();
std::shared_ptr<const Catalog> library_catalog(std::string_view language = "nl");

}  // namespace koers::test
