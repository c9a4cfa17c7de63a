// What comes in from the outside: bytes and messages (web/README.md lists them). The exports of the program and the headless tests both end here.
#pragma once

#include <string>
#include <string_view>

namespace koers {

// Bytes the program needs: "font.regular", "font.bold", "icons", "content".
void inbox_give(std::string_view kind, std::string bytes);
// One JSON message. Unknown ones are ignored: an older program may meet a newer page.
void inbox_send(std::string_view message);
// Lays out and draws one frame.
void inbox_frame();

}  // namespace koers
