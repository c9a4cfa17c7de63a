// app/platform.h in a browser: every order is one JSON message to the page (protocol.ts, "out of the program"). The one file that speaks Emscripten.
#include "app/platform.h"

#include <emscripten.h>

#include <nlohmann/json.hpp>

// program.ts puts `tell` on the module; the text is copied before this returns.
EM_JS(void, koers_page_tell, (const char* text, int length), { Module["tell"](UTF8ToString(text, length)); });
// For web/libc.cpp: a number that takes more than one exact step to read, the browser reads.
EM_JS(double, koers_exact_number, (const char* text, int length), { return Number(UTF8ToString(text, length)); });

namespace koers::platform {

namespace {

using nlohmann::json;

void tell_text(std::string_view text) { koers_page_tell(text.data(), static_cast<int>(text.size())); }

// A person's text may hold a broken character, pasted or cut by a length; it is replaced, never a reason to stop.
void tell(const json& message) { tell_text(message.dump(-1, ' ', false, json::error_handler_t::replace)); }

void tell_plain(const char* kind) {
    json message;
    message["t"] = kind;
    tell(message);
}

}  // namespace

void open_journal() { tell_plain("open"); }
void take_over_writing() { tell_plain("takeover"); }
void ask_to_persist() { tell_plain("persist"); }
void erase_everything() { tell_plain("erase"); }
void switch_release() { tell_plain("reload"); }
void request_frame() { tell_plain("frame"); }

void save(uint64_t base, const PageWrite& write) {
    json pages = json::array();
    for (const PageText& page : write.pages) pages.push_back({{"id", page.id}, {"text", page.text}});
    tell({{"t", "save"}, {"base", base}, {"pages", std::move(pages)}, {"gone", write.gone}});
}

void load_content(std::string_view language, bool whole) { tell({{"t", "content"}, {"lang", language}, {"whole", whole}}); }

void download(std::string_view name, std::string_view mime, std::string_view text) {
    tell({{"t", "download"}, {"name", name}, {"mime", mime}, {"text", text}});
}

void warn(std::string_view text) { tell({{"t", "warn"}, {"text", text}}); }
void print_page() { tell_plain("print"); }
void keep_picture(std::string_view name) { tell({{"t", "picture"}, {"name", name}}); }

void set_timer(std::string_view name, int ms) { tell({{"t", "timer"}, {"name", name}, {"ms", ms}}); }

void read_aloud(bool on) { tell({{"t", "speak"}, {"on", on}}); }

void show(std::string_view sync) { tell_text(sync); }

}  // namespace koers::platform
