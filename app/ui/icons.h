// Lucide icons as polylines in a 24 x 24 square (web/build.mjs flattens them), stroked by us so that they take any colour and size.
#pragma once

#include <imgui.h>

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace koers {

struct Icons {
    std::map<std::string, std::vector<std::vector<ImVec2>>, std::less<>> shapes;

    // One icon a line: its name, then each of its lines after a "|": the x of all its points and then their y, in fiftieths, each from the one before.
    void read(std::string_view text);
    // Nothing is drawn for a name that is not there.
    void draw(ImDrawList& list, std::string_view name, ImVec2 corner, float size, ImU32 colour) const;
};

}  // namespace koers
