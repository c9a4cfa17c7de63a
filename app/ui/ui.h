// The pen of the screens. A column of things from top to bottom, in CSS px; every thing draws itself and reports its Node. Screens read the Model and push Events.
//
// Coordinates are those of the layer that is open: the page (which the browser scrolls), a fixed bar, or a dialog. `x`, `y`, `width` are where the next thing goes.
#pragma once

#include <imgui.h>

#include <string>
#include <string_view>
#include <vector>

#include "app/ui/call.h"
#include "app/ui/drawing.h"
#include "app/ui/fonts.h"
#include "app/ui/icons.h"
#include "app/ui/semantics.h"
#include "app/ui/theme.h"
#include "core/state/event.h"

namespace koers {

// Something that was done to a mirror element (web/README.md, "act").
struct Action {
    std::string node, op, value;
};

// Where pointer and focus are: for drawing only.
struct Touch {
    std::string hover, down, focus;
    bool ring = false;
};

struct View {
    float w = 390, h = 844, dpr = 2, rem = 1;
};

enum class Type { Small, SmallStrong, Body, Strong, Title, Heading, Page, Number };  // 14 14b 16 16b 20b 24b 30b 48b
enum class Ink { Normal, Soft, Pine, Sun, Plum, Sky, OnPine, OnPlum };
enum class Align { Left, Centre, Right };

enum class ButtonLook { Primary, Secondary, Quiet, Danger, Help };

struct FieldOptions {
    FieldKind kind = FieldKind::Text;
    std::string placeholder, error, description;
    int max_length = 0;
    std::string min_text, max_text;
    float w = 0;    // 0 = the whole column
    int lines = 4;  // of a long text
    bool centred = false;
};

class Ui {
  public:
    // --- set by the frame
    Fonts* fonts = nullptr;
    const Icons* icons = nullptr;
    Theme theme = light_theme;
    Touch touch;
    bool still = false;  // nothing moves by itself
    int again_ms = 0;    // something on screen moves: draw again after so long; 0 = nothing does
    View view;
    float scale = 1;  // the reader's text size x the browser's
    float page_scroll = 0, modal_scroll = 0;
    std::vector<Action> actions;
    Semantics semantics;
    const Texts* texts = nullptr;
    std::vector<Event> events;

    void begin_frame();
    void end_frame();
    ImDrawData* drawn() { return drawing_.end(); }  // once, after the last end_frame

    // --- words
    const std::string& t(std::string_view key) const { return texts->get(key); }
    std::string t(std::string_view key, TextVariables variables) const { return texts->get(key, variables); }
    std::string number(double value, int decimals = 2) const { return number_text(value, decimals, texts->language); }
    std::vector<std::string>* drawn_words = nullptr;  // tests: every text that is drawn
    bool marks = true;  // ** makes words bold; off while a person's own words are drawn, which are shown to the letter
    // Any of the Events. Made in one place (events.cpp): a variant of so many kinds costs each file that makes one of them half a minute to compile.
    template <class One>
    [[gnu::noinline]] void push(One event);

    void go(Screen screen, std::string_view id = {}, Day day = {});  // RouteOpened

    // --- the column
    float x = 0, y = 0, width = 0;
    void space(float px) { y += px; }
    bool phone() const { return view.w < 760; }
    // Things side by side: `cell(i)` draws in a column of its own; y ends below the tallest.
    void side_by_side(const std::vector<float>& shares, float gap, Call<void(size_t)> cell);

    // --- containers. Each open is closed by close().
    Node& open(NodeRole role, std::string_view id, std::string_view name = "");
    void close();
    // A layer that stays in place; coordinates inside start at 0,0.
    void open_layer(NodeRole role, std::string_view id, std::string_view name, std::string_view layer, Box box);
    void close_layer();
    struct CardLook {
        Colour fill, line;
        float padding = 16, radius = 16;
        bool shadow = false;
    };
    CardLook card_look() const { return {theme.card, theme.line, phone() ? 16.f : 20.f, 16, false}; }
    // A card around what `inside` draws, in the column.
    void card(const CardLook& look, Call<void()> inside);
    void card(Call<void()> inside) { card(card_look(), inside); }
    void card(Colour fill, Colour line, Call<void()> inside);

    // --- text
    float size_of(Type type) const;
    float line_of(Type type) const;
    static bool is_bold(Type type);
    // Height of the text in a column of this width; ** marks bold.
    float text_height(std::string_view text, Type type, float w) const;
    float text_width(std::string_view text, Type type) const;
    // Draws only: for words that a control's Node already says. What Koers cannot draw the browser does.
    void draw_text(std::string_view text, Type type, Ink ink, float at_x, float at_y, float w, Align align = Align::Left);
    // Days and figures along an axis: what they mark says the same in full.
    void mark(std::string_view words, Type type, Ink ink, float at_x, float at_y, float w, Align align = Align::Centre);
    // Draws in the column and reports a text Node.
    void text(std::string_view id, std::string_view words, Type type = Type::Body, Ink ink = Ink::Normal,
              Align align = Align::Left);
    void heading(std::string_view id, std::string_view words, int level, Type type = Type::Title);
    // Lines of a longer text: paragraphs, and those that begin with "• " as a list.
    void paragraphs(std::string_view id, std::string_view words, float gap = 6);
    // How far one is, 0 to 1: a line, and words for who does not see it.
    void progress(std::string_view id, std::string_view name, float part, std::string_view value_words);
    void icon(std::string_view name, float at_x, float at_y, float px, Ink ink);

    // --- things to touch; each says what was done to it
    bool button(std::string_view id, std::string_view words, ButtonLook look = ButtonLook::Primary,
                std::string_view icon_name = "", bool off = false);
    // As wide as its words; placed at the column's left, the column moves on by its height.
    bool small_button(std::string_view id, std::string_view words, ButtonLook look, std::string_view icon_name = "",
                      float at_x = -1, float at_y = -1);
    float small_button_width(std::string_view words, bool with_icon) const;
    // A picture and a word on a tinted square.
    bool tile(std::string_view id, std::string_view words, std::string_view icon_name, Colour tint, Ink ink);
    // A row of a list with an icon, a title, a line below and a chevron.
    bool row(std::string_view id, std::string_view title, std::string_view below, std::string_view icon_name, Ink ink = Ink::Pine,
             bool on = false);
    // A telephone number or a site: the browser opens it.
    void link(std::string_view id, std::string_view words, std::string_view href, std::string_view icon_name,
              ButtonLook look = ButtonLook::Secondary);
    // Chips to choose from, flowing over lines. Returns the index that was touched, or -1.
    struct ChipItem {
        std::string id, words, icon;
        bool on = false;
    };
    int chips(std::string_view id, std::string_view name, const std::vector<ChipItem>& items, bool several,
              std::string_view error = "");
    // 0-10 and the like. `value` below min = not chosen yet. True with `value` set when it was moved.
    bool slider(std::string_view id, std::string_view name, int min, int max, int step, int& value, bool chosen,
                std::string_view value_words, std::string_view min_words, std::string_view max_words);
    // A real input of the browser over a frame drawn here. True with `value` set when something was typed.
    bool field(std::string_view id, std::string_view name, std::string& value, const FieldOptions& options);
    // An invisible thing of the given size at the column (calendar days, bars): drawn by the caller.
    struct Target {
        Box box;
        bool pressed = false, down = false, hover = false;
    };
    Target target(NodeRole role, std::string_view id, std::string_view name, Box box, bool off = false);

    // --- the pen itself
    ImDrawList& list() { return *list_; }
    ImVec2 at(float px, float py) const { return {origin_.x + px, origin_.y + py}; }
    ImU32 paint(Colour colour, float alpha = 1) const;
    Colour ink_colour(Ink ink) const;
    void fill(Box box, Colour colour, float radius = 0);
    void outline(Box box, Colour colour, float radius, float thickness = 1);
    void focus_ring(std::string_view id, Box box, float radius);
    bool on_screen(Box box) const;
    const Action* take(std::string_view id, std::string_view op);

  private:
    struct Layer {
        std::string id;
        ImVec2 origin;
        float x, y, width;
        std::string name;
    };
    Drawing drawing_;
    ImDrawList* list_ = nullptr;
    ImVec2 origin_{0, 0};
    std::vector<std::string> parents_;
    std::vector<Layer> layers_;
    std::vector<Node> unspoken_;

    Node& add(NodeRole role, std::string_view id, std::string_view name, Box box);
    struct Laid {
        float height = 0, width = 0;
    };
    Laid lay(std::string_view words, Type type, ImU32 colour, float at_x, float at_y, float w, Align align, bool draw) const;
    void happened(Event event);
    void button_face(std::string_view id, std::string_view words, ButtonLook look, std::string_view icon_name, Box box,
                     const Target& state, bool off);
};

// The words of a text without its ** marks.
std::string plain(std::string_view words);

}  // namespace koers
