// Substances and behaviours a person may follow, and the units they count them in.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace koers {

// Amounts in units with the same `counts_as` add up: amount x factor. A drink's factor comes from its volume and strength.
struct Unit {
    std::string id;
    std::string counts_as;
    double factor = 1;
    double step = 1, max = 1000;
    int decimals = 0;
    bool measured = false;          // grams, euros, minutes: weighed or paid, not counted, so no first amount is guessed
    std::string ml_item, abv_item;  // where the person's own volume (ml) and strength (vol%) stand, for a drink of their own
};

// Standard glasses in a drink: ml x vol% / 100 x 0.789 g/ml / 10 g. A glass in Belgium and the Netherlands holds 10 g of pure alcohol
// (Alles over drinken, Trimbos; VAD).
constexpr double standard_glasses(double ml, double vol_percent) { return ml * vol_percent / 100 * 0.789 / 10; }

struct Substance {
    std::string id;
    std::string icon;
    std::string group;               // alcohol tobacco cannabis drug medicine gambling gaming other
    std::vector<std::string> units;  // the first is offered first
};

}  // namespace koers
