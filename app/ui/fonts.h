// Atkinson Hyperlegible Next, regular and bold, baked at the sizes in use. Layout is in CSS px; glyphs are baked at CSS px x device pixel ratio.
#pragma once

#include <imgui.h>

#include <string>
#include <string_view>

namespace koers {

struct Fonts {
    std::string regular, bold;   // TrueType bytes; ImGui's own font stands in for them in headless tests
    ImFont* faces[2][5] = {};    // [bold][step]: 14 16 20 24 30
    ImFont* numerals = nullptr;  // 48, digits only
    float scale = 0, dpr = 0;
    // ImGui measures a font from its highest to its lowest point; CSS by its em. This many ImGui px make one CSS px of text.
    float per_em = 1;

    // Bakes anew when the reader's text size or the screen's density changed. True when it did.
    bool bake(float new_scale, float new_dpr);
    // The face baked nearest above `px` (before scale).
    ImFont* face(float px, bool is_bold) const;
    // Whether every glyph of the text is baked; if not, the browser draws it.
    static bool can_draw(std::string_view text);
};

}  // namespace koers
