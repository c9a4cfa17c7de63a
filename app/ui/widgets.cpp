// Buttons, tiles, rows, links, chips. Looks by ImDrawList; what happens to them comes from the mirror's elements.
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "app/ui/ui.h"

namespace koers {

constexpr float touch_height = 48;

Ui::Target Ui::target(NodeRole role, std::string_view id, std::string_view name, Box box, bool off) {
    Node& node = add(role, id, name, box);
    node.off = off;
    // In the test build ImGui's own hooks hear of every interactive rectangle, and hold the mirror to what is drawn.
#ifdef IMGUI_ENABLE_TEST_ENGINE
    ImGuiContext& g = *ImGui::GetCurrentContext();
    const ImGuiLastItemData item;
    IMGUI_TEST_ENGINE_ITEM_ADD(ImHashStr(id.data(), id.size()), ImRect(at(box.x, box.y), at(box.right(), box.bottom())), &item);
#endif
    Target result{box, false, false, false};
    if (off) return result;
    result.pressed = take(id, "press") || take(id, "change");
    result.down = touch.down == id;
    result.hover = touch.hover == id;
    return result;
}

static Box shifted(Box box, bool down) { return down ? Box{box.x, box.y + 1, box.w, box.h} : box; }

void Ui::button_face(std::string_view id, std::string_view words, ButtonLook look, std::string_view icon_name, Box box,
                     const Target& state, bool off) {
    Colour face = theme.card, edge = theme.edge;
    Ink ink = Ink::Normal;
    std::string_view& said = semantics.last().look;
    switch (look) {
        case ButtonLook::Primary:
            face = edge = theme.pine, ink = Ink::OnPine, said = "primary";
            break;
        case ButtonLook::Secondary:
            break;
        case ButtonLook::Quiet:
            face = edge = theme.paper, ink = Ink::Pine, said = "quiet";
            break;
        case ButtonLook::Danger:
            edge = theme.plum, ink = Ink::Plum, said = "danger";
            break;
        case ButtonLook::Help:
            face = edge = theme.plum, ink = Ink::OnPlum, said = "help";
            break;
    }
    const float radius = look == ButtonLook::Help ? box.h / 2 : 12;
    const Box drawn = shifted(box, state.down);
    if (off) ink = Ink::Soft;
    if (look == ButtonLook::Quiet) {
        if (state.down || state.hover) fill(drawn, theme.pine_tint, radius);
    } else {
        fill(drawn, off ? theme.paper : face, radius);
        if (state.down || state.hover)
            list_->AddRectFilled(at(drawn.x, drawn.y), at(drawn.right(), drawn.bottom()),
                                 paint(theme.ink, state.down ? 0.14f : 0.06f), radius);
        if (off || edge != face) outline(drawn, off ? theme.line : edge, radius, 1.5f);
    }
    const float icon_px = 20 * std::min(scale, 1.4f), gap = icon_name.empty() ? 0 : 10;
    const float icon_space = icon_name.empty() ? 0 : icon_px + gap;
    const float room = drawn.w - 24 - icon_space;
    const float words_height = text_height(words, Type::Strong, room);
    const float words_width = std::min(text_width(words, Type::Strong), room);
    const float start = drawn.x + (drawn.w - icon_space - words_width) / 2;
    if (!icon_name.empty()) icon(icon_name, start, drawn.y + (drawn.h - icon_px) / 2, icon_px, ink);
    draw_text(words, Type::Strong, ink, start + icon_space, drawn.y + (drawn.h - words_height) / 2, words_width + 1,
              Align::Centre);
    focus_ring(id, box, radius);
}

bool Ui::button(std::string_view id, std::string_view words, ButtonLook look, std::string_view icon_name, bool off) {
    const float icon_space = icon_name.empty() ? 0 : 20 * std::min(scale, 1.4f) + 10;
    const float height = std::max(touch_height + 4, text_height(words, Type::Strong, width - 24 - icon_space) + 24);
    const Box box{x, y, width, height};
    const Target state = target(NodeRole::Button, id, words, box, off);
    button_face(id, words, look, icon_name, box, state, off);
    y += height;
    return state.pressed;
}

float Ui::small_button_width(std::string_view words, bool with_icon) const {
    return text_width(words, Type::Strong) + 34 + (with_icon ? 20 * std::min(scale, 1.4f) + 10 : 0);
}

bool Ui::small_button(std::string_view id, std::string_view words, ButtonLook look, std::string_view icon_name, float at_x,
                      float at_y) {
    const bool in_column = at_x < 0;
    const float wide = in_column ? std::min(width, small_button_width(words, !icon_name.empty()))
                                 : small_button_width(words, !icon_name.empty());
    const float icon_space = icon_name.empty() ? 0 : 20 * std::min(scale, 1.4f) + 10;
    const float height = std::max(touch_height, text_height(words, Type::Strong, wide - 24 - icon_space) + 20);
    const Box box{in_column ? x : at_x, in_column ? y : at_y, wide, height};
    const Target state = target(NodeRole::Button, id, words, box);
    button_face(id, words, look, icon_name, box, state, false);
    if (in_column) y += height;
    return state.pressed;
}

bool Ui::tile(std::string_view id, std::string_view words, std::string_view icon_name, Colour tint, Ink ink) {
    const float icon_px = 30, words_height = text_height(words, Type::Strong, width - 12);
    const Box box{x, y, width, std::max(96.f, icon_px + words_height + 40)};
    const Target state = target(NodeRole::Button, id, words, box);
    const Box drawn = shifted(box, state.down);
    fill(drawn, tint, 16);
    if (state.down || state.hover)
        outline(drawn, ink_colour(ink), 16, 2);
    else if (tint == theme.card || theme.name == contrast_theme.name)
        outline(drawn, theme.edge, 16, 1.5f);
    const float top = drawn.y + (drawn.h - icon_px - 10 - words_height) / 2;
    icon(icon_name, drawn.x + (drawn.w - icon_px) / 2, top, icon_px, ink);
    draw_text(words, Type::Strong, Ink::Normal, drawn.x + 6, top + icon_px + 10, drawn.w - 12, Align::Centre);
    focus_ring(id, box, 16);
    y += box.h;
    return state.pressed;
}

// Two sentences as one, for who hears them: a question keeps its mark, lines become sentences.
static std::string joined_sentences(std::string_view first, std::string_view second) {
    std::string all(first);
    for (size_t from = 0; from < second.size();) {
        const size_t end = std::min(second.find('\n', from), second.size());
        const char last = all.empty() ? '.' : all.back();
        all += last == '.' || last == '?' || last == '!' ? " " : ". ";
        all += second.substr(from, end - from);
        from = end + 1;
    }
    return all;
}

bool Ui::row(std::string_view id, std::string_view title, std::string_view below, std::string_view icon_name, Ink ink, bool on) {
    const float icon_px = 24, left = icon_name.empty() ? 0 : icon_px + 16, room = width - left - 32;
    const float title_height = text_height(title, Type::Strong, room);
    const float below_height = below.empty() ? 0 : text_height(below, Type::Small, room) + 2;
    const float height = std::max(touch_height + 8, title_height + below_height + 24);
    const Box box{x, y, width, height};
    const Target state = target(NodeRole::Button, id, joined_sentences(title, below), box);
    if (state.down || state.hover) fill({box.x - 8, box.y, box.w + 16, box.h}, theme.pine_tint, 12);
    if (!icon_name.empty()) icon(icon_name, box.x, box.y + (height - icon_px) / 2, icon_px, ink);
    const float top = box.y + (height - title_height - below_height) / 2;
    draw_text(title, Type::Strong, Ink::Normal, box.x + left, top, room);
    if (!below.empty()) draw_text(below, Type::Small, Ink::Soft, box.x + left, top + title_height + 2, room);
    icon(on ? "check" : "chevron-right", box.right() - 20, box.y + (height - 20) / 2, 20, on ? Ink::Pine : Ink::Soft);
    focus_ring(id, {box.x - 8, box.y, box.w + 16, box.h}, 12);
    y += height;
    return state.pressed;
}

void Ui::link(std::string_view id, std::string_view words, std::string_view href, std::string_view icon_name, ButtonLook look) {
    const float icon_space = icon_name.empty() ? 0 : 20 * std::min(scale, 1.4f) + 10;
    const float height = std::max(touch_height + 4, text_height(words, Type::Strong, width - 24 - icon_space) + 24);
    const Box box{x, y, width, height};
    const Target state = target(NodeRole::Link, id, words, box);
    semantics.last().href = href;
    button_face(id, words, look, icon_name, box, state, false);
    y += height;
}

int Ui::chips(std::string_view id, std::string_view name, const std::vector<ChipItem>& items, bool several,
              std::string_view error) {
    open(several ? NodeRole::Group : NodeRole::RadioGroup, id, name).error = error;
    int touched = -1;
    const float left = x, gap = 8;
    float at_x = x, line_height = 0;
    for (size_t i = 0; i < items.size(); ++i) {
        const ChipItem& item = items[i];
        const float icon_space = item.icon.empty() ? 0 : 28;
        const float wide = std::min(width, std::max(touch_height, text_width(item.words, Type::Body) + 36 + icon_space));
        const float words_height = text_height(item.words, Type::Body, wide - 32 - icon_space);
        const float height = std::max(touch_height, words_height + 20);
        if (at_x > left && at_x + wide > left + width + 0.5f) {
            at_x = left;
            y += line_height + gap;
            line_height = 0;
        }
        const Box box{at_x, y, wide, height};
        const std::string item_id = std::string(id) + "." + item.id;
        const Target state = target(several ? NodeRole::Checkbox : NodeRole::Radio, item_id, item.words, box);
        Node& node = semantics.last();
        node.has_on = true;
        node.on = item.on;
        if (!several) node.group = id, node.value = item.id;
        if (state.pressed) touched = static_cast<int>(i);
        const Box drawn = shifted(box, state.down);
        const float radius = std::min(24.f, height / 2);
        fill(drawn, item.on ? theme.pine_tint : theme.card, radius);
        outline(drawn, item.on ? theme.pine : theme.edge, radius, item.on ? 2.5f : 1.5f);
        if (!item.on && (state.down || state.hover)) outline(drawn, theme.pine, radius, 2);
        float words_x = drawn.x + 18;
        if (!item.icon.empty()) {
            icon(item.icon, drawn.x + 14, drawn.y + (height - 20) / 2, 20, item.on ? Ink::Pine : Ink::Soft);
            words_x = drawn.x + 14 + icon_space;
        }
        draw_text(item.words, Type::Body, Ink::Normal, words_x, drawn.y + (height - words_height) / 2,
                  wide - 32 - icon_space + 2);
        focus_ring(item_id, box, radius);
        at_x += wide + gap;
        line_height = std::max(line_height, height);
    }
    y += line_height;
    close();
    return touched;
}

}  // namespace koers
