#include "app/ui/theme.h"

#include <cstdio>
#include <cstdlib>

namespace koers {

const Theme light_theme{
    .name = "light",
    .paper = 0xFBF8F3,
    .card = 0xFFFFFF,
    .ink = 0x20302F,
    .soft = 0x51615F,
    .line = 0xE3DDD2,
    .edge = 0x788481,
    .pine = 0x1E6B5E,
    .on_pine = 0xFFFFFF,
    .pine_tint = 0xDDEDE6,
    .sun = 0xB86A10,
    .sun_tint = 0xFBEAD0,
    .plum = 0x7A2E4D,
    .on_plum = 0xFFFFFF,
    .plum_tint = 0xF6E4EA,
    .sky = 0x2F5D8C,
    .sky_tint = 0xDFE9F4,
    .focus = 0x20302F,
    .scrim = 0x20302F,
};

const Theme dark_theme{
    .name = "dark",
    .paper = 0x131B1A,
    .card = 0x1D2625,
    .ink = 0xF1F3EF,
    .soft = 0xAEBBB7,
    .line = 0x34403E,
    .edge = 0x7C8C88,
    .pine = 0x7DCDBB,
    .on_pine = 0x0D1F1B,
    .pine_tint = 0x21403A,
    .sun = 0xEBA552,
    .sun_tint = 0x3B2E1C,
    .plum = 0xE9A3BE,
    .on_plum = 0x35101F,
    .plum_tint = 0x42222F,
    .sky = 0x9CC3EC,
    .sky_tint = 0x202F3F,
    .focus = 0xFFFFFF,
    .scrim = 0x000000,
};

const Theme contrast_theme{
    .name = "contrast",
    .paper = 0x000000,
    .card = 0x000000,
    .ink = 0xFFFFFF,
    .soft = 0xFFFFFF,
    .line = 0xFFFFFF,
    .edge = 0xFFFFFF,
    .pine = 0x7CFFD9,
    .on_pine = 0x000000,
    .pine_tint = 0x003A2E,
    .sun = 0xFFD27A,
    .sun_tint = 0x3A2800,
    .plum = 0xFFC2D9,
    .on_plum = 0x000000,
    .plum_tint = 0x3D0019,
    .sky = 0xB8DBFF,
    .sky_tint = 0x002344,
    .focus = 0xFFFF00,
    .scrim = 0x000000,
};

Theme forced_theme(const std::vector<std::string>& colours) {
    Theme theme = contrast_theme;
    theme.name = "forced";
    if (colours.size() < 8) return theme;
    const auto take = [&](size_t i, Colour fallback) {
        char* end = nullptr;
        const unsigned long value =
            colours[i].size() == 7 && colours[i][0] == '#' ? std::strtoul(colours[i].c_str() + 1, &end, 16) : 0;
        return end && *end == '\0' ? Colour{static_cast<unsigned>(value)} : fallback;
    };
    const Colour canvas = take(0, theme.paper), text = take(1, theme.ink), link = take(2, text), face = take(3, canvas);
    const Colour border = take(5, text), mark = take(6, link), on_mark = take(7, canvas);
    theme.paper = theme.card = theme.scrim = canvas;
    theme.ink = theme.soft = theme.line = theme.sun = theme.sky = text;
    theme.edge = border;
    theme.pine = theme.plum = mark;
    theme.on_pine = theme.on_plum = on_mark;
    theme.pine_tint = theme.sun_tint = theme.plum_tint = theme.sky_tint = face;
    theme.focus = mark;
    return theme;
}

std::string colour_text(Colour colour) {
    char text[16];
    std::snprintf(text, sizeof text, "#%06x", static_cast<unsigned>(colour & 0xFFFFFF));
    return text;
}

}  // namespace koers
