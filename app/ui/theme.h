// Colours by purpose. Each theme is whole; tests/ui/theme_test.cpp holds every pair that meets on screen to its contrast (text 4.5:1, lines and icons 3:1).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace koers {

// 0xRRGGBB
using Colour = uint32_t;

struct Theme {
    const char* name;  // "light", "dark", "contrast": what the page is told
    Colour paper, card, ink, soft;
    Colour line;  // the edge of a card: decoration
    Colour edge;  // the edge of something to touch: 3:1
    Colour pine, on_pine, pine_tint;
    Colour sun, sun_tint;
    Colour plum, on_plum, plum_tint;
    Colour sky, sky_tint;
    Colour focus;
    Colour scrim;
};

extern const Theme light_theme, dark_theme, contrast_theme;

// The colours that the system forces: Canvas, CanvasText, LinkText, ButtonFace, ButtonText, ButtonBorder, Highlight, HighlightText, as "#rrggbb".
// What cannot be read is as in contrast_theme.
Theme forced_theme(const std::vector<std::string>& colours);

std::string colour_text(Colour colour);  // "#20302f"

}  // namespace koers
