// What Koers draws with of Dear ImGui: its draw list, its letters, its renderer. Windows, widgets and input of its own have nothing to do here: the layout is
// ours and everything that can be touched is an element of the page (web/README.md, decision 1). Left out, they are 20 KB less to fetch before the first screen.
#pragma once

#include <imgui.h>

#include <memory>

namespace koers {

class Drawing {
  public:
    Drawing();
    ~Drawing();

    // An empty list of this size in CSS px, with the letters that are baked now.
    ImDrawList& begin(float w, float h, float dpr);
    // All of it, for the renderer.
    ImDrawData* end();

  private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace koers
