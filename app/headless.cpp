// The platform of tests: memory, no window. What the program asked for is kept here to be looked at and answered.
#include "app/headless.h"

#include "app/platform.h"
#include "app/window.h"

namespace koers {

Headless& headless() {
    static Headless one;
    return one;
}

bool window_open() { return true; }
void window_resize(float, float, float) {}
void window_draw(ImDrawData*) {}
void window_take_fonts() {}
void window_restore() {}

namespace platform {

void open_journal() { ++headless().opens; }
void save(uint64_t base, const PageWrite& write) { headless().saves.push_back({base, write}); }
void take_over_writing() { ++headless().take_overs; }
void ask_to_persist() { ++headless().persist_asked; }
void erase_everything() { ++headless().erases; }
void load_content(std::string_view language, bool whole) { headless().content_asked.push_back({std::string(language), whole}); }
void download(std::string_view name, std::string_view, std::string_view text) {
    headless().downloads.emplace_back(std::string(name), std::string(text));
}
void warn(std::string_view text) { headless().warnings.emplace_back(text); }
void print_page() { ++headless().prints; }
void keep_picture(std::string_view name) { headless().pictures.emplace_back(name); }
void copy(std::string_view text) { headless().copied.emplace_back(text); }
void share(std::string_view text) { headless().shared.emplace_back(text); }
void make_code(std::string_view text) { headless().codes.emplace_back(text); }
void keep_code(std::string_view text, std::string_view) { headless().codes_kept.emplace_back(text); }
void offer_phrase() { ++headless().phrases_asked; }
void seal(std::string_view name, std::string_view phrase, std::string_view text) {
    headless().sealed.push_back({std::string(name), std::string(phrase), std::string(text)});
}
void choose_sealed() { ++headless().sealed_asked; }
void open_sealed(std::string_view phrase, int serial) {
    headless().phrases.emplace_back(phrase);
    headless().phrase_serial = serial;
}
void prepare_handing() {}
void forget_sealed() { ++headless().sealed_forgotten; }
void switch_release() { ++headless().switches; }
void set_timer(std::string_view name, int ms) {
    if (ms > 0)
        headless().timers[std::string(name)] = ms;
    else
        headless().timers.erase(std::string(name));
}
void request_frame() { headless().frame_wanted = true; }
void read_aloud(bool on) { headless().reading = on; }
void show(std::string_view sync) { headless().syncs.emplace_back(sync); }

}  // namespace platform
}  // namespace koers
