// Every pair of colours that meets on screen, in every theme (WCAG 2.2: 1.4.3 text 4.5:1, 1.4.11 edges, icons and focus 3:1).
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "app/ui/theme.h"

namespace koers::test {

static double luminance(Colour colour) {
    double sum = 0;
    const double weights[] = {0.2126, 0.7152, 0.0722};
    for (int i = 0; i < 3; ++i) {
        const double part = ((colour >> (16 - 8 * i)) & 0xFF) / 255.0;
        sum += weights[i] * (part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4));
    }
    return sum;
}

static double contrast(Colour a, Colour b) {
    const double one = luminance(a), other = luminance(b);
    return (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05);
}

// `over` at this share on `under`: what is under a finger.
static Colour mixed(Colour over, Colour under, double share) {
    Colour result = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
        const double part = share * ((over >> shift) & 0xFF) + (1 - share) * ((under >> shift) & 0xFF);
        result |= static_cast<Colour>(std::lround(part)) << shift;
    }
    return result;
}

struct Named {
    const char* name;
    Colour colour;
};

static void hold(const Theme& theme, double least, Named front, const std::vector<Named>& grounds) {
    for (const Named& ground : grounds) {
        const double found = contrast(front.colour, ground.colour);
        CHECK_MESSAGE(found >= least, theme.name, ": ", front.name, " ", colour_text(front.colour), " on ", ground.name, " ",
                      colour_text(ground.colour), " is ", found, ", needs ", least);
    }
}

TEST_CASE("contrast is counted as WCAG does") {
    CHECK(contrast(0xFFFFFF, 0x000000) == doctest::Approx(21));
    CHECK(contrast(0x777777, 0xFFFFFF) == doctest::Approx(4.48).epsilon(0.01));
    CHECK(contrast(0x0000FF, 0xFFFFFF) == doctest::Approx(8.59).epsilon(0.01));
    CHECK(mixed(0xFFFFFF, 0x000000, 0.5) == 0x808080);
}

TEST_CASE("all text is readable on what it stands on, in all three themes: 4.5 to 1") {
    for (const Theme* one : {&light_theme, &dark_theme, &contrast_theme}) {
        const Theme& theme = *one;
        const Named paper{"paper", theme.paper}, card{"card", theme.card};
        const Named pine_tint{"pine_tint", theme.pine_tint}, sun_tint{"sun_tint", theme.sun_tint},
            plum_tint{"plum_tint", theme.plum_tint}, sky_tint{"sky_tint", theme.sky_tint};
        // Words of pages, cards, tiles, chips, banners and notes.
        hold(theme, 4.5, {"ink", theme.ink}, {paper, card, pine_tint, sun_tint, plum_tint, sky_tint});
        // Small lines below; a row under a finger is pine_tint.
        hold(theme, 4.5, {"soft", theme.soft}, {paper, card, pine_tint});
        // Quiet buttons, the place one is in, the number of a scale.
        hold(theme, 4.5, {"pine", theme.pine}, {paper, card, pine_tint});
        // Errors and the buttons that take away.
        hold(theme, 4.5, {"plum", theme.plum}, {paper, card});
        hold(theme, 4.5, {"sky", theme.sky}, {paper, card, sky_tint});
        // Full buttons, at rest, under a pointer and pressed.
        for (const double share : {0.0, 0.06, 0.14}) {
            CAPTURE(share);
            hold(theme, 4.5, {"on_pine", theme.on_pine}, {{"pine", mixed(theme.ink, theme.pine, share)}});
            hold(theme, 4.5, {"on_plum", theme.on_plum}, {{"plum", mixed(theme.ink, theme.plum, share)}});
            hold(theme, 4.5, {"ink", theme.ink}, {{"card under a finger", mixed(theme.ink, theme.card, share)}});
            hold(theme, 4.5, {"plum", theme.plum}, {{"card under a finger", mixed(theme.ink, theme.card, share)}});
            // The notice is turned round.
            hold(theme, 4.5, {"paper", theme.paper}, {{"ink", mixed(theme.paper, theme.ink, share)}});
        }
    }
}

TEST_CASE("edges, icons, shapes and the focus can be seen, in all three themes: 3 to 1") {
    for (const Theme* one : {&light_theme, &dark_theme, &contrast_theme}) {
        const Theme& theme = *one;
        const Named paper{"paper", theme.paper}, card{"card", theme.card};
        const Named pine_tint{"pine_tint", theme.pine_tint}, sun_tint{"sun_tint", theme.sun_tint},
            plum_tint{"plum_tint", theme.plum_tint}, sky_tint{"sky_tint", theme.sky_tint};
        // What is to be touched: on pages and cards, and the buttons in banners and notes.
        hold(theme, 3, {"edge", theme.edge}, {paper, card, pine_tint, plum_tint, sun_tint, sky_tint});
        // The edge of a tile under a pointer, of what is chosen, of a banner.
        hold(theme, 3, {"pine", theme.pine}, {paper, card, pine_tint});
        hold(theme, 3, {"sun", theme.sun}, {paper, card, sun_tint, pine_tint});
        hold(theme, 3, {"plum", theme.plum}, {paper, card, plum_tint});
        hold(theme, 3, {"sky", theme.sky}, {paper, card, sky_tint, pine_tint});
        // A bin under a pointer.
        hold(theme, 3, {"soft", theme.soft}, {plum_tint});
        hold(theme, 3, {"focus", theme.focus}, {paper, card, plum_tint, sun_tint, sky_tint});
        hold(theme, 3, {"paper", theme.paper}, {{"ink", theme.ink}});
    }
}

}  // namespace koers::test
