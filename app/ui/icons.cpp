#include "app/ui/icons.h"

#include <algorithm>
#include <charconv>

namespace koers {

static std::string_view until(std::string_view& rest, char end) {
    const size_t at = std::min(rest.find(end), rest.size());
    const std::string_view part = rest.substr(0, at);
    rest.remove_prefix(std::min(at + 1, rest.size()));
    return part;
}

void Icons::read(std::string_view text) {
    while (!text.empty()) {
        std::string_view drawing = until(text, '\n');
        auto& lines = shapes[std::string(until(drawing, '|'))];
        lines.clear();
        while (!drawing.empty()) {
            std::string_view line = until(drawing, '|');
            std::vector<int> steps;
            while (!line.empty()) {
                const std::string_view number = until(line, ' ');
                std::from_chars(number.data(), number.data() + number.size(), steps.emplace_back(0));
            }
            std::vector<ImVec2> points;
            int x = 0, y = 0;
            for (size_t i = 0; i < steps.size() / 2; ++i) {
                x += steps[i], y += steps[steps.size() / 2 + i];
                points.emplace_back(static_cast<float>(x) / 50, static_cast<float>(y) / 50);
            }
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
