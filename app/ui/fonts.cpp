#include "app/ui/fonts.h"

#include <imgui_internal.h>

#include <cstdint>

namespace koers {

static constexpr float steps[] = {14, 16, 20, 24, 30};

// What Koers itself says and what people here write. Baking is a tenth of a start, so it is no more than that: the font files hold more, and what else a
// person types, from Gdańsk to an emoji, is drawn by the browser.
static const ImWchar baked_glyphs[] = {0x20,   0x7E,   0xA0,   0xA0,   0xAB,   0xAB,   0xB0,   0xB1,   0xB7,   0xB7,   0xBB,
                                       0xBE,   0xC0,   0xFF,   0x2013, 0x2014, 0x2018, 0x201A, 0x201C, 0x201E, 0x2022, 0x2022,
                                       0x2026, 0x2026, 0x20AC, 0x20AC, 0x2192, 0x2192, 0x2264, 0x2265, 0};
static const ImWchar digit_glyphs[] = {'0', '9', ',', '.', 0};

// (ascent - descent) / units per em, from the tables "hhea" and "head" of a TrueType file; 1 when there is no such file.
static float height_per_em(const std::string& bytes) {
    const auto number = [&](size_t at, int size) {
        uint32_t value = 0;
        for (int i = 0; i < size; ++i)
            value = value << 8 | static_cast<unsigned char>(
                                     at + static_cast<size_t>(i) < bytes.size() ? bytes[at + static_cast<size_t>(i)] : 0);
        return value;
    };
    const auto signed_number = [&](size_t at) { return static_cast<int16_t>(number(at, 2)); };
    size_t head = 0, hhea = 0;
    for (uint32_t i = 0; i < number(4, 2) && i < 64; ++i) {
        const size_t record = 12 + size_t{16} * i;
        if (bytes.compare(record, 4, "head") == 0) head = number(record + 8, 4);
        if (bytes.compare(record, 4, "hhea") == 0) hhea = number(record + 8, 4);
    }
    const uint32_t units = head ? number(head + 18, 2) : 0;
    if (!hhea || !units) return 1;
    return static_cast<float>(signed_number(hhea + 4) - signed_number(hhea + 6)) / static_cast<float>(units);
}

static ImFont* add(ImFontAtlas& atlas, const std::string& bytes, float px, const ImWchar* glyphs) {
    ImFontConfig config;
    config.OversampleH = 1;
    config.OversampleV = 1;
    config.PixelSnapH = false;
    config.SizePixels = px;
    if (bytes.empty()) {
        config.GlyphRanges = glyphs;
        return atlas.AddFontDefault(&config);
    }
    config.FontDataOwnedByAtlas = false;
    return atlas.AddFontFromMemoryTTF(const_cast<char*>(bytes.data()), static_cast<int>(bytes.size()), px, &config, glyphs);
}

bool Fonts::bake(float new_scale, float new_dpr) {
    if (new_scale == scale && new_dpr == dpr) return false;
    scale = new_scale;
    dpr = new_dpr;
    per_em = height_per_em(regular);
    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    atlas.Clear();
    atlas.Flags |= ImFontAtlasFlags_NoMouseCursors | ImFontAtlasFlags_NoBakedLines;
    for (int i = 0; i < 5; ++i) {
        const float px = steps[i] * scale * dpr * per_em;
        // Regular text is never larger than 20; a size nobody uses costs start-up time.
        faces[0][i] = i <= 1 ? add(atlas, regular, px, baked_glyphs) : nullptr;
        faces[1][i] = add(atlas, bold, px, baked_glyphs);
    }
    numerals = add(atlas, bold, 48 * scale * dpr * per_em, digit_glyphs);
    atlas.Build();
    return true;
}

ImFont* Fonts::face(float px, bool is_bold) const {
    if (px > 40) return numerals;
    for (int i = 0; i < 5; ++i)
        if (px <= steps[i] && faces[is_bold][i]) return faces[is_bold][i];
    return is_bold ? faces[1][4] : faces[0][1];
}

bool Fonts::can_draw(std::string_view text) {
    const auto is_baked = [](unsigned int glyph) {
        for (const ImWchar* range = baked_glyphs; *range; range += 2)
            if (glyph >= range[0] && glyph <= range[1]) return true;
        return glyph < 0x20;
    };
    const char* at = text.data();
    const char* end = at + text.size();
    while (at < end) {
        unsigned int glyph = 0;
        const int bytes = ImTextCharFromUtf8(&glyph, at, end);
        if (bytes <= 0) return false;
        at += bytes;
        if (!is_baked(glyph)) return false;
    }
    return true;
}

}  // namespace koers
