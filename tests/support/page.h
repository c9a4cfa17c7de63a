// A test's view of a screen: what a person with a browser would find there, by role and name, and what they could do with it.
// Around the program stands the outside as web/README.md describes it: a store that keeps pages, a clock that is set, ids that count.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/ui/semantics.h"
#include "core/journal/pages.h"
#include "core/state/model.h"

namespace koers::test {

// The packs that the build makes of a language, from the assets beside the tests: all of it, or what a first visit fetches and the library apart.
enum class Packed { Whole, Base, Library };
const std::string& content_pack(std::string_view language, Packed packed = Packed::Whole);

// What a browser keeps between visits. It behaves as tests/store holds every store to behave.
struct FakeStore {
    std::map<std::string, std::string> pages;
    uint64_t generation = 0;
    bool persisted = false;
    bool writer = true;
    std::string state;                 // "" = "ok", or "empty" before the first save
    std::vector<std::string> damaged;  // pages that cannot be opened
    std::string raw;                   // the stored journal as it is, where it cannot be read
    bool is_volatile = false, expected = false;
    int writes = 0;

    // As another tab would write: on top of what is there.
    void written_elsewhere(const Changes& changes);
    Journal journal() const;
};

// A browser in which someone went through the first visit, follows these substances and wrote these records.
FakeStore kept(const std::vector<std::string>& substances, const Changes& records = {}, std::string_view language = "nl");

struct Visit {
    std::string language = "nl";                  // of the pack that the page fetched first
    std::vector<std::string> languages{"nl-BE"};  // of the browser
    std::string clock = "2026-11-21 18:05";       // a Saturday
    float w = 390, h = 844, rem = 1;
    bool dark = false, contrast = false;
    std::string scenario;
    std::string fragment;  // what followed "#" in the address
    bool whole = true;     // false: the library comes when it is asked for, as it does in a browser
    bool inside_app = false, can_share = false;
    bool store_answers = true;  // false: the journal is not open until store_opens()
};

class Page {
  public:
    explicit Page(const Visit& visit = {});
    Page(const Visit& visit, FakeStore kept);
    ~Page();
    Page(const Page&) = delete;
    Page& operator=(const Page&) = delete;

    FakeStore store;

    // --- what a person does
    Page& press(std::string_view name,
                std::string_view inside = "");  // a button or link; `inside` = the name or the role of what holds it
    Page& choose(std::string_view group, std::string_view option);
    Page& type(std::string_view field, std::string_view text);
    Page& enter(std::string_view field);
    Page& slide(std::string_view name, int value);
    Page& escape();
    Page& back();
    int presses() const { return presses_; }  // press and choose, since the visit began

    // --- what a person finds
    bool sees(std::string_view text) const;
    bool has(NodeRole role, std::string_view name) const;
    std::string heading() const;  // the one h1
    std::string notice() const;   // empty when there is none
    const Node& node(NodeRole role, std::string_view name) const;
    std::string value(std::string_view field) const;
    std::string error(std::string_view field) const;
    bool chosen(std::string_view group, std::string_view option) const;
    std::vector<std::string> options(std::string_view group) const;
    std::vector<std::vector<std::string>> table(std::string_view name) const;
    std::vector<std::string> names(NodeRole role, std::string_view inside = "") const;
    std::string everything() const;  // one line a node, for messages
    const std::vector<Node>& nodes() const;

    // --- the words of the language on screen, for tests of every language
    const std::string& words(std::string_view key) const;

    // --- the outside
    Page& at(std::string_view day_and_clock, int offset = 60);
    Page& later(int minutes);
    Page& rings(std::string_view timer);  // the test fails when it was not set
    Page& resize(float w, float h, float rem = 1);
    Page& prefers(bool dark, bool contrast);
    Page& opens_link(const std::string& fragment);  // in this very tab
    Page& reload();                                 // the same browser, a new start
    Page& store_opens();                            // what was held back by Visit::store_answers
    Page& store_reopens();                          // another tab wrote: the store tells anew
    Page& fail_saves(std::string_view reason);      // until succeed_saves(): "full", "refused", "other"
    Page& succeed_saves();
    Page& hold_saves();  // not answered until release_saves()
    Page& release_saves();
    Page& loses_network() {
        network_ = false;
        return *this;
    }  // nothing can be fetched
    Page& finds_network() {
        network_ = true;
        return *this;
    }
    Page& slow_network() {  // what is fetched waits for `arrives`
        slow_ = true;
        return *this;
    }
    Page& arrives();                                            // what was asked for first
    Page& message(const std::string& body);                     // "\"t\":\"update\"": at and id are added
    std::pair<std::string, std::string> last_download() const;  // name and text
    // The last frame's message to the mirror, and a redraw that nobody asked for.
    const std::vector<std::string>& syncs() const;
    std::string last_sync() const;
    void redraw();

  private:
    Visit visit_;
    Moment now_;
    int ids_ = 0, presses_ = 0;
    bool held_ = false, network_ = true, slow_ = false, open_wanted_ = false;
    std::string failing_;

    void begin();
    void end();
    void settle();
    void act(const Node& node, std::string_view op, const std::string& value = "");
    void tell_opened();
    void answer_saves();
    void answer_content();
    bool within(const Node& node, std::string_view name) const;
    bool reachable(const Node& node) const;
    [[noreturn]] void missing(const std::string& what) const;
};

// A finger or a key can do something with it.
bool touchable(const Node& node);

}  // namespace koers::test
