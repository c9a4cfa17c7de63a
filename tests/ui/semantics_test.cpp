// Rules that hold on every screen, in every language, at every width and text size: what a finger, a keyboard and a screen reader can count on.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "tests/support/given.h"
#include "tests/support/page.h"
#include "tests/support/walk.h"

namespace koers::test {

namespace {

bool holds_others(const Node& node) {
    switch (node.role) {
        case NodeRole::Banner:
        case NodeRole::Navigation:
        case NodeRole::Main:
        case NodeRole::Region:
        case NodeRole::Group:
        case NodeRole::List:
        case NodeRole::Item:
        case NodeRole::RadioGroup:
        case NodeRole::Table:
        case NodeRole::Row:
        case NodeRole::Dialog:
            return true;
        default:
            return false;
    }
}

// --- the rules

struct Complaints {
    std::map<std::string, int> found;
    void about(const std::string& where, const Node& node, const std::string& what) {
        ++found[where + ": " + node.id + " \"" + node.name.substr(0, 60) + "\" " + what];
    }
    void about(const std::string& where, const std::string& what) { ++found[where + ": " + what]; }
    std::string all() const {
        std::string text;
        int shown = 0;
        for (const auto& [complaint, times] : found)
            if (++shown <= 60) text += "\n  " + complaint;
        return std::to_string(found.size()) + " complaints" + text;
    }
};

std::string figures(const Box& box) {
    return std::to_string(static_cast<int>(box.x)) + "," + std::to_string(static_cast<int>(box.y)) + " " +
           std::to_string(static_cast<int>(box.w)) + "x" + std::to_string(static_cast<int>(box.h));
}

void check_structure(const Page& page, const std::string& where, Complaints& complaints) {
    std::map<std::string, const Node*> seen;
    int first_headings = 0, level = 0, banners = 0, mains = 0;
    bool before_the_first = true;
    for (const Node& node : page.nodes()) {
        if (node.id.empty()) complaints.about(where, node, "has no id");
        if (seen.count(node.id)) complaints.about(where, node, "stands twice");
        if (!node.parent.empty()) {
            const auto parent = seen.find(node.parent);
            if (parent == seen.end())
                complaints.about(where, node, "comes before its parent " + node.parent);
            else if (!holds_others(*parent->second))
                complaints.about(where, node, "stands inside a " + std::string(role_word(parent->second->role)));
        }
        seen.emplace(node.id, &node);
        if (touchable(node) && node.name.empty()) complaints.about(where, node, "has no name");
        const bool says = node.role == NodeRole::Text || node.role == NodeRole::Heading || node.role == NodeRole::Image ||
                          node.role == NodeRole::RowHead || node.role == NodeRole::ColumnHead || node.role == NodeRole::Cell ||
                          node.role == NodeRole::Dialog || node.role == NodeRole::Navigation ||
                          node.role == NodeRole::RadioGroup || node.role == NodeRole::Group || node.role == NodeRole::Table ||
                          node.role == NodeRole::Region;
        if (says && node.name.empty()) complaints.about(where, node, "says nothing");
        if (node.role == NodeRole::Banner) ++banners;
        if (node.role == NodeRole::Main) ++mains;
        if (node.role == NodeRole::Heading) {
            if (node.level < 1 || node.level > 6) complaints.about(where, node, "is a heading of no level");
            if (node.level == 1) {
                ++first_headings;
                before_the_first = false;
                if (node.id != "title") complaints.about(where, node, "is the first heading and not called title");
            } else if (!before_the_first && node.level > level + 1) {
                complaints.about(where, node, "jumps from level " + std::to_string(level) + " to " + std::to_string(node.level));
            } else if (before_the_first) {
                complaints.about(where, node, "comes before the first heading");
            }
            level = node.level;
        }
        if (node.role == NodeRole::Radio) {
            const auto group = seen.find(node.group);
            if (group == seen.end() || group->second->role != NodeRole::RadioGroup || node.parent != node.group)
                complaints.about(where, node, "is in no radio group");
            if (node.value.empty()) complaints.about(where, node, "is a radio without a value");
        }
        if (node.role == NodeRole::Checkbox && (node.parent.empty() || seen.at(node.parent)->role != NodeRole::Group))
            complaints.about(where, node, "is in no group");
        if (node.role == NodeRole::Link && node.href.empty()) complaints.about(where, node, "leads nowhere");
        if (node.role == NodeRole::Field && node.kind == FieldKind::None) complaints.about(where, node, "is a field of no kind");
        if (node.role == NodeRole::Slider && node.value_words.empty())
            complaints.about(where, node, "does not say its value in words");
        for (const std::string* part : {&node.name, &node.value, &node.value_words, &node.description, &node.error}) {
            static constexpr const char* prefixes[] = {"app.",      "welcome.", "youth.",     "help.",    "about.",
                                                       "activity.", "unit.",    "substance.", "contact.", "first."};
            for (const char* prefix : prefixes)
                for (size_t at = part->find(prefix); at != std::string::npos; at = part->find(prefix, at + 1)) {
                    const bool begins = at == 0 || (*part)[at - 1] == ' ' || (*part)[at - 1] == '"';
                    const size_t after = at + std::string_view(prefix).size();
                    if (begins && after < part->size() && (*part)[after] >= 'a' && (*part)[after] <= 'z')
                        complaints.about(where, node, "shows a text key: " + part->substr(at, 40));
                }
            if (part->find('{') != std::string::npos) complaints.about(where, node, "shows a placeholder: " + *part);
            if (part->find("**") != std::string::npos) complaints.about(where, node, "shows a mark: " + *part);
        }
    }
    if (first_headings != 1) complaints.about(where, "has " + std::to_string(first_headings) + " headings of the first level");
    if (banners != 1) complaints.about(where, "has " + std::to_string(banners) + " banners");
    if (mains != 1) complaints.about(where, "has " + std::to_string(mains) + " main landmarks");
}

void check_boxes(const Page& page, float view_w, float view_h, const std::string& where, Complaints& complaints) {
    std::map<std::string, std::string> layer_of;
    std::map<std::string, const Node*> layers;
    struct Placed {
        const Node* node;
        std::string layer;
    };
    std::vector<Placed> placed;
    for (const Node& node : page.nodes()) {
        std::string layer = node.parent.empty() ? std::string() : layer_of[node.parent];
        if (!node.layer.empty()) {
            layer = node.id;
            layers[node.id] = &node;
            if (node.box.x < -0.5f || node.box.right() > view_w + 0.5f || node.box.y < -0.5f || node.box.bottom() > view_h + 0.5f)
                complaints.about(where, node, "is a layer that sticks out: " + figures(node.box));
        }
        layer_of[node.id] = layer;
        if (holds_others(node)) continue;
        const Box box = node.box;
        const float offset = !layer.empty() ? layers[layer]->box.x : 0, room = !layer.empty() ? layers[layer]->box.w : view_w;
        if (box.x < -0.5f || box.right() > room + 0.5f || box.x + offset < -0.5f)
            complaints.about(where, node, "sticks out: " + figures(box));
        if (!layer.empty() && layers[layer]->layer != "modal" && box.bottom() > layers[layer]->box.h + 0.5f)
            complaints.about(where, node, "hangs out of its bar: " + figures(box));
        if (box.w <= 0 || box.h <= 0) complaints.about(where, node, "has no size: " + figures(box));
        if (touchable(node) && (box.w < 43.9f || box.h < 43.9f))
            complaints.about(where, node, "is too small to touch: " + figures(box));
        if ((node.role == NodeRole::Radio || node.role == NodeRole::Checkbox || node.role == NodeRole::Slider) && box.h < 47.9f)
            complaints.about(where, node, "is lower than 48: " + figures(box));
        for (const Placed& other : placed) {
            if (other.layer != layer) continue;
            const Box& o = other.node->box;
            const float wide = std::min(o.right(), box.right()) - std::max(o.x, box.x),
                        high = std::min(o.bottom(), box.bottom()) - std::max(o.y, box.y);
            if (wide > 0.5f && high > 0.5f)
                complaints.about(where, node, "lies over " + other.node->id + ": " + figures(box) + " and " + figures(o));
        }
        placed.push_back({&node, layer});
    }
}

// What the browser's mirror holds after all messages.
struct Mirror {
    std::map<std::string, json> nodes;
    std::vector<std::string> order;
    void take(const std::string& text) {
        const json sync = json::parse(text, nullptr, false);
        REQUIRE(sync.is_object());
        if (sync.contains("put"))
            for (const json& node : sync["put"]) nodes[node["i"].get<std::string>()] = node;
        if (sync.contains("order")) {
            order.clear();
            for (const json& one : sync["order"]) order.push_back(one[0].get<std::string>());
        }
    }
};

// One walk for both: what screens say, and where it stands.
struct Findings {
    Complaints structure, boxes;
    std::set<std::string> screens;
};
const Findings& findings() {
    static Findings found;
    if (!found.screens.empty()) return found;
    struct Size {
        float w, h;
    };
    static constexpr Size sizes[] = {{320, 568}, {390, 844}, {768, 1024}, {1280, 800}, {640, 320}};
    for (const float rem : {1.f, 2.f})
        for (const char* language : {"nl", "en"})
            walk_everything(language, [&](Page& page, const std::string& where) {
                found.screens.insert(std::string(language) + where);
                for (const Size& size : sizes) {
                    page.resize(size.w, size.h, rem);
                    const std::string here = std::to_string(static_cast<int>(size.w)) + " wide, " +
                                             std::to_string(static_cast<int>(rem * 100)) + " %, " + language + ", " + where;
                    check_structure(page, here, found.structure);
                    check_boxes(page, size.w, size.h, here, found.boxes);
                }
            });
    return found;
}

}  // namespace

TEST_CASE("every screen has its landmarks, one first heading, whole names, groups and an order from outside in") {
    CHECK(findings().screens.size() > 150);
    CHECK_MESSAGE(findings().structure.found.empty(), findings().structure.all());
}

TEST_CASE("everything to touch is large enough, and nothing sticks out or lies over another, at every width and text size") {
    CHECK(findings().screens.size() > 150);
    CHECK_MESSAGE(findings().boxes.found.empty(), findings().boxes.all());
}

TEST_CASE("the rules above see what is wrong") {
    // A page with one of each mistake; the checks must find them all.
    Page page({}, kept({"alcohol"}));
    Complaints structure, boxes;
    check_structure(page, "sound", structure);
    check_boxes(page, 390, 844, "sound", boxes);
    CHECK_MESSAGE(structure.found.empty(), structure.all());
    CHECK_MESSAGE(boxes.found.empty(), boxes.all());
    auto& nodes = const_cast<std::vector<Node>&>(page.nodes());
    Node wrong;
    wrong.id = "title";
    wrong.parent = "nowhere";
    wrong.role = NodeRole::Radio;
    wrong.name = "app.raw {n}";
    wrong.box = nodes.back().box;
    wrong.box.h = 10;
    wrong.box.w = 1000;
    wrong.parent = nodes.back().parent;
    nodes.push_back(wrong);
    check_structure(page, "wrong", structure);
    check_boxes(page, 390, 844, "wrong", boxes);
    CHECK(structure.found.size() >= 5);  // twice, no group, no value, a key, a placeholder
    CHECK(boxes.found.size() >= 3);      // sticks out, too small, over another
}

TEST_CASE("a frame that changed nothing tells nothing") {
    walk_places("nl", [&](Page& page, const std::string& where) {
        CAPTURE(where);
        // A touch of nothing draws a frame and changes no Node.
        const std::string before = page.last_sync();
        page.redraw();
        page.message("\"t\":\"touch\",\"hover\":\"\",\"down\":\"\",\"focus\":\"\",\"ring\":false");
        CHECK(page.last_sync() == before);
    });
}

TEST_CASE("one change tells only what changed") {
    Page page({}, kept({"alcohol"}));
    page.press("Trek").press("Vertel meer").press("Vertel meer");
    page.choose("Wat bracht de trek op gang?", "Verveling");
    page.choose("Wat bracht de trek op gang?", "Na het werk");
    const json sync = json::parse(page.last_sync(), nullptr, false);
    REQUIRE(sync.is_object());
    CHECK_FALSE(sync.contains("order"));
    REQUIRE(sync.contains("put"));
    CHECK(sync["put"].size() == 1);
    CHECK(sync["put"][0]["n"] == "Na het werk");
    CHECK(sync["put"][0]["on"] == 1);
}

TEST_CASE("the messages of a whole walk leave the mirror with exactly what is on screen") {
    Mirror mirror;
    Page* whose = nullptr;
    size_t taken = 0;
    const auto look = [&](Page& page, const std::string& where) {
        CAPTURE(where);
        if (whose != &page || page.syncs().size() < taken) mirror = Mirror{}, taken = 0;
        whose = &page;
        for (; taken < page.syncs().size(); ++taken) mirror.take(page.syncs()[taken]);
        REQUIRE(mirror.order.size() == page.nodes().size());
        int wrong = 0;
        for (size_t i = 0; i < mirror.order.size(); ++i) {
            const Node& node = page.nodes()[i];
            if (mirror.order[i] != node.id || mirror.nodes[node.id] != json::parse(node_json(node), nullptr, false)) ++wrong;
        }
        CHECK(wrong == 0);
    };
    walk_places("nl", look);
    whose = nullptr;
    walk_runs("nl", look);
}

TEST_CASE("the order of reading is bar, page, places on a phone, and bar, places, page beside a rail") {
    Page page({}, kept({"alcohol"}));
    std::vector<std::string> landmarks;
    for (const Node& node : page.nodes())
        if (node.role == NodeRole::Banner || node.role == NodeRole::Main || node.role == NodeRole::Navigation)
            landmarks.emplace_back(role_word(node.role));
    CHECK(landmarks == Words{"banner", "main", "navigation"});
    page.resize(1280, 800);
    landmarks.clear();
    for (const Node& node : page.nodes())
        if (node.role == NodeRole::Banner || node.role == NodeRole::Main || node.role == NodeRole::Navigation)
            landmarks.emplace_back(role_word(node.role));
    CHECK(landmarks == Words{"banner", "navigation", "main"});
}

}  // namespace koers::test
