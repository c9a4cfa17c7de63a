// For who works with people: what Koers is in a conversation, examples to look around in, links to make, and a sealed summary to open.
#include "app/screens/paper_blocks.h"
#include "app/screens/screens.h"

namespace koers {

void draw_professional(const Model& model, Ui& ui) {
    if (draw_waiting(model, ui)) return;
    const Texts& texts = *ui.texts;
    ui.text("pro.lead", texts.get("app.pro.lead"));
    ui.space(16);
    ui.card([&] {
        if (ui.row("pro.link", texts.get("app.pro.link.title"), texts.get("app.pro.link.body"), "link")) ui.go(Screen::Maker);
        ui.fill({ui.x, ui.y, ui.width, 1}, ui.theme.line);
        if (ui.row("pro.read", texts.get("app.pro.read.title"), texts.get("app.pro.read.body"), "book-open", Ink::Sky))
            ui.go(Screen::Reading);
    });
    ui.space(12);
    ui.card([&] {
        ui.heading("pro.demo.title", texts.get("app.pro.demo.title"), 2, Type::Strong);
        ui.space(4);
        ui.text("pro.demo.body", texts.get("app.pro.demo.body"), Type::Small, Ink::Soft);
        ui.space(6);
        for (const char* person : {"week", "gambling", "relative"}) {
            const std::string key = std::string("demo.person.") + person;
            if (ui.row("pro.demo." + std::string(person), texts.get(key), texts.get(key + ".what"), "user-round", Ink::Sun))
                ui.push(DemoStarted{person});
        }
    });
    ui.space(16);
    for (const char* block : {"before", "during", "between", "cannot"}) {
        const std::string key = std::string("app.pro.") + block, id = std::string("pro.") + block;
        ui.card([&] {
            ui.heading(id, texts.get(key + ".title"), 2, Type::Strong);
            ui.space(6);
            for (int i = 1; texts.has(key + "." + std::to_string(i)); ++i)
                ui.paragraphs(id + "." + std::to_string(i), "• " + texts.get(key + "." + std::to_string(i)), 8);
        });
        ui.space(12);
    }
}

void draw_reading(const Model& model, Ui& ui) {
    if (draw_waiting(model, ui)) return;
    const Texts& texts = *ui.texts;
    const ReadState& read = model.read;
    if (read.state == ReadingState::Open) {
        ui.card(ui.theme.sky_tint, ui.theme.line, [&] { ui.text("read.memory", texts.get("app.read.memory")); });
        ui.space(12);
        draw_summary_sheet(ui, read.summary);
        ui.space(16);
        if (ui.button("read.print", texts.get("app.paper.print"), ButtonLook::Secondary, "file-text")) ui.push(PrintPressed{});
        ui.space(8);
        if (ui.button("read.close", texts.get("app.read.close"), ButtonLook::Primary, "x")) ui.push(ReadingLeft{});
        return;
    }
    ui.text("read.lead", texts.get("app.read.lead"));
    ui.space(16);
    const char* trouble = read.state == ReadingState::Foreign  ? "app.read.foreign"
                          : read.state == ReadingState::Newer  ? "app.read.newer"
                          : read.state == ReadingState::Closed ? "app.read.closed"
                                                               : nullptr;
    const bool asks =
        read.state == ReadingState::Asking || read.state == ReadingState::Opening || read.state == ReadingState::Closed;
    if (asks) {
        ui.card([&] {
            ui.heading("read.phrase.title", texts.get("app.read.phrase"), 2, Type::Strong);
            ui.text("read.phrase.help", texts.get("app.read.phrase.help"), Type::Small, Ink::Soft);
            ui.space(8);
            std::string phrase = read.phrase;
            FieldOptions options;
            options.kind = FieldKind::Phrase;
            options.max_length = 200;
            if (trouble) options.error = texts.get(trouble);
            if (ui.field("read.phrase", texts.get("app.read.phrase"), phrase, options)) ui.push(ReadPhraseTyped{phrase});
            const bool entered = ui.take("read.phrase", "enter") != nullptr;
            if (trouble) {
                ui.space(6);
                ui.text("read.trouble", texts.get(trouble), Type::Small, Ink::Plum);
            }
            ui.space(12);
            const bool opening = read.state == ReadingState::Opening;
            if (ui.button("read.open", texts.get(opening ? "app.read.opening" : "app.read.open"), ButtonLook::Primary,
                          "book-open", phrase.empty()) ||
                entered)
                ui.push(SealedOpening{});
        });
        ui.space(12);
    } else if (trouble) {
        ui.text("read.trouble", texts.get(trouble), Type::Body, Ink::Plum);
        ui.space(12);
    }
    if (ui.button("read.choose", texts.get(asks ? "app.read.other" : "app.read.choose"),
                  asks ? ButtonLook::Secondary : ButtonLook::Primary, "file-text"))
        ui.push(SealedWanted{});
}

}  // namespace koers
