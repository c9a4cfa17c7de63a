// What is on screen, in words: the tree that every widget reports into. The browser's mirror, the tests and later the text face are all made from it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace koers {

enum class NodeRole {
    Banner,
    Navigation,
    Main,
    Region,
    Group,
    List,
    Item,
    Heading,
    Text,
    Button,
    Toggle,
    Link,
    Radio,
    RadioGroup,
    Checkbox,
    Slider,
    Field,
    Table,
    Row,
    ColumnHead,
    RowHead,
    Cell,
    Dialog,
    Image,
    Progress,
    Separator
};
std::string_view role_word(NodeRole role);

enum class FieldKind { None, Text, Decimal, Integer, Date, Time, Lines, Phrase };  // Phrase: not prose, no capitals

struct Box {
    float x = 0, y = 0, w = 0, h = 0;
    float right() const { return x + w; }
    float bottom() const { return y + h; }
    bool operator==(const Box&) const = default;
};

struct Node {
    std::string id, parent;
    NodeRole role = NodeRole::Text;
    std::string name, value, value_words, description, error;
    Box box;
    std::string layer;  // top, bottom, rail, modal: a container that stays in place; its box is in viewport px
    int level = 0;      // heading
    bool on = false;    // checked, pressed, current
    bool has_on = false;
    bool off = false;  // disabled
    bool has_open = false, open = false;
    FieldKind kind = FieldKind::None;
    float min = 0, max = 0, step = 0;
    std::string min_text, max_text;  // of dates
    std::string placeholder;         // of a field
    int max_length = 0;
    std::string group;  // of radios
    std::string href;
    float font_px = 0, line_px = 0;
    bool bold = false;
    bool centred = false;   // the value of a field
    bool shown = false;     // the browser draws this text
    bool unspoken = false;  // said by another Node already: only to be seen
    std::string_view look;  // of a button, for the text face: primary, quiet, danger, help
    std::string colour;
    std::string picture;  // of an image: dark squares as an SVG path, and how many of them a side is long
    int picture_side = 0;
};

// The frame's nodes in reading order, and the difference to the frame before as a message.
class Semantics {
  public:
    void begin();
    Node& add(Node node);
    const std::vector<Node>& nodes() const { return nodes_; }
    Node& last() { return nodes_.back(); }  // to be completed by the widget that just added it
    const Node* find(std::string_view id) const;

    // Everything of the frame besides the nodes.
    struct Page {
        std::string language, title, theme;
        float height = 0, pad_top = 0, pad_bottom = 0, scale = 1;
        int depth = 0;
        bool text_face = false;
        std::string focus, say, modal;
        bool assertive = false, top = false;
    };
    // The "sync" message (web/README.md); empty when nothing changed since the last one.
    std::string difference(const Page& page);
    void forget();  // the mirror was made anew: send everything again

  private:
    std::vector<Node> nodes_;
    std::unordered_map<std::string, uint64_t> sent_;
    uint64_t order_ = 0, page_ = 0;
};

// A Node as the message carries it.
std::string node_json(const Node& node);
void append_json_text(std::string& out, std::string_view text);

}  // namespace koers
