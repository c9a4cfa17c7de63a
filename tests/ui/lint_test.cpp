// What is drawn, held beside what is said of it: by ImGui's own hooks for everything that can be touched, and word by word for everything that can be read.
#include <doctest/doctest.h>
#include <imgui.h>
#include <imgui_internal.h>

#include <cmath>
#include <map>
#include <set>

#include "app/frame.h"
#include "tests/support/given.h"
#include "tests/support/imgui_hooks.h"
#include "tests/support/walk.h"

namespace koers::test {

namespace {

// Where a Node lies in the window: its box is relative to the layer it stands in.
Box in_window(const Page& page, const Node& node) {
    Box box = node.box;
    const auto& nodes = page.nodes();
    for (std::string up = node.parent; !up.empty();) {
        const Node* parent = nullptr;
        for (const Node& one : nodes)
            if (one.id == up) parent = &one;
        if (!parent) break;
        if (!parent->layer.empty()) {
            box.x += parent->box.x;
            box.y += parent->box.y;
            break;
        }
        up = parent->parent;
    }
    return box;
}

// What ImGui was told of that no Node speaks of, and the other way round.
std::vector<std::string> differences(const Page& page, const std::vector<ImGuiItem>& items) {
    std::vector<std::string> found;
    std::map<unsigned, const Node*> nodes;
    for (const Node& node : page.nodes()) nodes[ImHashStr(node.id.data(), node.id.size())] = &node;
    std::set<unsigned> seen;
    for (const ImGuiItem& item : items) {
        seen.insert(item.id);
        const auto node = nodes.find(item.id);
        const std::string where = std::to_string(std::lround(item.box.x)) + "," + std::to_string(std::lround(item.box.y));
        if (node == nodes.end()) {
            found.push_back("an item at " + where + " has no Node");
            continue;
        }
        if (node->second->name.empty() && node->second->role != NodeRole::Image)
            found.push_back(node->second->id + " has no name");
        const Box box = in_window(page, *node->second);
        for (const float off : {box.x - item.box.x, box.y - item.box.y, box.w - item.box.w, box.h - item.box.h})
            if (std::fabs(off) > 1) {
                found.push_back(node->second->id + " lies elsewhere than it is drawn, at " + where);
                break;
            }
    }
    for (const auto& [id, node] : nodes)
        if (touchable(*node) && !seen.count(id)) found.push_back(node->id + " can be touched and is not drawn");
    return found;
}

// Every drawn text stands somewhere in the words of the screen.
std::vector<std::string> unsaid(const Page& page, const std::vector<std::string>& drawn) {
    std::string said;
    for (const Node& node : page.nodes())
        for (const std::string* part :
             {&node.name, &node.value, &node.value_words, &node.description, &node.error, &node.placeholder})
            said += *part + "\n";
    // Dashes and dots are drawing; capitals are no other words.
    const auto lowered = [](std::string text) {
        for (char& c : text)
            if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        return text;
    };
    said = lowered(said);
    std::vector<std::string> found;
    for (const std::string& text : drawn)
        if (text != "–" && text != "•" && said.find(lowered(text)) == std::string::npos) found.push_back(text);
    return found;
}

}  // namespace

TEST_CASE("what ImGui knows and what is said of the screen are the same things, in the same places, each with a name") {
    std::map<std::string, int> found;
    int screens = 0;
    walk_everything("nl", [&](Page& page, const std::string& where) {
        const Listening listening;
        page.redraw();
        ++screens;
        CHECK(listening.items().size() > 0);
        for (const std::string& one : differences(page, listening.items())) ++found[where + ": " + one];
    });
    CHECK(screens > 80);
    for (const auto& [one, times] : found) CHECK_MESSAGE(false, one);
}

TEST_CASE("the lint sees what has no Node, no name, or lies elsewhere") {
    Page page({}, kept({"alcohol"}));
    const Listening listening;
    page.redraw();
    std::vector<ImGuiItem> items = listening.items();
    REQUIRE(differences(page, items).empty());
    items.push_back({12345, {0, 0, 10, 10}});
    items.front().box.x += 2;
    const ImGuiItem last = items[1];
    items.erase(items.begin() + 1);
    CHECK(last.id != 0);
    CHECK(differences(page, items).size() == 3);
}

TEST_CASE("what can be read in the drawing can be read without it") {
    for (const char* language : {"nl", "en"}) {
        std::map<std::string, int> found;
        walk_everything(language, [&](Page& page, const std::string& where) {
            std::vector<std::string> drawn;
            app().ui.drawn_words = &drawn;
            page.redraw();
            app().ui.drawn_words = nullptr;
            CHECK(!drawn.empty());
            for (const std::string& one : unsaid(page, drawn)) ++found[where + ": \"" + one + "\""];
        });
        for (const auto& [one, times] : found) CHECK_MESSAGE(false, one);
    }
}

}  // namespace koers::test
