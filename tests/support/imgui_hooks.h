// ImGui tells its test engine of every item it knows (IMGUI_ENABLE_TEST_ENGINE); here the tests listen instead.
#pragma once

#include <vector>

#include "app/ui/semantics.h"

namespace koers::test {

struct ImGuiItem {
    unsigned id;  // ImHashStr of the Node's id
    Box box;      // in viewport px
};

// The items of the next frames, until `listening` ends.
class Listening {
  public:
    Listening();
    ~Listening();
    const std::vector<ImGuiItem>& items() const;
};

}  // namespace koers::test
