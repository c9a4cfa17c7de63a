#include "app/ui/icons.h"

#include <nlohmann/json.hpp>

namespace koers {

void Icons::read(std::string_view text) {
    const auto document = nlohmann::json::parse(text.begin(), text.end(), nullptr, false);
    if (!document.is_object()) return;
    for (auto it = document.begin(); it != document.end(); ++it) {
        if (!it.value().is_array()) continue;
        auto& lines = shapes[it.key()];
        lines.clear();
        for (const auto& line : it.value()) {
            std::vector<ImVec2> points;
            for (size_t i = 0; line.is_array() && i + 1 < line.size(); i += 2)
                if (line[i].is_number() && line[i + 1].is_number()) points.emplace_back(line[i].get<float>(), line[i + 1].get<float>());
            lines.push_back(std::move(points));
        }
    }
}

void Icons::draw(ImDrawList& list, std::string_view name, ImVec2 corner, float size, ImU32 colour) const {
    const auto found = shapes.find(name);
    if (found == shapes.end()) return;
    const float unit = size / 24, width = 2 * unit;
    for (const auto& line : found->second) {
        for (const ImVec2& point : line) list.PathLineTo(ImVec2(corner.x + point.x * unit, corner.y + point.y * unit));
        const bool closed = line.size() > 2 && line.front().x == line.back().x && line.front().y == line.back().y;
        if (closed) list._Path.pop_back();
        if (line.size() == 1 || (line.size() == 2 && closed)) {
            list.PathClear();
        } else {
            list.PathStroke(colour, closed ? ImDrawFlags_Closed : ImDrawFlags_None, width);
        }
        if (line.empty() || closed) continue;
        // Round ends: Lucide's look, and dots are lines of no length.
        for (const ImVec2& end : {line.front(), line.back()})
            list.AddCircleFilled(ImVec2(corner.x + end.x * unit, corner.y + end.y * unit), width / 2, colour, 12);
    }
}

}  // namespace koers
