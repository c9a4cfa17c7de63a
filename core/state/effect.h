// Orders to the outside. `update` returns them; `app/effects` carries them out.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "core/journal/journal.h"

namespace koers {

struct SaveChanges {
    Changes changes;
};
struct RetrySave {};
struct OpenJournal {};
struct LoadContent {
    std::string language;
    bool whole = false;  // with the library
};
struct EraseEverything {};
struct TakeOver {};
struct AskToPersist {};
struct Download {
    std::string name, mime, text;
};
struct SetTimer {
    std::string name;
    int ms = 0;
};
struct SwitchRelease {};
struct ReadAloud {  // the screen, from its top; or stop
    bool on = false;
};

struct Print {};
struct KeepPicture {  // of the paper on screen
    std::string name;
};

using Effect = std::variant<SaveChanges, RetrySave, OpenJournal, LoadContent, EraseEverything, TakeOver, AskToPersist, Download,
                            SetTimer, SwitchRelease, ReadAloud, Print, KeepPicture>;
using Effects = std::vector<Effect>;

}  // namespace koers
