// What a person's own urges were like, from the waves they kept. Nobody else's figures are shown: how long an urge lasts differs too much
// (clinical facts 4.7; Sayette 2005: people over-predict how long and how strong it will be).
#pragma once

#include <optional>

#include "core/journal/journal.h"

namespace koers {

struct TypicalWave {
    int minutes = 0, highest = 0;  // medians
    int waves = 0;
};
// Of the last twenty waves that were kept; nothing below three.
std::optional<TypicalWave> typical_wave(const Journal& journal);

}  // namespace koers
