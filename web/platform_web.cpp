// app/platform.h in a browser: every order is one JSON message to the page (protocol.ts, "out of the program"). The one file that speaks Emscripten.
#include "app/platform.h"

#include <emscripten.h>

#include <nlohmann/json.hpp>

// program.ts puts `tell` on the module; the text is copied before this returns.
EM_JS(void, koers_page_tell, (const char* text, int length), { Module["tell"](UTF8ToString(text, length)); });
// For web/libc.cpp: a number that takes more than one exact step to read, the browser reads.
EM_JS(double, koers_exact_number, (const char* text, int length), { return Number(UTF8ToString(text, length)); });
// For app/window_sdl.cpp, in pixels. A size that is given again takes the canvas a new picture, even when it is the same one.
EM_JS(void, koers_canvas_size, (int width, int height), {
    const canvas = Module["canvas"];
    if (canvas.width != width) canvas.width = width;
    if (canvas.height != height) canvas.height = height;
});

namespace koers::platform {

namespace {

using nlohmann::json;

void tell_text(std::string_view text) { koers_page_tell(text.data(), static_cast<int>(text.size())); }

// A person's text may hold a broken character, pasted or cut by a length; it is replaced, never a reason to stop.
void tell(const json& message) { tell_text(message.dump(-1, ' ', false, json::error_handler_t::replace)); }

// A message of texts alone. Filled key by key: lists in braces would cost every visitor a kilobyte each.
void tell(const char* kind, std::initializer_list<std::pair<const char*, std::string_view>> texts = {}) {
    json message;
    message["t"] = kind;
    for (const auto& [key, text] : texts) message[key] = text;
    tell(message);
}

}  // namespace

void open_journal() { tell("open"); }
void take_over_writing() { tell("takeover"); }
void ask_to_persist() { tell("persist"); }
void erase_everything() { tell("erase"); }
void switch_release() { tell("reload"); }
void request_frame() { tell("frame"); }

void save(uint64_t base, const PageWrite& write) {
    json pages = json::array();
    for (const PageText& page : write.pages) pages.push_back({{"id", page.id}, {"text", page.text}});
    tell({{"t", "save"}, {"base", base}, {"pages", std::move(pages)}, {"gone", write.gone}});
}

void load_content(std::string_view language, bool whole) { tell({{"t", "content"}, {"lang", language}, {"whole", whole}}); }

void download(std::string_view name, std::string_view mime, std::string_view text) {
    tell("download", {{"name", name}, {"mime", mime}, {"text", text}});
}

void warn(std::string_view text) { tell("warn", {{"text", text}}); }
void print_page() { tell("print"); }
void keep_picture(std::string_view name) { tell("picture", {{"name", name}}); }

void copy(std::string_view text) { tell("clip", {{"text", text}}); }
void share(std::string_view text) { tell("share", {{"text", text}}); }
void make_code(std::string_view text) { tell("code", {{"text", text}}); }
void keep_code(std::string_view text, std::string_view name) { tell("code", {{"text", text}, {"name", name}}); }
void offer_phrase() { tell("phrase"); }
void seal(std::string_view name, std::string_view phrase, std::string_view text) {
    tell("seal", {{"name", name}, {"phrase", phrase}, {"text", text}});
}
void choose_sealed() { tell("choose"); }
void open_sealed(std::string_view phrase, int serial) { tell({{"t", "unseal"}, {"phrase", phrase}, {"serial", serial}}); }
void forget_sealed() { tell("forget"); }
void prepare_handing() { tell("prepare"); }

void set_timer(std::string_view name, int ms) { tell({{"t", "timer"}, {"name", name}, {"ms", ms}}); }

void read_aloud(bool on) { tell({{"t", "speak"}, {"on", on}}); }

void show(std::string_view sync) { tell_text(sync); }

}  // namespace koers::platform
