// The compass: spokes as a figure, the time before dotted, a sentence that says what is to be seen and a table beside it.
// No total, no red and green: the highest spoke is named first, the lowest is an invitation (clinical facts 5.7).
#include <algorithm>
#include <cmath>

#include "app/screens/screens.h"
#include "app/screens/words.h"
#include "core/insight/score.h"

namespace koers {

namespace {

struct Spoke {
    std::string item, name;
    std::optional<double> now, before;
    double top = 1;
};

double highest_of(const Item& item) {
    if (const auto* scale = std::get_if<ScaleFormat>(&item.format)) return scale->max;
    double top = 0;
    if (const auto* choice = std::get_if<ChoiceFormat>(&item.format))
        for (const Choice& one : choice->choices) top = std::max(top, one.weight);
    return top;
}

// A closed line through the spokes that have a value; dotted by dashes.
void draw_shape(Ui& ui, const std::vector<ImVec2>& points, Colour colour, bool dotted) {
    for (size_t i = 0; i < points.size() && points.size() > 1; ++i) {
        const ImVec2 from = points[i], to = points[(i + 1) % points.size()];
        if (!dotted) {
            ui.list().AddLine(from, to, ui.paint(colour), 3);
            continue;
        }
        const float dx = to.x - from.x, dy = to.y - from.y, length = std::sqrt(dx * dx + dy * dy);
        for (float at = 0; at < length; at += 9) {
            const float end = std::min(at + 4, length);
            ui.list().AddLine({from.x + dx * at / length, from.y + dy * at / length},
                              {from.x + dx * end / length, from.y + dy * end / length}, ui.paint(colour), 2);
        }
    }
}

void draw_figure(Ui& ui, const std::string& id, const std::vector<Spoke>& spokes, bool has_before) {
    const Texts& texts = *ui.texts;
    const float line = ui.line_of(Type::Small), wide = std::min(ui.width, 460.f);
    const auto angle = [&](size_t i) { return -1.5708f + 6.28319f * static_cast<float>(i) / static_cast<float>(spokes.size()); };
    // Room for the names beside and above the circle.
    float names = 0;
    for (size_t i = 0; i < spokes.size(); ++i)
        if (std::abs(std::cos(angle(i))) > 0.3f) names = std::max(names, ui.text_width(spokes[i].name, Type::Small));
    const float room = std::min(names + 16, wide * 0.3f), r = std::min((wide - 2 * room) / 2, 130.f);
    const float height = 2 * r + 5 * line, cx = ui.x + ui.width / 2, cy = ui.y + height / 2;
    ui.target(NodeRole::Image, id, texts.get("app.radar.name"), {cx - wide / 2, ui.y, wide, height});
    const auto point = [&](size_t i, double share) {
        const float reach = r * static_cast<float>(share);
        return ui.at(cx + reach * std::cos(angle(i)), cy + reach * std::sin(angle(i)));
    };
    for (const float share : {0.25f, 0.5f, 0.75f, 1.f}) {
        std::vector<ImVec2> ring;
        for (size_t i = 0; i < spokes.size(); ++i) ring.push_back(point(i, share));
        ui.list().AddPolyline(ring.data(), static_cast<int>(ring.size()), ui.paint(share == 1.f ? ui.theme.edge : ui.theme.line),
                              ImDrawFlags_Closed, 1);
    }
    std::vector<ImVec2> now, before;
    for (size_t i = 0; i < spokes.size(); ++i) {
        ui.list().AddLine(point(i, 0), point(i, 1), ui.paint(ui.theme.line), 1);
        if (spokes[i].now) now.push_back(point(i, *spokes[i].now / spokes[i].top));
        if (spokes[i].before) before.push_back(point(i, *spokes[i].before / spokes[i].top));
    }
    if (has_before) draw_shape(ui, before, ui.theme.sun, true);
    draw_shape(ui, now, ui.theme.pine, false);
    for (const ImVec2& one : now) ui.list().AddCircleFilled(one, 5, ui.paint(ui.theme.pine), 16);
    for (size_t i = 0; i < spokes.size(); ++i) {
        const float x = cx + (r + 12) * std::cos(angle(i)), y = cy + (r + 12) * std::sin(angle(i));
        const float side = std::cos(angle(i));
        const Align align = side > 0.3f ? Align::Left : side < -0.3f ? Align::Right : Align::Centre;
        const float w = align == Align::Centre ? wide * 0.6f : room - 8;
        const float left = align == Align::Left ? x : align == Align::Right ? x - w : x - w / 2;
        const float words = ui.text_height(spokes[i].name, Type::Small, w);
        const float up = std::sin(angle(i)) < -0.9f ? words : std::sin(angle(i)) > 0.9f ? 0 : words / 2;
        ui.mark(spokes[i].name, Type::Small, Ink::Normal, left, y - up, w, align);
    }
    ui.y += height;
}

void draw_table(const Model& model, Ui& ui, const std::string& id, const std::vector<Spoke>& spokes, const Entry* before) {
    const Texts& texts = *ui.texts;
    const float whole = ui.width, left = ui.x;
    const float value = before ? whole * 0.24f : whole * 0.3f;
    const auto row = [&](const std::string& key, const std::string& name, const std::string& now, const std::string& then,
                         bool head) {
        ui.open(NodeRole::Row, key, "");
        const float top = ui.y + 7;
        float lowest = top;
        const auto cell = [&](const char* suffix, NodeRole role, const std::string& words, float x, float w, Align align) {
            ui.x = x;
            ui.y = top;
            ui.width = w;
            ui.text(key + suffix, words, head ? Type::SmallStrong : Type::Small, head ? Ink::Soft : Ink::Normal, align);
            ui.semantics.last().role = role;
            lowest = std::max(lowest, ui.y);
        };
        const float names = whole - value * (before ? 2 : 1);
        cell(".name", head ? NodeRole::ColumnHead : NodeRole::RowHead, name, left, names, Align::Left);
        cell(".now", head ? NodeRole::ColumnHead : NodeRole::Cell, now, left + names, value - 4, Align::Right);
        if (before)
            cell(".before", head ? NodeRole::ColumnHead : NodeRole::Cell, then, left + names + value, value - 4, Align::Right);
        ui.x = left;
        ui.width = whole;
        ui.y = lowest + 7;
        ui.fill({left, ui.y - 1, whole, 1}, ui.theme.line);
        ui.close();
    };
    const auto words = [&](const Spoke& spoke, const std::optional<double>& value_of) {
        return value_of ? texts.get("app.of_max", {{"n", ui.number(*value_of, 0)}, {"max", ui.number(spoke.top, 0)}})
                        : std::string("–");
    };
    ui.open(NodeRole::Table, id, texts.get("app.radar.name"));
    row(id + ".head", texts.get("app.radar.what"), texts.get("app.radar.now"),
        before ? capital(day_words(texts, before->day, model.today())) : std::string(), true);
    for (const Spoke& spoke : spokes)
        row(id + "." + spoke.item, spoke.name, words(spoke, spoke.now), words(spoke, spoke.before), false);
    ui.close();
}

}  // namespace

void draw_radar(const Model& model, Ui& ui, const Activity& activity, const Answers& answers, const Entry* before) {
    const Texts& texts = *ui.texts;
    std::vector<Spoke> spokes;
    for (const std::string& item_id : activity.radar) {
        const Item* item = activity.find_item(item_id);
        if (!item) continue;
        spokes.push_back({item_id, texts.get(activity.key(item_id + ".spoke")), weight_of(*item, answers),
                          before ? weight_of(*item, before->answers) : std::nullopt, std::max(highest_of(*item), 1.0)});
    }
    const Spoke *high = nullptr, *low = nullptr;
    for (const Spoke& one : spokes) {
        if (!one.now) continue;
        if (!high || *one.now / one.top > *high->now / high->top) high = &one;
        if (!low || *one.now / one.top < *low->now / low->top) low = &one;
    }
    if (!high) return;
    const bool differ = *high->now / high->top > *low->now / low->top;
    ui.card([&] {
        ui.heading("radar.title", texts.get("app.radar.title"), 2, Type::Strong);
        ui.space(8);
        draw_figure(ui, "radar", spokes, before);
        ui.space(4);
        if (before) {
            ui.text("radar.before", texts.get("app.radar.before", {{"day", day_words(texts, before->day, model.today())}}),
                    Type::Small, Ink::Soft);
            ui.space(8);
        }
        if (differ) {
            ui.text("radar.strong", texts.get("app.check.strong", {{"what", high->name}}));
            ui.space(6);
            ui.text("radar.start", texts.get("app.check.start", {{"what", low->name}}));
            ui.space(12);
        }
        draw_table(model, ui, "radar.table", spokes, before);
    });
    ui.space(12);
}

}  // namespace koers
