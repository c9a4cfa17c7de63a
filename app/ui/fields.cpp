// Slider and text fields: the browser's own inputs lie over what is drawn here.
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "app/ui/ui.h"

namespace koers {

bool Ui::slider(std::string_view id, std::string_view name, int min, int max, int step, int& value, bool chosen,
                std::string_view value_words, std::string_view min_words, std::string_view max_words) {
    // web/styles.css gives the native range a thumb of 32 px: the drawn one stands exactly under it.
    constexpr float thumb = 32, height = 48;
    bool moved = false;
    if (const Action* action = take(id, "change")) {
        const int wanted = std::clamp(std::atoi(action->value.c_str()), min, max);
        value = min + (wanted - min + step / 2) / step * step;
        chosen = moved = true;
    }
    const Box box{x, y, width, height};
    target(NodeRole::Slider, id, name, box);
    Node& node = semantics.last();
    node.min = static_cast<float>(min);
    node.max = static_cast<float>(max);
    node.step = static_cast<float>(step);
    if (chosen) node.value = std::to_string(value);
    node.value_words = value_words;
    const float mid = y + height / 2, first = x + thumb / 2, length = width - thumb;
    // Below 0: two sides. What is between 0 and the thumb is filled, and the ends are words without numbers.
    const bool sides = min < 0;
    const float share = chosen || sides ? static_cast<float>(value - min) / static_cast<float>(max - min) : 0;
    fill({x + 8, mid - 4, width - 16, 8}, theme.edge, 4);
    const int count = (max - min) / step;
    if (count <= 12)
        for (int i = 0; i <= count; ++i) {
            const float tick = first + length * static_cast<float>(i) / static_cast<float>(count);
            if (on_screen(box)) list_->AddCircleFilled(at(tick, mid), 2, paint(theme.card), 8);
        }
    if (chosen) {
        const float zero = sides ? length * static_cast<float>(-min) / static_cast<float>(max - min) : -8;
        fill({first + std::min(zero, length * share), mid - 4, std::abs(length * share - zero), 8}, theme.pine, 4);
        const ImVec2 centre = at(first + length * share, mid);
        if (on_screen(box)) {
            list_->AddCircleFilled(centre, thumb / 2, paint(theme.pine), 32);
            list_->AddCircleFilled(centre, thumb / 2 - 4, paint(theme.card), 32);
        }
    }
    if (touch.ring && touch.focus == id) focus_ring(id, chosen ? Box{first + length * share - 16, mid - 16, 32, 32} : box, 16);
    y += height;
    const float half = width / 2 - 8;
    const auto end_words = [&](int number, std::string_view words) {
        return (sides ? std::string() : std::to_string(number) + " · ") + std::string(words);
    };
    const std::string low = end_words(min, min_words), high = end_words(max, max_words);
    const float words_height = std::max(text_height(low, Type::Small, half), text_height(high, Type::Small, half));
    const auto end = [&](const char* suffix, const std::string& words, float shift, Align align) {
        const float left = x, top = y, whole = width;
        x += shift;
        width = half;
        text(std::string(id) + suffix, words, Type::Small, Ink::Soft, align);
        x = left;
        y = top;
        width = whole;
    };
    end(".min", low, 0, Align::Left);
    end(".max", high, width / 2 + 8, Align::Right);
    y += words_height + 2;
    return moved;
}

bool Ui::field(std::string_view id, std::string_view name, std::string& value, const FieldOptions& options) {
    bool typed = false;
    for (const char* op : {"typed", "change"})
        if (const Action* action = take(id, op)) {
            value = action->value;
            typed = true;
        }
    const bool lines = options.kind == FieldKind::Lines;
    const float wide = options.w > 0 ? std::min(options.w, width) : width;
    const float inner = wide - 32;
    const float grown = lines ? std::min(text_height(value, Type::Body, inner), line_of(Type::Body) * 14) : 0;
    const float height = lines ? std::max(line_of(Type::Body) * static_cast<float>(options.lines), grown) + 24
                               : std::max(52.f, line_of(Type::Body) + 24);
    const Box box{x, y, wide, height};
    target(NodeRole::Field, id, name, box);
    Node& node = semantics.last();
    node.kind = options.kind;
    node.value = value;
    node.description = options.description;
    node.error = options.error;
    node.max_length = options.max_length;
    node.min_text = options.min_text;
    node.max_text = options.max_text;
    node.placeholder = options.placeholder;
    node.font_px = options.centred ? size_of(Type::Title) : size_of(Type::Body);
    node.line_px = line_of(Type::Body);
    node.bold = node.centred = options.centred;
    node.colour = colour_text(theme.ink);
    node.shown = true;
    const bool focused = touch.focus == id;
    fill(box, theme.card, 12);
    outline(box,
            !options.error.empty() ? theme.plum
            : focused              ? theme.pine
                                   : theme.edge,
            12, focused || !options.error.empty() ? 2.5f : 1.5f);
    if (value.empty() && !options.placeholder.empty())
        draw_text(options.placeholder, Type::Body, Ink::Soft, box.x + 16, box.y + 12, inner);
    if (touch.ring && focused) focus_ring(id, box, 12);
    y += height;
    if (!options.error.empty()) {
        y += 6;
        const float icon_px = 18;
        icon("triangle-alert", x, y + 2, icon_px, Ink::Plum);
        const float left = x, whole = width;
        x += icon_px + 8;
        width = wide - icon_px - 8;
        text(std::string(id) + ".error", options.error, Type::Small, Ink::Plum);
        x = left;
        width = whole;
    }
    return typed;
}

}  // namespace koers
