// The kinds of questions that are more than one answer: cards on piles, an order, links, rows, and a time with ratings.
// All of it by touch, mouse, keys and reader alike: nothing has to be dragged.
#include <algorithm>
#include <cmath>

#include "app/screens/asking.h"

namespace koers {

void Asking::line(const std::string& key, const std::string& words, const std::string& remove_words, Call<void()> remove,
                  const std::string& up_words, Call<void()> up) const {
    const float left = ui.x, whole = ui.width, top = ui.y, side = 48;
    const float room = whole - (remove ? side + 8 : 0) - (up ? side + 8 : 0);
    const float height = std::max(side, ui.text_height(words, Type::Body, room));
    ui.width = room;
    ui.y = top + (height - ui.text_height(words, Type::Body, room)) / 2;
    ui.marks = false;
    ui.text(key, words);
    ui.marks = true;
    ui.width = whole;
    const auto small = [&](const char* suffix, const char* icon, const std::string& name, float at_x) {
        const Box box{at_x, top + (height - side) / 2, side, side};
        const Ui::Target state = ui.target(NodeRole::Button, key + suffix, name, box);
        if (state.hover || state.down) ui.fill(box, ui.theme.pine_tint, 12);
        ui.icon(icon, box.x + 13, box.y + 13, 22, Ink::Soft);
        ui.focus_ring(key + suffix, box, 12);
        return state.pressed;
    };
    if (up && small(".up", "chevron-up", up_words, left + room + 8)) up();
    if (remove && small(".remove", "x", remove_words, left + whole - side)) remove();
    ui.y = top + height + 4;
}

// --- cards on piles

void Asking::operator()(const SortFormat& format) const {
    question();
    const auto* given = answer<RowsAnswer>();
    const RowsAnswer laid = given ? *given : RowsAnswer{};
    const auto words = [&](const std::string& choice) { return ui.t(activity.key(item.id + "." + choice)); };
    const auto is_laid = [&](const Choice& card) {
        return std::any_of(laid.rows.begin(), laid.rows.end(), [&](const auto& row) { return cell(row, "card") == card.id; });
    };
    const auto next = std::find_if_not(format.cards.begin(), format.cards.end(), is_laid);
    ui.text(id() + ".count",
            ui.t("app.sort.count", {{"n", std::to_string(laid.rows.size())}, {"total", std::to_string(format.cards.size())}}),
            Type::Small, Ink::Soft);
    ui.space(8);
    if (next != format.cards.end()) {
        Ui::CardLook look = ui.card_look();
        look.fill = ui.theme.sun_tint;
        look.line = ui.theme.sun;
        look.padding = 24;
        ui.card(look, [&] { ui.text(id() + ".card", words(next->id), Type::Heading, Ink::Normal, Align::Centre); });
        ui.space(12);
        for (const Choice& pile : format.piles) {
            if (ui.button(id() + ".to." + pile.id, words(pile.id), ButtonLook::Secondary)) {
                RowsAnswer more = laid;
                more.rows.push_back({{"card", next->id}, {"pile", pile.id}});
                change(std::move(more));
            }
            // Heard alone, the button says which card it lays.
            ui.semantics.last().name += ": " + words(next->id);
            ui.space(8);
        }
    } else {
        ui.text(id() + ".done", ui.t("app.sort.done"), Type::Strong, Ink::Pine);
        ui.space(8);
    }
    if (!laid.rows.empty()) {
        if (ui.small_button(id() + ".back", ui.t("app.sort.back"), ButtonLook::Quiet, "undo-2")) {
            RowsAnswer less = laid;
            less.rows.pop_back();
            if (less.rows.empty())
                ui.push(AnswerCleared{run.id, item.id});
            else
                change(std::move(less));
        }
        ui.space(4);
    }
    for (const Choice& pile : format.piles) {
        std::vector<Ui::ChipItem> cards;
        for (const RowsAnswer::Row& row : laid.rows)
            if (cell(row, "pile") == pile.id)
                cards.push_back({std::string(cell(row, "card")), words(std::string(cell(row, "card"))), "", true});
        if (cards.empty()) continue;
        const std::string key = id() + ".pile." + pile.id;
        const bool open = model.run_view.unfolded.count(key) != 0;
        if (ui.small_button(key, ui.t("app.sort.pile", {{"pile", words(pile.id)}, {"n", std::to_string(cards.size())}}),
                            ButtonLook::Quiet, open ? "chevron-up" : "chevron-down"))
            ui.push(ChoicesFolded{key, open});
        ui.semantics.last().has_open = true;
        ui.semantics.last().open = open;
        ui.space(4);
        if (!open) continue;
        ui.text(key + ".help", ui.t("app.sort.again"), Type::Small, Ink::Soft);
        ui.space(6);
        const int touched = ui.chips(key + ".cards", words(pile.id), cards, true);
        ui.space(8);
        if (touched < 0) continue;
        RowsAnswer less = laid;
        const std::string& card = cards[static_cast<size_t>(touched)].id;
        less.rows.erase(
            std::remove_if(less.rows.begin(), less.rows.end(), [&](const auto& row) { return cell(row, "card") == card; }),
            less.rows.end());
        if (less.rows.empty())
            ui.push(AnswerCleared{run.id, item.id});
        else
            change(std::move(less));
    }
    trouble();
}

// --- an order

void Asking::operator()(const RankFormat& format) const {
    question();
    const std::vector<Option> options = options_from(model.ask(), activity, run.answers, {format.from}, format.pile);
    if (options.empty()) {
        ui.text(id() + ".empty", ui.t("app.rank.empty"), Type::Body, Ink::Soft);
        return;
    }
    const auto* given = answer<ManyAnswer>();
    const std::vector<std::string> chosen = given ? given->values : std::vector<std::string>{};
    const auto place = [&](const std::string& option) {
        return static_cast<size_t>(std::find(chosen.begin(), chosen.end(), option) - chosen.begin());
    };
    const auto give = [&](std::vector<std::string> next) {
        if (next.empty())
            ui.push(AnswerCleared{run.id, item.id});
        else
            change(ManyAnswer{std::move(next)});
    };
    std::vector<Ui::ChipItem> items;
    for (const Option& option : options) items.push_back({option.id, option.label, "", place(option.id) < chosen.size()});
    const bool one = format.most == 1;
    const int touched = ui.chips(id(), label(), items, !one, error());
    if (touched >= 0) {
        std::vector<std::string> next = one ? std::vector<std::string>{} : chosen;
        const std::string& option = items[static_cast<size_t>(touched)].id;
        if (!one && place(option) < chosen.size())
            next.erase(next.begin() + static_cast<long>(place(option)));
        else
            next.push_back(option);
        give(std::move(next));
    }
    trouble();
    if (one || chosen.size() < 2) return;
    ui.space(14);
    ui.open(NodeRole::Group, id() + ".order", ui.t("app.rank.order"));
    ui.text(id() + ".order.title", ui.t("app.rank.order"), Type::SmallStrong, Ink::Soft);
    ui.space(4);
    for (size_t i = 0; i < chosen.size(); ++i) {
        const std::string words = option_words(model.ask(), activity, {format.from}, chosen[i]);
        const auto lift = [&, i] {
            std::vector<std::string> next = chosen;
            std::swap(next[i], next[i - 1]);
            give(std::move(next));
        };
        line(id() + ".order." + std::to_string(i), std::to_string(i + 1) + ". " + words, "", nullptr,
             ui.t("app.rank.up", {{"what", words}}), i == 0 ? Call<void()>() : Call<void()>(lift));
    }
    ui.close();
}

// --- links

void Asking::operator()(const PairsFormat& format) const {
    question();
    const auto* given = answer<RowsAnswer>();
    const RowsAnswer linked = given ? *given : RowsAnswer{};
    const auto words = [&](const std::vector<std::string>& from, std::string_view option) {
        return option_words(model.ask(), activity, from, std::string(option));
    };
    for (size_t i = 0; i < linked.rows.size(); ++i) {
        const std::string both =
            words(format.left, cell(linked.rows[i], "left")) + ": " + lowered(words(format.right, cell(linked.rows[i], "right")));
        line(id() + ".link." + std::to_string(i), both, ui.t("app.remove_what", {{"what", both}}), [&] {
            ui.push(RowRemoved{run.id, item.id, static_cast<int>(i)});
        });
    }
    if (linked.rows.size() >= static_cast<size_t>(format.most)) {
        ui.text(id() + ".full", ui.t("app.pairs.full"), Type::Small, Ink::Soft);
        return;
    }
    bool any = true;
    const auto side = [&](const char* name, const std::vector<std::string>& from) -> std::string {
        const std::string which = item.id + "." + name, key = id() + "." + name;
        const auto found = model.run_view.picked.find(which);
        const std::string picked = found == model.run_view.picked.end() ? std::string() : found->second;
        const std::string title = ui.t(activity.key(which));
        std::vector<Ui::ChipItem> items;
        for (const Option& option : options_from(model.ask(), activity, run.answers, from))
            items.push_back({option.id, option.label, "", option.id == picked});
        ui.space(8);
        ui.text(key + ".title", title, Type::SmallStrong, Ink::Soft);
        ui.space(6);
        if (items.empty()) {
            any = false;
            ui.text(key + ".empty", ui.t("app.rank.empty"), Type::Body, Ink::Soft);
            return {};
        }
        const int touched = ui.chips(key, title, items, false);
        if (touched >= 0) ui.push(SidePicked{which, items[static_cast<size_t>(touched)].id});
        return picked;
    };
    const std::string left = side("left", format.left), right = side("right", format.right);
    if (!any) return;
    ui.space(12);
    if (ui.button(id() + ".join", ui.t("app.pairs.join"), ButtonLook::Secondary, "link", left.empty() || right.empty())) {
        RowsAnswer more = linked;
        more.rows.push_back({{"left", left}, {"right", right}});
        change(std::move(more));
        ui.push(SidePicked{item.id + ".left", left});
        ui.push(SidePicked{item.id + ".right", right});
    }
    trouble();
}

// --- rows

void Asking::cells(const RowsFormat& format, size_t row, const std::string& row_id, const RowsAnswer::Row* filled) const {
    const std::string row_key = id() + "." + row_id;
    for (const Column& column : format.columns) {
        const std::string key = row_key + "." + column.id, words = ui.t(activity.key(item.id + "." + column.id));
        const std::string text(filled ? cell(*filled, column.id) : std::string_view());
        const auto put = [&](std::string next) {
            ui.push(CellChanged{run.id, item.id, static_cast<int>(row), column.id, std::move(next)});
        };
        ui.space(10);
        ui.text(key + ".label", words, Type::SmallStrong);
        ui.space(6);
        if (column.choices.empty()) {
            FieldOptions options;
            options.kind = column.max_characters > 120 ? FieldKind::Lines : FieldKind::Text;
            options.max_length = column.max_characters;
            const std::string placeholder = item.id + "." + column.id + ".placeholder";
            if (ui.texts->has(activity.key(placeholder))) options.placeholder = ui.t(activity.key(placeholder));
            std::string typed_text = text;
            if (ui.field(key, words, typed_text, options)) put(typed_text);
            continue;
        }
        std::vector<Ui::ChipItem> items;
        for (const Choice& choice : column.choices)
            items.push_back(
                {choice.id, ui.t(activity.key(item.id + "." + column.id + "." + choice.id)), choice.icon, choice.id == text});
        const int touched = ui.chips(key, words, items, false);
        if (touched >= 0) put(items[static_cast<size_t>(touched)].id);
        if (text.empty()) continue;
        ui.space(6);
        if (ui.small_button(key + ".clear", ui.t("app.clear"), ButtonLook::Quiet, "x")) put({});
        ui.semantics.last().name += ": " + words;
    }
}

void Asking::operator()(const RowsFormat& format) const {
    question();
    if (format.shape != RowsShape::Table) return own_rows(format);
    const std::vector<Option> rows = table_rows(model.ask(), activity, item, run.answers);
    if (rows.empty()) {
        ui.text(id() + ".empty", ui.t("app.rank.empty"), Type::Body, Ink::Soft);
        return trouble();
    }
    const auto found = model.run_view.open_row.find(item.id);
    const size_t open =
        found == model.run_view.open_row.end() ? 0 : std::min(static_cast<size_t>(std::max(found->second, 0)), rows.size() - 1);
    const auto* given = answer<RowsAnswer>();
    const auto filled = [&](size_t row) { return given ? row_of(*given, rows[row].id) : nullptr; };
    const auto words = [&](size_t row) { return rows[row].label; };
    std::vector<Ui::ChipItem> items;
    for (size_t i = 0; i < rows.size(); ++i)
        items.push_back({rows[i].id, words(i), filled(i) && !is_empty(*filled(i)) ? "check" : "", i == open});
    const int touched = ui.chips(id() + ".rows", label(), items, false);
    if (touched >= 0) ui.push(RowOpened{run.id, item.id, touched});
    ui.space(14);
    ui.open(NodeRole::Group, id() + ".row", words(open));
    ui.heading(id() + ".row.title", words(open), 3, Type::Title);
    cells(format, open, rows[open].id, filled(open));
    ui.close();
    trouble();
    if (open + 1 >= rows.size()) return;
    ui.space(14);
    if (ui.small_button(id() + ".next", ui.t("app.rows.next", {{"what", words(open + 1)}}), ButtonLook::Quiet, "arrow-right"))
        ui.push(RowOpened{run.id, item.id, static_cast<int>(open) + 1});
}

void Asking::own_rows(const RowsFormat& format) const {
    const auto* given = answer<RowsAnswer>();
    const RowsAnswer rows = given ? *given : RowsAnswer{};
    const auto found = model.run_view.open_row.find(item.id);
    const int open = found == model.run_view.open_row.end() ? -1 : found->second;
    const int count = static_cast<int>(rows.rows.size());
    if (format.shape == RowsShape::Circles && count > 0) circles(format, rows);
    const auto editor = [&](int i) {
        const std::string key = id() + "." + std::to_string(i);
        const std::string title(i < count ? cell(rows.rows[static_cast<size_t>(i)], format.columns.front().id)
                                          : std::string_view());
        ui.card(ui.theme.paper, ui.theme.line, [&] {
            ui.open(NodeRole::Group, key + ".row", title.empty() ? ui.t("app.rows.new") : title);
            cells(format, static_cast<size_t>(i), std::to_string(i), i < count ? &rows.rows[static_cast<size_t>(i)] : nullptr);
            ui.space(14);
            if (ui.button(key + ".done", ui.t("app.rows.done"), ButtonLook::Secondary, "check"))
                ui.push(RowOpened{run.id, item.id, -1});
            if (i < count) {
                ui.space(8);
                if (format.shape == RowsShape::Timeline && i > 0 &&
                    ui.small_button(key + ".earlier", ui.t("app.rows.earlier"), ButtonLook::Quiet, "chevron-up"))
                    ui.push(RowMoved{run.id, item.id, i, -1});
                if (format.shape == RowsShape::Timeline && i + 1 < count &&
                    ui.small_button(key + ".later", ui.t("app.rows.later"), ButtonLook::Quiet, "chevron-down"))
                    ui.push(RowMoved{run.id, item.id, i, 1});
                if (ui.small_button(key + ".remove", ui.t("app.rows.remove"), ButtonLook::Quiet, "trash-2"))
                    ui.push(RowRemoved{run.id, item.id, i});
            }
            ui.close();
        });
        ui.space(8);
    };
    float first_dot = 0, last_dot = 0;
    for (int i = 0; i < count; ++i) {
        if (i == open) {
            editor(i);
            continue;
        }
        const RowsAnswer::Row& row = rows.rows[static_cast<size_t>(i)];
        const RowWords words = row_words(*ui.texts, activity, item, format, row);
        const bool circles = format.shape == RowsShape::Circles;
        const float top = ui.y;
        if (ui.row(id() + "." + std::to_string(i), (circles ? std::to_string(i + 1) + ". " : "") + words.title, words.below,
                   circles ? "" : "circle-dot", Ink::Pine))
            ui.push(RowOpened{run.id, item.id, i});
        const float dot = (top + ui.y) / 2;
        if (i == 0 || first_dot == 0) first_dot = dot;
        last_dot = dot;
    }
    // One line through the dots: this came, then that.
    if (format.shape == RowsShape::Timeline && count > 1 && (open < 0 || open >= count))
        for (float y = first_dot + 18; y < last_dot - 18; y += 8) ui.fill({ui.x + 11, y, 2, 4}, ui.theme.pine, 1);
    if (open == count) editor(count);
    trouble();
    if (open != count && count < format.most) {
        ui.space(8);
        if (ui.button(id() + ".add", ui.t(activity.key(item.id + ".add")), count ? ButtonLook::Secondary : ButtonLook::Primary,
                      "plus"))
            ui.push(RowOpened{run.id, item.id, count});
    }
}

// Four shapes that differ without colour too.
static void shape(Ui& ui, int which, float x, float y, float r, Colour fill, Colour line) {
    if (which == 0) {
        ui.list().AddCircleFilled(ui.at(x, y), r, ui.paint(fill), 24);
        ui.list().AddCircle(ui.at(x, y), r, ui.paint(line), 24, 2);
        return;
    }
    const int corners = which == 1 ? 4 : which == 2 ? 3 : 4;
    const float turn = which == 1 ? 0.785f : which == 2 ? -1.571f : 0.f, reach = r * (which == 2 ? 1.35f : 1.2f);
    ImVec2 points[4];
    for (int i = 0; i < corners; ++i) {
        const float angle = turn + 6.2832f * static_cast<float>(i) / static_cast<float>(corners);
        points[i] = ui.at(x + reach * std::cos(angle), y + reach * std::sin(angle) + (which == 2 ? r * 0.2f : 0));
    }
    ui.list().AddConvexPolyFilled(points, corners, ui.paint(fill));
    ui.list().AddPolyline(points, corners, ui.paint(line), ImDrawFlags_Closed, 2);
}

void Asking::circles(const RowsFormat& format, const RowsAnswer& answer) const {
    const Column* ring = format.find_column(format.ring);
    const Column* tone = format.find_column(format.tone);
    if (!ring) return;
    const auto index = [&](const Column* column, const RowsAnswer::Row& row) {
        const std::string_view text = column ? cell(row, column->id) : std::string_view();
        for (size_t i = 0; column && i < column->choices.size(); ++i)
            if (column->choices[i].id == text) return static_cast<int>(i);
        return -1;
    };
    const auto words = [&](const Column& column, size_t i) {
        return ui.t(activity.key(item.id + "." + column.id + "." + column.choices[i].id));
    };
    const float side = std::min(ui.width, 340.f), r = side / 2 - 4, cx = ui.x + ui.width / 2, cy = ui.y + side / 2;
    const Colour fills[] = {ui.theme.pine_tint, ui.theme.card, ui.theme.sun_tint, ui.theme.plum_tint};
    const Colour lines[] = {ui.theme.pine, ui.theme.ink, ui.theme.sun, ui.theme.plum};
    const size_t rings = ring->choices.size();
    std::string said;
    for (size_t i = rings; i-- > 0;) {
        const float radius = r * (static_cast<float>(i) + 1.3f) / (static_cast<float>(rings) + 0.3f);
        ui.list().AddCircleFilled(ui.at(cx, cy), radius, ui.paint(i % 2 ? ui.theme.paper : ui.theme.sky_tint), 64);
        ui.list().AddCircle(ui.at(cx, cy), radius, ui.paint(ui.theme.edge), 64, 1.5f);
    }
    for (size_t i = 0; i < rings; ++i) {
        std::vector<size_t> here;
        for (size_t k = 0; k < answer.rows.size(); ++k) {
            const int at = index(ring, answer.rows[k]);
            if (at == static_cast<int>(i) || (at < 0 && i + 1 == rings)) here.push_back(k);
        }
        const float outer = r * (static_cast<float>(i) + 1.3f) / (static_cast<float>(rings) + 0.3f);
        const float inner = r * (static_cast<float>(i) + 0.3f) / (static_cast<float>(rings) + 0.3f);
        std::string names;
        for (size_t k = 0; k < here.size(); ++k) {
            const RowsAnswer::Row& row = answer.rows[here[k]];
            const float angle =
                -1.57f + 0.6f * static_cast<float>(i) + 6.2832f * static_cast<float>(k) / static_cast<float>(here.size());
            const float reach = std::max((outer + inner) / 2, 26.f), x = cx + reach * std::cos(angle),
                        y = cy + reach * std::sin(angle);
            const int kind = index(tone, row);
            shape(ui, std::max(kind, 0), x, y, 14, kind < 0 ? ui.theme.card : fills[kind],
                  kind < 0 ? ui.theme.edge : lines[kind]);
            ui.mark(std::to_string(here[k] + 1), Type::SmallStrong, Ink::Normal, x - 20, y - ui.line_of(Type::SmallStrong) / 2,
                    40);
            names += (names.empty() ? "" : ", ") + std::string(cell(row, format.columns.front().id));
        }
        if (!names.empty()) said += (said.empty() ? "" : ". ") + words(*ring, i) + ": " + names;
    }
    ui.list().AddCircleFilled(ui.at(cx, cy), 13, ui.paint(ui.theme.pine), 24);
    ui.target(NodeRole::Image, id() + ".circles", said, {cx - side / 2, ui.y, side, side});
    ui.y += side + 8;
    ui.text(id() + ".circles.me", ui.t("app.circles.help"), Type::Small, Ink::Soft, Align::Centre);
    ui.space(6);
    for (size_t i = 0; tone && i < tone->choices.size(); ++i) {
        shape(ui, static_cast<int>(i), ui.x + 12, ui.y + ui.line_of(Type::Small) / 2, 8, fills[i], lines[i]);
        ui.x += 30;
        ui.width -= 30;
        ui.text(id() + ".circles." + tone->choices[i].id, words(*tone, i), Type::Small, Ink::Soft);
        ui.x -= 30;
        ui.width += 30;
        ui.space(2);
    }
    ui.space(8);
}

// --- a time with ratings

// The ratings so far as a line; what it shows is said below it.
static void draw_points(Ui& ui, const std::string& id, const std::string& name, const WaveAnswer& wave) {
    const float height = 90, step = ui.width / static_cast<float>(std::max(wave.minutes, 1) * 60);
    const Box box{ui.x, ui.y, ui.width, height};
    ui.target(NodeRole::Image, id, name, box);
    ui.fill(box, ui.theme.sky_tint, 12);
    ImVec2 before{};
    for (size_t i = 0; i < wave.points.size(); ++i) {
        const WaveAnswer::Point& point = wave.points[i];
        const float x = std::clamp(static_cast<float>(point.at) * step, 8.f, ui.width - 8);
        const ImVec2 here = ui.at(ui.x + x, ui.y + height - 10 - (height - 20) * static_cast<float>(point.rating) / 10);
        if (i) ui.list().AddLine(before, here, ui.paint(ui.theme.sky), 3);
        ui.list().AddCircleFilled(here, 5, ui.paint(ui.theme.sky), 16);
        before = here;
    }
    ui.y += height;
}

void Asking::operator()(const TimerFormat& format) const {
    question();
    const auto* wave = answer<WaveAnswer>();
    if (!wave || !wave->began) {
        const auto found = model.run_view.picked.find(item.id);
        const int picked =
            found == model.run_view.picked.end() || found->second.empty() ? format.minutes : std::atoi(found->second.c_str());
        std::vector<Ui::ChipItem> items;
        for (const int minutes : {1, 2, 3, 5, 10, 15, 20, 30})
            if (minutes >= format.least && minutes <= format.most)
                items.push_back({std::to_string(minutes), ui.texts->plural("app.minutes", minutes, std::to_string(minutes)), "",
                                 minutes == picked});
        ui.text(id() + ".length.title", ui.t("app.wave.length"), Type::SmallStrong, Ink::Soft);
        ui.space(6);
        const int touched = ui.chips(id() + ".length", ui.t("app.wave.length"), items, false);
        if (touched >= 0 && !items[static_cast<size_t>(touched)].on)
            ui.push(SidePicked{item.id, items[static_cast<size_t>(touched)].id});
        ui.space(12);
        if (ui.button(id() + ".begin", ui.t("app.wave.begin"), ButtonLook::Primary, "clock"))
            ui.push(WaveBegan{run.id, item.id, picked});
        trouble();
        return;
    }
    const bool running = runs(*wave, model.now);
    const int second = seconds_of(*wave, model.now), left = std::max(1, wave->minutes - second / 60);
    const std::string time = running ? ui.texts->plural("help.wave.left", left, std::to_string(left)) : ui.t("app.wave.done");
    ui.progress(id() + ".progress", label(), static_cast<float>(second) / static_cast<float>(std::max(wave->minutes, 1) * 60),
                time);
    ui.space(6);
    ui.text(id() + ".time", time, Type::Strong, Ink::Pine);
    ui.space(10);
    if (wave->points.size() > 1) {
        draw_points(ui, id() + ".points", ui.t("app.wave.points"), *wave);
        ui.space(6);
        ui.text(id() + ".points.words", wave_words(*ui.texts, *wave), Type::Small, Ink::Soft);
        ui.space(10);
    }
    // At the end one more, so that both ends are there.
    const bool due =
        running ? rating_due(format, *wave, model.now) : wave->points.empty() || wave->points.back().at < second - 20;
    int value = due ? 0 : wave->points.back().rating;
    ui.text(id() + ".ask", ui.t(due ? "help.wave.ask" : "app.wave.rated"), Type::Body, Ink::Normal);
    ui.space(6);
    std::string words = due ? ui.t("app.not_chosen") + ". " + ui.t("app.slide") : std::to_string(value);
    ui.draw_text(due ? "–" : std::to_string(value), Type::Heading, due ? Ink::Soft : Ink::Pine, ui.x, ui.y, ui.width,
                 Align::Centre);
    ui.y += ui.line_of(Type::Heading);
    if (ui.slider(id() + ".rating", ui.t("help.wave.ask"), 0, 10, 1, value, !due, words, ui.t(activity.key(item.id + ".min")),
                  ui.t(activity.key(item.id + ".max"))))
        ui.push(WaveRated{run.id, item.id, value});
    ui.space(10);
    if (running) {
        if (ui.button(id() + ".stop", ui.t("app.wave.stop"), ButtonLook::Secondary, "square"))
            ui.push(WaveEnded{run.id, item.id});
    } else if (wave->points.empty() &&
               ui.small_button(id() + ".again", ui.t("app.wave.again"), ButtonLook::Quiet, "rotate-ccw")) {
        ui.push(AnswerCleared{run.id, item.id});
    }
    trouble();
}

}  // namespace koers
