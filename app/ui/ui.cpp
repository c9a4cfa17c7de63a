#include "app/ui/ui.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

namespace koers {

// --- frame

void Ui::begin_frame() {
    list_ = &drawing_.begin(view.w, view.h, view.dpr);
    origin_ = {0, -page_scroll};
    parents_.assign(1, "");
    layers_.clear();
    unspoken_.clear();
    semantics.begin();
    events.clear();
    list_->AddRectFilled({0, 0}, {view.w, view.h}, paint(theme.paper));
}

void Ui::end_frame() {
    for (Node& node : unspoken_) semantics.add(std::move(node));
    unspoken_.clear();
    // What nobody took was meant for something that is no longer there.
    actions.clear();
}

const Action* Ui::take(std::string_view id, std::string_view op) {
    for (const Action& action : actions)
        if (action.node == id && action.op == op) return &action;
    return nullptr;
}

// --- pen

ImU32 Ui::paint(Colour colour, float alpha) const {
    return IM_COL32((colour >> 16) & 0xFF, (colour >> 8) & 0xFF, colour & 0xFF, static_cast<int>(alpha * 255));
}

Colour Ui::ink_colour(Ink ink) const {
    switch (ink) {
        case Ink::Soft:
            return theme.soft;
        case Ink::Pine:
            return theme.pine;
        case Ink::Sun:
            return theme.sun;
        case Ink::Plum:
            return theme.plum;
        case Ink::Sky:
            return theme.sky;
        case Ink::OnPine:
            return theme.on_pine;
        case Ink::OnPlum:
            return theme.on_plum;
        default:
            return theme.ink;
    }
}

bool Ui::on_screen(Box box) const {
    const float top = origin_.y + box.y;
    return top + box.h > -40 && top < view.h + 40;
}

void Ui::fill(Box box, Colour colour, float radius) {
    if (on_screen(box)) list_->AddRectFilled(at(box.x, box.y), at(box.right(), box.bottom()), paint(colour), radius);
}

void Ui::outline(Box box, Colour colour, float radius, float thickness) {
    if (!on_screen(box)) return;
    const float half = thickness / 2;
    list_->AddRect(at(box.x + half, box.y + half), at(box.right() - half, box.bottom() - half), paint(colour), radius, 0,
                   thickness);
}

void Ui::focus_ring(std::string_view id, Box box, float radius) {
    if (!touch.ring || touch.focus != id) return;
    const Box ring{box.x - 4, box.y - 4, box.w + 8, box.h + 8};
    outline(ring, theme.focus, radius + 4, 3);
    outline({ring.x + 3, ring.y + 3, ring.w - 6, ring.h - 6}, theme.paper, radius + 2, 1);
}

void Ui::icon(std::string_view name, float at_x, float at_y, float px, Ink ink) {
    if (icons && on_screen({at_x, at_y, px, px})) icons->draw(*list_, name, at(at_x, at_y), px, paint(ink_colour(ink)));
}

// --- containers

Node& Ui::add(NodeRole role, std::string_view id, std::string_view name, Box box) {
    Node node;
    node.id = id;
    node.parent = parents_.back();
    node.role = role;
    node.name = name;
    node.box = box;
    return semantics.add(std::move(node));
}

Node& Ui::open(NodeRole role, std::string_view id, std::string_view name) {
    Node& node = add(role, id, name, {});
    parents_.emplace_back(id);
    return node;
}

void Ui::close() { parents_.pop_back(); }

void Ui::open_layer(NodeRole role, std::string_view id, std::string_view name, std::string_view layer, Box box) {
    layers_.push_back({std::string(id), origin_, x, y, width, std::string(layer)});
    Node& node = add(role, id, name, box);
    node.layer = layer;
    parents_.emplace_back(id);
    origin_ = {box.x, box.y - (layer == "modal" ? modal_scroll : 0)};
    x = y = 0;
    width = box.w;
    list_->PushClipRect({box.x, box.y}, {box.x + box.w, box.y + box.h}, false);
}

void Ui::close_layer() {
    list_->PopClipRect();
    const Layer& layer = layers_.back();
    origin_ = layer.origin;
    x = layer.x;
    y = layer.y;
    width = layer.width;
    layers_.pop_back();
    parents_.pop_back();
}

void Ui::card(const CardLook& look, Call<void()> inside) {
    const float left = x, top = y, whole = width;
    ImDrawListSplitter splitter;
    splitter.Split(list_, 2);
    splitter.SetCurrentChannel(list_, 1);
    x += look.padding;
    width -= 2 * look.padding;
    y += look.padding;
    inside();
    y += look.padding;
    splitter.SetCurrentChannel(list_, 0);
    const Box box{left, top, whole, y - top};
    fill(box, look.fill, look.radius);
    if (look.line != look.fill) outline(box, look.line, look.radius);
    splitter.Merge(list_);
    x = left;
    width = whole;
}

void Ui::card(Colour fill, Colour line, Call<void()> inside) {
    CardLook look = card_look();
    look.fill = fill;
    look.line = line;
    card(look, inside);
}

void Ui::side_by_side(const std::vector<float>& shares, float gap, Call<void(size_t)> cell) {
    const float left = x, top = y, whole = width;
    float sum = 0, lowest = top;
    for (const float share : shares) sum += share;
    float cell_x = left;
    for (size_t i = 0; i < shares.size(); ++i) {
        x = cell_x;
        y = top;
        width = (whole - gap * static_cast<float>(shares.size() - 1)) * shares[i] / sum;
        cell_x += width + gap;
        cell(i);
        lowest = std::max(lowest, y);
    }
    x = left;
    y = lowest;
    width = whole;
}

// --- text

float Ui::size_of(Type type) const {
    static constexpr float sizes[] = {14, 14, 16, 16, 20, 24, 30, 48};
    return sizes[static_cast<size_t>(type)] * scale;
}
float Ui::line_of(Type type) const {
    const bool tight = type == Type::Title || type == Type::Heading || type == Type::Page || type == Type::Number;
    return std::round(size_of(type) * (tight ? 1.25f : 1.5f));
}
bool Ui::is_bold(Type type) { return type != Type::Small && type != Type::Body; }

std::string plain(std::string_view words) {
    std::string result;
    for (size_t i = 0; i < words.size(); ++i) {
        if (words.substr(i, 2) == "**")
            ++i;
        else
            result += words[i];
    }
    return result;
}

// Breaks at spaces and line ends; a word wider than the column is broken where it must. ** switches bold. One pass for measuring and drawing.
// Words of one weight that stand next to each other are drawn in one go: ImGui starts every run on a whole pixel, and rounding each word would make spaces uneven.
Ui::Laid Ui::lay(std::string_view words, Type type, ImU32 colour, float at_x, float at_y, float w, Align align, bool draw) const {
    struct Piece {
        std::string_view text;
        bool bold;
        float x;
    };
    const float px = size_of(type), em = px * fonts->per_em, line_height = line_of(type);
    Laid laid;
    std::vector<Piece> line;
    float line_width = 0;
    size_t spaces = 0;  // between the last word and the next
    bool bold = is_bold(type);
    const auto font_of = [&](bool is_bold_now) { return fonts->face(px / scale, is_bold_now); };
    const auto width_of = [&](std::string_view text, bool is_bold_now) {
        return font_of(is_bold_now)->CalcTextSizeA(em, 1e9f, 0, text.data(), text.data() + text.size()).x;
    };
    if (draw && drawn_words) drawn_words->push_back(marks ? plain(words) : std::string(words));
    const auto flush = [&] {
        if (draw) {
            const float free = w - line_width;
            const float shift = align == Align::Left ? 0 : align == Align::Centre ? free / 2 : free;
            const float top = at_y + laid.height + (line_height - em) / 2;
            if (origin_.y + top > -line_height && origin_.y + top < view.h + line_height)
                for (const Piece& piece : line)
                    list_->AddText(font_of(piece.bold), em, at(at_x + shift + piece.x, top), colour, piece.text.data(),
                                   piece.text.data() + piece.text.size());
        }
        laid.width = std::max(laid.width, line_width);
        laid.height += line_height;
        line.clear();
        line_width = 0;
        spaces = 0;
    };
    const auto add_word = [&](std::string_view word) {
        float word_width = width_of(word, bold);
        float gap = line.empty() ? 0 : static_cast<float>(spaces) * width_of(" ", bold);
        if (!line.empty() && line_width + gap + word_width > w + 0.5f) {
            flush();
            gap = 0;
        }
        while (word_width > w + 0.5f && word.size() > 1 && w > px) {
            // ImGui stops where the line is full: a note of one endless word costs no more than one of many.
            const char* rest = nullptr;
            line_width = font_of(bold)->CalcTextSizeA(em, w, 0, word.data(), word.data() + word.size(), &rest).x;
            size_t fits = std::max<size_t>(1, static_cast<size_t>(rest - word.data()));
            while (fits < word.size() && (static_cast<unsigned char>(word[fits]) & 0xC0) == 0x80) ++fits;
            line.push_back({word.substr(0, fits), bold, 0});
            word.remove_prefix(fits);
            word_width -= line_width;
            flush();
        }
        if (!line.empty() && line.back().bold == bold &&
            line.back().text.data() + line.back().text.size() + spaces == word.data())
            line.back().text = {line.back().text.data(), line.back().text.size() + spaces + word.size()};
        else
            line.push_back({word, bold, line_width + gap});
        line_width += gap + word_width;
        spaces = 0;
    };
    size_t i = 0;
    while (i < words.size()) {
        if (words[i] == '\n') {
            flush();
            ++i;
        } else if (words[i] == ' ') {
            if (!line.empty()) ++spaces;
            ++i;
        } else if (marks && words.substr(i, 2) == "**") {
            bold = !bold;
            i += 2;
        } else {
            const size_t end = std::min(std::min(words.find(' ', i), words.find('\n', i)),
                                        std::min(marks ? words.find("**", i) : std::string_view::npos, words.size()));
            add_word(words.substr(i, end - i));
            i = end;
        }
    }
    if (!line.empty() || laid.height == 0) flush();
    return laid;
}

float Ui::text_height(std::string_view words, Type type, float w) const {
    return lay(words, type, 0, 0, 0, w, Align::Left, false).height;
}
float Ui::text_width(std::string_view words, Type type) const {
    return lay(words, type, 0, 0, 0, 1e6f, Align::Left, false).width;
}

void Ui::draw_text(std::string_view words, Type type, Ink ink, float at_x, float at_y, float w, Align align) {
    if (Fonts::can_draw(words)) {
        lay(words, type, paint(ink_colour(ink)), at_x, at_y, w, align, true);
        return;
    }
    // After everything else: a widget still speaks of the Node it added last.
    Node node;
    node.id = "drawn." + std::to_string(unspoken_.size());
    node.parent = parents_.back();
    node.name = marks ? plain(words) : std::string(words);
    node.box = {at_x, at_y, w, text_height(words, type, w)};
    node.font_px = size_of(type);
    node.line_px = line_of(type);
    node.bold = is_bold(type);
    node.centred = align == Align::Centre;
    node.shown = node.unspoken = true;
    node.colour = colour_text(ink_colour(ink));
    unspoken_.push_back(std::move(node));
}

void Ui::mark(std::string_view words, Type type, Ink ink, float at_x, float at_y, float w, Align align) {
    lay(words, type, paint(ink_colour(ink)), at_x, at_y, w, align, true);
    if (drawn_words) drawn_words->pop_back();
}

void Ui::paragraphs(std::string_view id, std::string_view words, float gap) {
    static constexpr std::string_view mark = "• ";
    bool in_list = false;
    int number = 0;
    for (size_t from = 0; from <= words.size();) {
        const size_t end = std::min(words.find('\n', from), words.size());
        std::string_view line = words.substr(from, end - from);
        from = end + 1;
        const bool bullet = line.rfind(mark, 0) == 0;
        const std::string line_id = std::string(id) + "." + std::to_string(number++);
        if (bullet && !in_list) open(NodeRole::List, line_id + ".list", "");
        if (!bullet && in_list) close();
        in_list = bullet;
        if (!bullet) {
            text(line_id, line);
            y += gap;
            continue;
        }
        line.remove_prefix(mark.size());
        draw_text("•", Type::Body, Ink::Normal, x + 4, y, 16);
        x += 20;
        width -= 20;
        text(line_id, line);
        semantics.last().role = NodeRole::Item;
        x -= 20;
        width += 20;
        y += gap / 2;
    }
    if (in_list) close();
}

void Ui::progress(std::string_view id, std::string_view name, float part, std::string_view value_words) {
    const Box box{x, y, width, 8};
    Node& node = add(NodeRole::Progress, id, name, box);
    node.max = 1;
    node.value = std::to_string(part);
    node.value_words = value_words;
    fill(box, theme.card, 4);
    outline(box, theme.edge, 4);
    fill({x, y, width * part, 8}, theme.pine, 4);
    y += 8;
}

void Ui::text(std::string_view id, std::string_view words, Type type, Ink ink, Align align) {
    const bool ours = Fonts::can_draw(words);
    const Laid laid = lay(words, type, paint(ink_colour(ink)), x, y, width, align, ours);
    Node& node = add(NodeRole::Text, id, marks ? plain(words) : std::string(words), {x, y, width, laid.height});
    node.font_px = size_of(type);
    node.line_px = line_of(type);
    node.bold = is_bold(type);
    if (!ours) {
        node.shown = true;
        node.colour = colour_text(ink_colour(ink));
    }
    y += laid.height;
}

void Ui::heading(std::string_view id, std::string_view words, int level, Type type) {
    text(id, words, type, Ink::Normal);
    semantics.last().role = NodeRole::Heading;
    semantics.last().level = level;
}

}  // namespace koers
