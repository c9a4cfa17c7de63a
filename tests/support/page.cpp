#include "tests/support/page.h"

#include <doctest/doctest.h>
#include <imgui.h>

#include <algorithm>
#include <cstdio>

#include "app/frame.h"
#include "app/headless.h"
#include "app/inbox.h"
#include "tests/support/files.h"
#include "tests/support/given.h"

namespace koers::test {

// What web/build.mjs leaves out of a first visit.
static bool later(const std::string& path, const json& document) {
    const std::string kind = document.is_object() ? document.value("kind", "") : "";
    return (path.rfind("activities/", 0) == 0 && (kind == "check" || kind == "exercise" || kind == "plan" || kind == "info")) ||
           path.find("/library/") != std::string::npos || path == "invite/sets.json" ||
           (path.rfind("demo/", 0) == 0 && path != "demo/week.json");
}

const std::string& content_pack(std::string_view language, Packed packed) {
    static std::map<std::pair<std::string, Packed>, std::string> packs;
    const std::pair key{std::string(language), packed};
    const auto found = packs.find(key);
    if (found != packs.end()) return found->second;
    std::string pack = json{{"format", pack_format}, {"lang", language}}.dump() + "\n";
    for (const auto& [path, bytes] : content_under(std::string(KOERS_ROOT) + "/assets")) {
        const bool other_language = path.rfind("texts/", 0) == 0 && path.rfind("texts/" + std::string(language) + "/", 0) != 0;
        if (other_language || path.rfind("icons/", 0) == 0) continue;
        json document = json::parse(bytes, nullptr, false);
        if (packed != Packed::Whole && later(path, document) != (packed == Packed::Library)) continue;
        document.erase("examples");
        pack += path + "\n" + document.dump() + "\n";
    }
    return packs.emplace(key, std::move(pack)).first->second;
}

// --- the store

static std::vector<PageText> page_texts(const FakeStore& store) {
    std::vector<PageText> pages;
    for (const auto& [id, text] : store.pages)
        if (std::find(store.damaged.begin(), store.damaged.end(), id) == store.damaged.end()) pages.push_back({id, text});
    return pages;
}

static void write(FakeStore& store, const PageWrite& write) {
    for (const PageText& page : write.pages) store.pages[page.id] = page.text;
    for (const std::string& id : write.gone) store.pages.erase(id);
    ++store.generation;
    ++store.writes;
}

void FakeStore::written_elsewhere(const Changes& changes) {
    Pages other;
    other.read(page_texts(*this), damaged);
    write(*this, other.apply(changes));
}

Journal FakeStore::journal() const {
    Pages read;
    read.read(page_texts(*this), damaged);
    Journal journal;
    journal.apply(read.records());
    return journal;
}

FakeStore kept(const std::vector<std::string>& substances, const Changes& records, std::string_view language) {
    Settings settings;
    settings.started = true;
    settings.language = language;
    settings.country = "be";
    for (const std::string& id : substances) settings.followed.push_back({id, id, ""});
    Changes all{put(settings)};
    all.insert(all.end(), records.begin(), records.end());
    FakeStore store;
    store.written_elsewhere(all);
    store.writes = 0;
    return store;
}

// The members of a message, to which the time and an id are added.
static std::string members(const json& message) {
    const std::string text = message.dump(-1, ' ', false, json::error_handler_t::replace);
    return text.substr(1, text.size() - 2);
}

// --- a visit

Page::Page(const Visit& visit) : Page(visit, FakeStore{}) {}

Page::Page(const Visit& visit, FakeStore kept) : store(std::move(kept)), visit_(visit), now_(test::at(visit.clock)) { begin(); }

Page::~Page() { end(); }

// Baking the letters is half of what a start costs, and they are the same ones for everybody.
static ImFontAtlas& shared_letters() {
    static ImFontAtlas letters;
    return letters;
}
static Fonts baked;

void Page::begin() {
    end();
    ImGui::CreateContext(&shared_letters());
    ImGui::GetIO().IniFilename = nullptr;
    app().fonts = baked;
    headless() = Headless{};
    held_ = false;
    // A pack is read as the page would give it the first time a language is met; after that its catalog is shared, which makes a visit twice as quick.
    static std::map<std::string, std::shared_ptr<const Catalog>> read;
    std::shared_ptr<const Catalog>& catalog = read[visit_.language];
    json start{{"t", "start"}, {"languages", visit_.languages}, {"content", visit_.language}};
    start["view"] = {{"w", visit_.w}, {"h", visit_.h}, {"dpr", 1}, {"rem", visit_.rem}};
    start["prefs"] = {{"dark", visit_.dark}, {"contrast", visit_.contrast}, {"forced", false}, {"still", true}};
    if (!visit_.scenario.empty()) start["scenario"] = visit_.scenario;
    if (!visit_.fragment.empty()) start["fragment"] = visit_.fragment;
    if (visit_.inside_app) start["inside"] = true;
    if (visit_.can_share) start["share"] = true;
    start["address"] = "https://koers.example/";
    // Where the library is not there yet, it may come at once: that catalog is nobody else's.
    if (!catalog || !visit_.whole) {
        inbox_give("content", content_pack(visit_.language, visit_.whole ? Packed::Whole : Packed::Base));
        message(members(start));
        REQUIRE_MESSAGE(app().started, "the content pack does not load");
        if (visit_.whole) catalog = app().model.catalog;
        return;
    }
    app().started = true;
    app().scenario = visit_.scenario;
    start["view"]["t"] = "view";
    start["prefs"]["t"] = "prefs";
    app().stamp.now = now_;
    message(members(start["view"]));
    message(members(start["prefs"]));
    app().happen(Started{visit_.languages, catalog, true, visit_.fragment,
                         Surroundings{"https://koers.example/", visit_.inside_app, visit_.can_share}});
    message("\"t\":\"touch\"");
}

void Page::end() {
    if (!ImGui::GetCurrentContext()) return;
    baked = app().fonts;
    reset_app();
    ImGui::DestroyContext();
}

Page& Page::opens_link(const std::string& fragment) { return message(members({{"t", "link"}, {"fragment", fragment}})); }

Page& Page::message(const std::string& body) {
    now_.ms += 1000;  // nothing takes no time
    char id[33];
    std::snprintf(id, sizeof id, "%032x", static_cast<unsigned>(++ids_));
    inbox_send("{\"at\":[" + std::to_string(now_.ms) + "," + std::to_string(now_.offset) + "],\"id\":\"" + id + "\"," + body +
               "}");
    settle();
    return *this;
}

void Page::answer_content() {
    const Headless::Content asked = headless().content_asked.front();
    headless().content_asked.erase(headless().content_asked.begin());
    const std::string answer = "\"t\":\"content\",\"lang\":\"" + asked.language + "\"";
    if (!network_) {
        message(answer + ",\"missing\":true" + (asked.whole ? ",\"whole\":true" : ""));
        return;
    }
    inbox_give("content", content_pack(asked.language, Packed::Base));
    if (asked.whole) inbox_give("library", content_pack(asked.language, Packed::Library));
    message(answer);
}

Page& Page::arrives() {
    REQUIRE_MESSAGE(!headless().content_asked.empty(), "nothing was asked for");
    answer_content();
    return *this;
}

// Draws and answers until nothing new happens, as a browser would.
void Page::settle() {
    for (int turn = 0; headless().frame_wanted || !headless().saves.empty() || (!slow_ && !headless().content_asked.empty());
         ++turn) {
        REQUIRE_MESSAGE(turn < 100, "the program never comes to rest");
        if (headless().frame_wanted) {
            headless().frame_wanted = false;
            inbox_frame();
        }
        Headless& asked = headless();
        if (asked.opens > 0 || open_wanted_) {
            const bool answers = visit_.store_answers;
            asked.opens = 0;
            open_wanted_ = !answers;
            if (answers) tell_opened();
        }
        if (asked.take_overs > 0) {
            asked.take_overs = 0;
            store.writer = true;
            tell_opened();
        }
        if (!asked.content_asked.empty() && !slow_) answer_content();
        if (asked.persist_asked > 0) {
            asked.persist_asked = 0;
            store.persisted = true;
            message("\"t\":\"persisted\",\"yes\":true");
        }
        if (asked.erases > 0) {
            asked.erases = 0;
            store = FakeStore{};
            message("\"t\":\"erased\"");
        }
        if (held_) {
            if (!headless().frame_wanted) return;
            continue;
        }
        answer_saves();
    }
}

void Page::answer_saves() {
    std::vector<Headless::Save> saves;
    saves.swap(headless().saves);
    for (const Headless::Save& save : saves) {
        std::string reason = failing_;
        if (reason.empty() && (!store.writer || store.state == "newer")) reason = "refused";
        if (reason.empty() && save.base != store.generation) reason = "elsewhere";
        if (!reason.empty()) {
            message("\"t\":\"unsaved\",\"reason\":\"" + reason + "\"");
            if (reason == "elsewhere") tell_opened();
            continue;
        }
        write(store, save.write);
        if (store.state == "lost" || store.state == "empty") store.state.clear();
        message("\"t\":\"saved\",\"generation\":" + std::to_string(store.generation));
    }
}

void Page::tell_opened() {
    json opened{{"t", "opened"},
                {"generation", store.generation},
                {"damaged", store.damaged},
                {"writer", store.writer && store.state != "newer"}};
    opened["pages"] = json::array();
    for (const PageText& page : page_texts(store)) opened["pages"].push_back({{"id", page.id}, {"text", page.text}});
    opened["state"] = !store.state.empty() ? store.state : store.generation == 0 ? "empty" : "ok";
    opened["persisted"] = store.persisted;
    opened["volatile"] = store.is_volatile;
    opened["expected"] = store.expected || store.generation > 0;
    if (!store.raw.empty()) opened["raw"] = store.raw;
    message(members(opened));
}

Page& Page::reload() {
    failing_.clear();
    visit_.fragment.clear();  // it is gone from the address
    begin();
    return *this;
}

Page& Page::store_opens() {
    visit_.store_answers = true;
    open_wanted_ = false;
    tell_opened();
    return *this;
}

Page& Page::store_reopens() {
    tell_opened();
    return *this;
}

Page& Page::fail_saves(std::string_view reason) {
    failing_ = reason;
    return *this;
}
Page& Page::succeed_saves() {
    failing_.clear();
    return *this;
}
Page& Page::hold_saves() {
    held_ = true;
    return *this;
}
Page& Page::release_saves() {
    held_ = false;
    settle();
    return *this;
}

Page& Page::at(std::string_view day_and_clock, int offset) {
    now_ = test::at(day_and_clock, offset);
    return *this;
}
Page& Page::later(int minutes) {
    now_.ms += minutes * int64_t{60'000};
    return *this;
}
Page& Page::rings(std::string_view timer) {
    const auto set = headless().timers.find(std::string(timer));
    REQUIRE_MESSAGE(set != headless().timers.end(), "the timer \"", std::string(timer), "\" was not set");
    headless().timers.erase(set);
    return message("\"t\":\"timer\",\"name\":\"" + std::string(timer) + "\"");
}
Page& Page::resize(float w, float h, float rem) {
    visit_.w = w;
    visit_.h = h;
    visit_.rem = rem;
    return message(members({{"t", "view"}, {"w", w}, {"h", h}, {"dpr", 1}, {"rem", rem}}));
}
Page& Page::prefers(bool dark, bool contrast) {
    visit_.dark = dark;
    visit_.contrast = contrast;
    return message(members({{"t", "prefs"}, {"dark", dark}, {"contrast", contrast}, {"forced", false}, {"still", true}}));
}

std::pair<std::string, std::string> Page::last_download() const {
    REQUIRE_MESSAGE(!headless().downloads.empty(), "nothing was downloaded");
    return headless().downloads.back();
}

const std::vector<std::string>& Page::syncs() const { return headless().syncs; }

std::string Page::last_sync() const { return headless().syncs.empty() ? std::string() : headless().syncs.back(); }

void Page::redraw() { inbox_frame(); }

// --- finding

const std::vector<Node>& Page::nodes() const { return app().ui.semantics.nodes(); }

const std::string& Page::words(std::string_view key) const {
    const Texts& texts = app().model.catalog->texts;
    REQUIRE_MESSAGE(texts.has(key), "no text ", std::string(key));
    return texts.get(key);
}

std::string Page::everything() const {
    std::string all;
    for (const Node& node : nodes()) {
        all += "  " + std::string(role_word(node.role)) + " \"" + node.name + "\"";
        if (!node.value.empty()) all += " = " + node.value;
        if (node.has_on) all += node.on ? " (on)" : " (off)";
        if (!node.error.empty()) all += " ! " + node.error;
        all += "   [" + node.id + "]\n";
    }
    return all;
}

void Page::missing(const std::string& what) const {
    FAIL(what, ". On screen:\n", everything());
    std::abort();  // FAIL has thrown
}

bool Page::within(const Node& node, std::string_view name) const {
    if (name.empty()) return true;
    const Node* up = app().ui.semantics.find(node.parent);
    while (up) {
        if (up->name == name || role_word(up->role) == name) return true;
        up = app().ui.semantics.find(up->parent);
    }
    return false;
}

// What lies behind a question cannot be touched.
bool Page::reachable(const Node& node) const {
    const std::vector<Node>& all = nodes();
    const bool asking = std::any_of(all.begin(), all.end(), [](const Node& one) { return one.role == NodeRole::Dialog; });
    if (!asking) return true;
    for (const Node* up = &node; up; up = app().ui.semantics.find(up->parent))
        if (up->role == NodeRole::Dialog) return true;
    return false;
}

static bool pressable(const Node& node) {
    return node.role == NodeRole::Button || node.role == NodeRole::Toggle || node.role == NodeRole::Link;
}

void Page::act(const Node& node, std::string_view op, const std::string& value) {
    if (node.off) missing("\"" + node.name + "\" is switched off");
    if (!reachable(node)) missing("\"" + node.name + "\" lies behind a question");
    json body{{"t", "act"}, {"node", node.id}, {"op", op}};
    if (op != "press") body["value"] = value;
    message(members(body));
}

Page& Page::press(std::string_view name, std::string_view inside) {
    ++presses_;
    std::vector<const Node*> exact, beginning;
    for (const Node& node : nodes()) {
        if (!pressable(node) || !within(node, inside) || !reachable(node)) continue;
        if (node.name == name)
            exact.push_back(&node);
        else if (node.name.rfind(name, 0) == 0)
            beginning.push_back(&node);
    }
    const auto& found = exact.empty() ? beginning : exact;
    if (found.empty()) missing("No button or link \"" + std::string(name) + "\"");
    if (found.size() > 1) missing("More than one button or link \"" + std::string(name) + "\"");
    act(*found.front(), "press");
    return *this;
}

static bool is_option(const Node& node) { return node.role == NodeRole::Radio || node.role == NodeRole::Checkbox; }

Page& Page::choose(std::string_view group, std::string_view option) {
    ++presses_;
    for (const Node& node : nodes()) {
        if (!is_option(node) || node.name != option || !within(node, group)) continue;
        if (node.role == NodeRole::Checkbox)
            act(node, "change", node.on ? "false" : "true");
        else if (!node.on)
            act(node, "change", node.value);  // a radio that is on says nothing when touched again
        return *this;
    }
    missing("No choice \"" + std::string(option) + "\" in \"" + std::string(group) + "\"");
}

bool Page::chosen(std::string_view group, std::string_view option) const {
    for (const Node& node : nodes())
        if (is_option(node) && node.name == option && within(node, group)) return node.on;
    missing("No choice \"" + std::string(option) + "\" in \"" + std::string(group) + "\"");
}

std::vector<std::string> Page::options(std::string_view group) const {
    std::vector<std::string> found;
    for (const Node& node : nodes())
        if (is_option(node) && within(node, group)) found.push_back(node.name);
    return found;
}

Page& Page::type(std::string_view field, std::string_view text) {
    const Node& found = node(NodeRole::Field, field);
    act(found, found.kind == FieldKind::Date || found.kind == FieldKind::Time ? "change" : "typed", std::string(text));
    return *this;
}

Page& Page::enter(std::string_view field) {
    const Node& found = node(NodeRole::Field, field);
    act(found, "enter", found.value);
    return *this;
}

Page& Page::slide(std::string_view name, int value) {
    act(node(NodeRole::Slider, name), "change", std::to_string(value));
    return *this;
}

Page& Page::escape() {
    for (const Node& one : nodes())
        if (one.role == NodeRole::Dialog) {
            act(one, "close");
            return *this;
        }
    missing("No dialog to close");
}

Page& Page::back() { return message("\"t\":\"back\""); }

bool Page::sees(std::string_view text) const {
    for (const Node& node : nodes())
        for (const std::string* part : {&node.name, &node.value, &node.value_words, &node.description, &node.error})
            if (part->find(text) != std::string::npos) return true;
    return false;
}

bool Page::has(NodeRole role, std::string_view name) const {
    return std::any_of(nodes().begin(), nodes().end(), [&](const Node& one) { return one.role == role && one.name == name; });
}

const Node& Page::node(NodeRole role, std::string_view name) const {
    for (const Node& one : nodes())
        if (one.role == role && one.name == name) return one;
    missing("No " + std::string(role_word(role)) + " \"" + std::string(name) + "\"");
}

std::string Page::value(std::string_view field) const {
    for (const Node& one : nodes())
        if ((one.role == NodeRole::Field || one.role == NodeRole::Slider) && one.name == field) return one.value;
    missing("No field or slider \"" + std::string(field) + "\"");
}

std::string Page::error(std::string_view field) const { return node(NodeRole::Field, field).error; }

std::string Page::heading() const {
    for (const Node& one : nodes())
        if (one.role == NodeRole::Heading && one.level == 1) return one.name;
    missing("No heading of the first level");
}

std::string Page::notice() const {
    const Node* text = app().ui.semantics.find("notice.text");
    return text ? text->name : std::string();
}

std::vector<std::vector<std::string>> Page::table(std::string_view name) const {
    const std::string id = node(NodeRole::Table, name).id;
    std::vector<std::vector<std::string>> rows;
    for (const Node& row : nodes()) {
        if (row.role != NodeRole::Row || row.parent != id) continue;
        rows.emplace_back();
        for (const Node& cell : nodes())
            if (cell.parent == row.id) rows.back().push_back(cell.name);
    }
    return rows;
}

std::vector<std::string> Page::names(NodeRole role, std::string_view inside) const {
    std::vector<std::string> found;
    for (const Node& one : nodes())
        if (one.role == role && within(one, inside)) found.push_back(one.name);
    return found;
}

bool touchable(const Node& node) {
    switch (node.role) {
        case NodeRole::Button:
        case NodeRole::Toggle:
        case NodeRole::Link:
        case NodeRole::Radio:
        case NodeRole::Checkbox:
        case NodeRole::Slider:
        case NodeRole::Field:
            return true;
        default:
            return false;
    }
}

}  // namespace koers::test
