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
                if (line[i].is_number() && line[i + 1].is_number())
                    points.emplace_back(line[i].get<float>(), line[i + 1].get<float>());
            lines.push_back(std::move(points));
        }
    }
}

void Icons::draw(ImDrawList& list, std::string_view name, ImVec2 corner, float size, ImU32 colour) const {
    const auto found = shapes.find(name);
    if (found == shapes.end()) return;
    const float unit = size / 24, width = 2 * unit;
    const auto place = [&](ImVec2 point) { return ImVec2(corner.x + point.x * unit, corner.y + point.y * unit); };
    for (const auto& line : found->second) {
        if (line.empty()) continue;
        // A polyline that turns sharply would grow a spike at its joint: it is drawn in parts, with a round dot where they meet, as Lucide's round joins look.
        // A circle uses the path too: never in between.
        list.AddCircleFilled(place(line.front()), width / 2, colour, 12);
        list.PathLineTo(place(line.front()));
        for (size_t i = 1; i < line.size(); ++i) {
            list.PathLineTo(place(line[i]));
            const bool last = i + 1 == line.size();
            bool sharp = last;
            if (!last) {
                const ImVec2 in(line[i].x - line[i - 1].x, line[i].y - line[i - 1].y),
                    out(line[i + 1].x - line[i].x, line[i + 1].y - line[i].y);
                const float lengths = (in.x * in.x + in.y * in.y) * (out.x * out.x + out.y * out.y),
                            along = in.x * out.x + in.y * out.y;
                sharp = along < 0 || along * along < 0.5f * lengths;  // more than 45 degrees
            }
            if (!sharp) continue;
            list.PathStroke(colour, ImDrawFlags_None, width);
            list.AddCircleFilled(place(line[i]), width / 2, colour, 12);
            if (!last) list.PathLineTo(place(line[i]));
        }
        list.PathClear();
    }
}

}  // namespace koers
