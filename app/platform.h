// All that the outside must offer. Implementations are chosen at link time: web/platform_web.cpp in a browser, app/headless.cpp in tests.
// Nothing here waits: answers come back as messages (app/inbox.h).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/journal/pages.h"

namespace koers::platform {

// Answered by an "opened" message.
void open_journal();
// Writes whole pages in one transaction, made from generation `base`. Answered by "saved" (on the transaction's `complete`) or "unsaved".
void save(uint64_t base, const PageWrite& write);
void take_over_writing();
void ask_to_persist();
void erase_everything();

// Fetches the content pack of a language and gives its bytes; answered by a "content" message.
void load_content(std::string_view language, bool whole);  // whole: with its library
void download(std::string_view name, std::string_view mime, std::string_view text);
// The paper on screen: through the browser's own printing, and as a picture; that is answered by a "picture" message unless the person changed their mind.
void print_page();
void keep_picture(std::string_view name);
// Answered by "copied". The share sheet answers itself.
void copy(std::string_view text);
void share(std::string_view text);
// A QR code, answered by "code"; or as a picture, in a file.
void make_code(std::string_view text);
void keep_code(std::string_view text, std::string_view name);
// Four made-up words to say on the telephone, answered by "phrase".
void offer_phrase();
// Into a file (web/seal.ts), answered by "sealed".
void seal(std::string_view name, std::string_view phrase, std::string_view text);
// A file of this device, answered by "chosen" when one was; its bytes stay outside until it is opened ("opened_seal") or forgotten.
void choose_sealed();
void open_sealed(std::string_view phrase, int serial);
void forget_sealed();
void prepare_handing();
void switch_release();
// For whoever runs this Koers, not for who uses it: on the console.
void warn(std::string_view text);

// A "timer" message with this name after so many milliseconds; set again, it starts anew; 0: it does not ring any more.
void set_timer(std::string_view name, int ms);
// Draw one frame soon. Asking twice before it comes is asking once.
void request_frame();
// Reads what the mirror holds aloud, with a voice of the device itself; answered by "speaking" messages.
void read_aloud(bool on);
// The mirror's differences (web/README.md, "sync"), as JSON.
void show(std::string_view sync);

}  // namespace koers::platform
