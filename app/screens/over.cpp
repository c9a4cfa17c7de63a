// What lies over a screen: the notice of what was just done, and the question before something is lost.
#include <algorithm>

#include "app/screens/screens.h"

namespace koers {

std::string notice_words(const Model& model) {
    if (!model.notice) return {};
    std::string text = model.catalog->texts.get(model.notice->text_key);
    for (const auto& [name, value] : model.notice->variables) {
        const std::string placeholder = "{" + name + "}";
        if (const size_t found = text.find(placeholder); found != std::string::npos)
            text.replace(found, placeholder.size(), value);
    }
    return text;
}

namespace {

// The buttons of a notice stand beside each other, without their icons where that helps, else one below the other.
struct NoticeFoot {
    bool undo = false, details = false, icons = true, stacked = false;
    float row = 0;  // the height of a button
    float height() const { return (undo || details ? row + 12 : 0) + (stacked ? row + 8 : 0); }
};
NoticeFoot notice_foot(const Model& model, Ui& ui, float w) {
    NoticeFoot foot;
    foot.undo = model.notice->undoable;
    foot.details = !model.notice->entry.empty();
    const std::string &undo = ui.t("app.undo"), &details = ui.t("app.details");
    const auto both = [&](bool icons) { return ui.small_button_width(undo, icons) + 8 + ui.small_button_width(details, icons); };
    if (foot.undo && foot.details && both(true) > w - 32) {
        foot.icons = false;
        foot.stacked = both(false) > w - 32;
    }
    const float icon_space = foot.icons ? 20 * std::min(ui.scale, 1.4f) + 10 : 0;
    for (const std::string* words : {&undo, &details})
        foot.row = std::max(
            foot.row,
            ui.text_height(*words, Type::Strong, std::min(w - 32, ui.small_button_width(*words, foot.icons)) - 24 - icon_space) +
                20);
    foot.row = std::max(foot.row, 48.f);
    return foot;
}

constexpr float notice_side = 76;  // beside the words: 16 before them, the cross after

float notice_height(const Model& model, Ui& ui, float w) {
    return std::max(ui.text_height(notice_words(model), Type::Body, w - notice_side) + 24, 56.f) +
           notice_foot(model, ui, w).height() + 4;
}

void draw_notice_in(const Model& model, Ui& ui, Box box) {
    ui.open_layer(NodeRole::Region, "notice", ui.t("app.notice"), "bottom", box);
    ui.fill({0, 0, box.w, box.h}, ui.theme.ink, 16);
    // On the notice's own dark ground the pen's inks are turned round.
    const Theme own = ui.theme;
    ui.theme.ink = own.paper;
    ui.theme.card = own.ink;
    ui.theme.pine_tint = own.ink;
    ui.theme.edge = own.paper;
    ui.theme.focus = own.paper;
    ui.x = 16;
    ui.y = 14;
    ui.width = box.w - notice_side;
    ui.text("notice.text", notice_words(model));
    const Ui::Target close = ui.target(NodeRole::Button, "notice.close", ui.t("app.close"), {box.w - 52, 4, 48, 48});
    ui.icon("x", box.w - 40, 16, 24, Ink::Normal);
    ui.focus_ring("notice.close", {box.w - 48, 8, 40, 40}, 10);
    if (close.pressed) ui.push(NoticeClosed{});
    const NoticeFoot foot = notice_foot(model, ui, box.w);
    ui.width = box.w - 32;
    ui.y = std::max(ui.y + 8, 56.f);
    const float row = ui.y;
    float at_x = 16;
    if (foot.undo) {
        ui.x = at_x;
        if (ui.small_button("notice.undo", ui.t("app.undo"), ButtonLook::Secondary, foot.icons ? "undo-2" : ""))
            ui.push(UndoPressed{});
        at_x += ui.small_button_width(ui.t("app.undo"), foot.icons) + 8;
    }
    if (foot.details) {
        ui.x = foot.stacked ? 16 : at_x;
        ui.y = foot.stacked ? ui.y + 8 : row;
        if (ui.small_button("notice.details", ui.t("app.details"), ButtonLook::Secondary, foot.icons ? "pencil" : ""))
            ui.push(EntryEdited{model.notice->entry});
    }
    ui.theme = own;
    ui.close_layer();
}

}  // namespace

float draw_notice(const Model& model, Ui& ui, float left, float bottom, float wide) {
    // Very large letters on a very small screen: a notice does not cover all there is.
    const float own_scale = ui.scale;
    if (notice_height(model, ui, wide) > ui.view.h * 0.6f) ui.scale = std::min(ui.scale, 1.3f);
    const float high = notice_height(model, ui, wide);
    draw_notice_in(model, ui, {left, bottom - high, wide, high});
    ui.scale = own_scale;
    return high;
}

void draw_question(const Model& model, Ui& ui) {
    const bool erase = model.confirm_erase;
    const char* key = erase ? "app.erase" : "app.discard";
    const std::string title = ui.t(std::string(key) + ".title"), body = ui.t(std::string(key) + ".body");
    ui.open_layer(NodeRole::Dialog, "question", title, "modal", {0, 0, ui.view.w, ui.view.h});
    ui.list().AddRectFilled({0, 0}, {ui.view.w, ui.view.h}, ui.paint(ui.theme.scrim, 0.6f));
    const float wide = std::min(440.f, ui.view.w - 32);
    const float needed =
        ui.text_height(title, Type::Title, wide - 40) + ui.text_height(body, Type::Body, wide - 40) + 2 * 60 + 80;
    ui.x = (ui.view.w - wide) / 2;
    ui.width = wide;
    ui.y = std::max(16.f, (ui.view.h - needed) / 2);
    ui.card([&] {
        ui.heading("question.title", title, 2, Type::Title);
        ui.space(8);
        ui.text("question.body", body);
        ui.space(20);
        if (ui.button("question.no", ui.t(std::string(key) + ".no"), ButtonLook::Primary)) ui.push(BackPressed{});
        ui.space(8);
        if (ui.button("question.yes", ui.t(std::string(key) + ".yes"), ButtonLook::Danger, "trash-2")) {
            if (erase)
                ui.push(EraseConfirmed{});
            else
                ui.push(RunDiscarded{model.route().id});
        }
    });
    if (ui.take("question", "close")) ui.push(BackPressed{});
    ui.close_layer();
}

}  // namespace koers
