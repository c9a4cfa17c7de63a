#include "app/ui/semantics.h"

#include <cmath>
#include <cstdio>

namespace koers {

std::string_view role_word(NodeRole role) {
    static constexpr std::string_view words[] = {
        "banner", "navigation", "main",    "region", "group",      "list",     "item",     "heading",  "text",
        "button", "toggle",     "link",    "radio",  "radiogroup", "checkbox", "slider",   "field",    "table",
        "row",    "colhead",    "rowhead", "cell",   "dialog",     "image",    "progress", "separator"};
    return words[static_cast<size_t>(role)];
}

// Written by hand: a screen is some hundred nodes, and this runs in every frame that changed something.
void append_json_text(std::string& out, std::string_view text) {
    out += '"';
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (c == '\n') {
            out += "\\n";
        } else if (byte < 0x20) {
            char code[8];
            std::snprintf(code, sizeof code, "\\u%04x", byte);
            out += code;
        } else {
            out += c;
        }
    }
    out += '"';
}

static void append_number(std::string& out, float value) {
    // Half pixels are all a layout needs; fewer digits, fewer bytes.
    const long doubled = std::lround(value * 2);
    out += std::to_string(doubled / 2);
    if (doubled % 2) {
        if (doubled < 0 && doubled / 2 == 0) out.insert(out.size() - 1, "-");
        out += ".5";
    }
}

static void append_real(std::string& out, float value) {
    char text[32];
    std::snprintf(text, sizeof text, "%g", static_cast<double>(value));
    out += text;
}

static void append_key(std::string& out, const char* key) {
    out += ",\"";
    out += key;
    out += "\":";
}
static void append_text(std::string& out, const char* key, const std::string& text) {
    if (text.empty()) return;
    append_key(out, key);
    append_json_text(out, text);
}
static void append_flag(std::string& out, const char* key, bool flag) {
    append_key(out, key);
    out += flag ? '1' : '0';
}

std::string node_json(const Node& node) {
    std::string out = "{\"i\":";
    append_json_text(out, node.id);
    append_key(out, "r");
    append_json_text(out, role_word(node.role));
    append_key(out, "n");
    append_json_text(out, node.name);
    append_key(out, "b");
    out += '[';
    const float sides[] = {node.box.x, node.box.y, node.box.w, node.box.h};
    for (int i = 0; i < 4; ++i) {
        if (i) out += ',';
        append_number(out, sides[i]);
    }
    out += ']';
    if (node.role == NodeRole::Field || !node.value.empty()) {
        append_key(out, "v");
        append_json_text(out, node.value);
    }
    append_text(out, "vt", node.value_words);
    append_text(out, "d", node.description);
    append_text(out, "e", node.error);
    append_text(out, "layer", node.layer);
    if (node.level) append_key(out, "l"), out += std::to_string(node.level);
    if (node.has_on) append_flag(out, "on", node.on);
    if (node.off) append_flag(out, "off", true);
    if (node.has_open) append_flag(out, "open", node.open);
    static constexpr const char* kinds[] = {"", "text", "decimal", "integer", "date", "time", "lines", "phrase"};
    if (node.kind != FieldKind::None) append_text(out, "kind", kinds[static_cast<size_t>(node.kind)]);
    if (node.role == NodeRole::Slider || node.role == NodeRole::Progress) {
        append_key(out, "min"), append_real(out, node.min);
        append_key(out, "max"), append_real(out, node.max);
        append_key(out, "step"), append_real(out, node.step);
    }
    append_text(out, "min", node.min_text);
    append_text(out, "max", node.max_text);
    append_text(out, "p", node.placeholder);
    if (node.max_length) append_key(out, "len"), out += std::to_string(node.max_length);
    append_text(out, "g", node.group);
    append_text(out, "href", node.href);
    if (node.font_px > 0) {
        append_key(out, "f");
        out += '[';
        append_real(out, node.font_px);
        out += node.bold ? ",1" : ",0";
        if (node.line_px > 0) {
            out += ',';
            append_real(out, node.line_px);
        }
        out += ']';
    }
    if (node.centred) append_flag(out, "mid", true);
    if (node.shown) append_flag(out, "shown", true);
    if (node.unspoken) append_flag(out, "mute", true);
    if (!node.look.empty()) append_text(out, "look", std::string(node.look));
    append_text(out, "c", node.colour);
    if (!node.picture.empty()) {
        append_key(out, "q");
        out += '[';
        append_json_text(out, node.picture);
        out += ',' + std::to_string(node.picture_side) + ']';
    }
    return out + '}';
}

void Semantics::begin() { nodes_.clear(); }

Node& Semantics::add(Node node) {
    nodes_.push_back(std::move(node));
    return nodes_.back();
}

const Node* Semantics::find(std::string_view id) const {
    for (const Node& node : nodes_)
        if (node.id == id) return &node;
    return nullptr;
}

void Semantics::forget() {
    sent_.clear();
    order_ = page_ = 0;
}

static uint64_t hash_of(std::string_view text, uint64_t seed = 1469598103934665603ull) {
    for (const char c : text) seed = (seed ^ static_cast<unsigned char>(c)) * 1099511628211ull;
    return seed | 1;
}

std::string Semantics::difference(const Page& page) {
    std::string put, order;
    uint64_t order_hash = hash_of("");
    std::unordered_map<std::string, uint64_t> now;
    for (const Node& node : nodes_) {
        order_hash = hash_of(node.parent, hash_of(node.id, order_hash)) * 31;
        std::string text = node_json(node);
        const uint64_t hash = hash_of(text);
        const auto before = sent_.find(node.id);
        if (before == sent_.end() || before->second != hash) {
            if (!put.empty()) put += ',';
            put += text;
        }
        now.emplace(node.id, hash);
    }
    const bool order_changed = order_hash != order_;
    if (order_changed) {
        for (const Node& node : nodes_) {
            order += order.empty() ? "[" : ",[";
            append_json_text(order, node.id);
            order += ',';
            append_json_text(order, node.parent);
            order += ']';
        }
    }
    std::string head = "{\"t\":\"sync\",\"lang\":";
    append_json_text(head, page.language);
    append_key(head, "title"), append_json_text(head, page.title);
    append_key(head, "dir"), append_json_text(head, "ltr");
    append_key(head, "height"), append_number(head, std::ceil(page.height));
    append_key(head, "pad");
    head += '[';
    append_number(head, page.pad_top);
    head += ',';
    append_number(head, page.pad_bottom);
    head += ']';
    append_key(head, "scale"), append_real(head, page.scale);
    append_key(head, "theme"), append_json_text(head, page.theme);
    if (page.text_face) append_flag(head, "text", true);
    append_key(head, "depth"), head += std::to_string(page.depth);
    append_text(head, "modal", page.modal);
    const uint64_t page_hash = hash_of(head);
    const bool speaks = !page.focus.empty() || !page.say.empty() || page.top;
    if (!order_changed && put.empty() && page_hash == page_ && !speaks) return {};
    sent_ = std::move(now);
    order_ = order_hash;
    page_ = page_hash;
    append_text(head, "focus", page.focus);
    if (page.top) head += ",\"top\":true";
    if (!page.say.empty()) {
        append_key(head, "say");
        head += '[';
        append_json_text(head, page.say);
        head += page.assertive ? ",\"assertive\"]" : ",\"polite\"]";
    }
    if (order_changed) head += ",\"order\":[" + order + "]";
    if (!put.empty()) head += ",\"put\":[" + put + "]";
    return head + "}";
}

}  // namespace koers
