// Input -> draw -> events -> update -> effects; sleeps when nothing moves.
#pragma once

#include <deque>
#include <memory>
#include <string>
#include <utility>

#include "app/effects.h"
#include "app/ui/ui.h"
#include "core/state/update.h"

namespace koers {

struct Prefs {
    bool dark = false, contrast = false, forced = false, still = false;
};

// Everything the running program holds.
struct App {
    Model model;
    Saver saver;
    Ui ui;
    Fonts fonts;
    Icons icons;
    View view;
    Prefs prefs;
    Theme forced = contrast_theme;  // the system's own colours, while it forces them
    bool window = false;            // a canvas to draw on was had
    std::deque<std::pair<Action, Stamp>>
        acts;                            // done and not yet drawn: each is taken in a pass of its own, in the order it happened
    Stamp stamp;                         // of the last message: what events of the next frame carry
    std::string content, library, host;  // the packs that were given last
    std::string raw;                     // the stored journal as it is, for export where it cannot be read
    std::string scenario;
    bool started = false;
    bool slow_to_open = false;  // the journal takes long enough to say so
    int arrivals = 0;           // the Model's, as last shown
    int said_serial = 0, heard_serial = 0;
    SaveState said_saving = SaveState::Saved;
    int frames = 0;  // drawn so far (tests and the bench look at it)

    void happen(const Event& event);  // update and carry out
    void carry_out(const Effects& effects);
    void frame();
    void warm();
    const Theme& theme() const;
};

App& app();
void reset_app();  // tests begin with a new one

}  // namespace koers
