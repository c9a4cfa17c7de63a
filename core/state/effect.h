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
    bool journal = false;  // all that is stored: where it cannot be read here it is handed over as it is
};
struct SetTimer {
    std::string name;
    int ms = 0;  // 0: it does not ring any more
};
struct SwitchRelease {};
struct ReadAloud {  // the screen, from its top; or stop
    bool on = false;
};

struct Print {};
struct KeepPicture {  // of the paper on screen
    std::string name;
};

struct CopyText {
    std::string text;
};
struct ShareText {
    std::string text;
};
struct MakeCode {  // of this text; answered by CodeMade
    std::string text;
};
struct KeepCode {  // as a picture
    std::string text, name;
};
struct OfferPhrase {};
struct Seal {  // into a file of this name
    std::string name, phrase, text;
};
struct ChooseSealed {};  // a file of this device; its bytes stay outside until they are opened
struct OpenSealed {
    std::string phrase;
    int serial = 0;  // comes back with the answer
};
struct ForgetSealed {};
struct PrepareHanding {};  // soon something is handed over: a press must not wait for a script that is still on its way

using Effect = std::variant<SaveChanges, RetrySave, OpenJournal, LoadContent, EraseEverything, TakeOver, AskToPersist, Download,
                            SetTimer, SwitchRelease, ReadAloud, Print, KeepPicture, CopyText, ShareText, MakeCode, KeepCode,
                            OfferPhrase, Seal, ChooseSealed, OpenSealed, ForgetSealed, PrepareHanding>;
using Effects = std::vector<Effect>;

}  // namespace koers
