// A walk past every screen there is, in the states that matter: what is looked at there is up to the test.
#pragma once

#include <functional>
#include <string>

#include "tests/support/page.h"

namespace koers::test {

using Look = std::function<void(Page&, const std::string& where)>;

void walk_places(const std::string& language, const Look& look);
void walk_runs(const std::string& language, const Look& look);
// All of them, each different screen once.
void walk_everything(const std::string& language, const Look& look);

}  // namespace koers::test
