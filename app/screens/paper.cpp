// The plan on paper: a card for a pocket, one page, or all of it. What is drawn here is what is printed (web/styles.css) and what the picture shows.
#include <algorithm>

#include "app/screens/paper_blocks.h"
#include "app/screens/screens.h"
#include "app/screens/words.h"

namespace koers {

namespace {

PaperBlock numbers_block(const Model& model) {
    const Texts& texts = model.catalog->texts;
    PaperBlock block{"numbers", texts.get("app.paper.numbers"), {{"", {texts.get("app.paper.emergency")}}}, true};
    const ContactList* list = model.catalog->contacts(model.country());
    for (const Contact& contact : list ? list->contacts : std::vector<Contact>{}) {
        if (contact.tel.empty() || contact.groups.empty() ||
            (contact.groups.front() != "crisis" && contact.groups.front() != "talk"))
            continue;
        const std::string name = texts.get("contact." + contact.id + ".name");
        const std::string hours = "contact." + contact.id + ".hours";
        block.parts.front().lines.push_back((name.find(contact.tel) == std::string::npos ? name + ": " + contact.tel : name) +
                                            (texts.has(hours) ? " · " + texts.get(hours) : ""));
    }
    return block;
}

struct Part {
    std::string id, words;
};

// What this person could put on this paper, in its order; what was left out is named in `parts` and not in the blocks.
std::vector<PaperBlock> blocks_of(const Model& model, const std::string& paper, std::vector<Part>& parts) {
    const Texts& texts = model.catalog->texts;
    std::vector<PaperBlock> blocks;
    const auto add = [&](const std::string& id, const std::string& words, PaperBlock block) {
        if (block.parts.empty()) return;
        if (parts.empty() || parts.back().id != id) parts.push_back({id, words});
        if (!model.paper.left_out.count(id)) blocks.push_back(std::move(block));
    };
    if (paper == "page" || paper == "plan")
        for (const Followed& followed : model.journal.settings.followed)
            if (const auto goal = goal_for(*model.catalog, model.journal, followed.id))
                add("goal", texts.get("activity.goal.short"), goal_block(model, followed, *goal));
    for (const auto& [part, entry] : plan_entries(model))
        add(part->id, texts.get(part->key("short")), part_block(model, *part, *entry, paper));
    return blocks;
}

void fold_line(Ui& ui) {
    for (float x = ui.x; x < ui.x + ui.width; x += 12)
        ui.fill({x, ui.y, std::min(6.f, ui.x + ui.width - x), 1.5f}, ui.theme.soft);
    ui.y += 2;
}

void draw_card_sides(Ui& ui, const Card& card) {
    Ui::CardLook look = ui.card_look();
    look.padding = 0;
    look.line = ui.theme.soft;
    const auto& sides = card.sides;
    ui.card(look, [&] {
        for (size_t i = 0; i < sides.size(); ++i) {
            const std::string number = std::to_string(i + 1);
            if (i) fold_line(ui);
            ui.open(NodeRole::Region, "paper.side." + number, ui.t("app.paper.side", {{"n", number}})).look = "side";
            const float left = ui.x, wide = ui.width;
            ui.x += 16, ui.width -= 32, ui.y += 16;
            for (const PaperBlock& block : sides[i]) {
                draw_paper_block(ui, block, 2);
                ui.space(10);
            }
            ui.x = left, ui.width = wide, ui.y += 6;
            ui.close();
        }
    });
}

}  // namespace

void draw_paper(const Model& model, Ui& ui) {
    const Texts& texts = *ui.texts;
    const std::string paper = model.route().id.empty() ? "card" : model.route().id;
    ui.text("paper.lead", texts.get("app.paper.lead"), Type::Body, Ink::Soft);
    ui.space(16);
    std::vector<Ui::ChipItem> papers;
    for (const char* one : {"card", "page", "plan", "safety"})
        if (one != std::string_view("safety") || model.journal.newest_of("plan_safety"))
            papers.push_back({one, texts.get(std::string("app.paper.") + one), "", one == paper});
    if (const int touched = ui.chips("paper.kind", texts.get("app.paper.which"), papers, false); touched >= 0)
        ui.push(PaperChosen{papers[static_cast<size_t>(touched)].id});

    std::vector<Part> parts;
    std::vector<PaperBlock> blocks = blocks_of(model, paper, parts);
    ui.space(16);
    const bool left_out =
        std::any_of(parts.begin(), parts.end(), [&](const Part& one) { return model.paper.left_out.count(one.id) != 0; });
    if (parts.size() > 1 || left_out) {
        ui.heading("paper.parts.title", texts.get("app.paper.parts"), 2, Type::Strong);
        ui.space(8);
        std::vector<Ui::ChipItem> chips;
        for (const Part& part : parts) chips.push_back({part.id, part.words, "", !model.paper.left_out.count(part.id)});
        if (const int touched = ui.chips("paper.parts", texts.get("app.paper.parts"), chips, true); touched >= 0)
            ui.push(PaperPartChosen{chips[static_cast<size_t>(touched)].id, !chips[static_cast<size_t>(touched)].on});
        ui.space(16);
    } else if (parts.empty()) {
        ui.text("paper.empty", texts.get("app.paper.empty"));
        ui.space(16);
    }

    blocks.push_back(numbers_block(model));
    const bool folds = paper == "card", one_page = paper == "page" || paper == "safety";
    const PageFit fit = one_page ? fit_on_page(blocks) : PageFit::Roomy;
    Node& sheet = ui.open(NodeRole::Region, "paper", texts.get("app.paper." + paper));
    const Card card = folds ? card_of(blocks) : Card{};
    static constexpr const char* pages[] = {"page large", "page", "page dense", "page dense"};
    sheet.look = folds ? (card.large ? "card large" : "card") : one_page ? pages[static_cast<size_t>(fit)] : "plan";
    if (folds) {
        draw_card_sides(ui, card);
    } else {
        ui.card([&] {
            ui.heading("paper.title", texts.get(paper == "safety" ? "app.paper.safety" : "app.paper.plan.title"), 2, Type::Title);
            ui.text("paper.day", day_short(texts, model.today()) + " " + std::to_string(civil(model.today()).year), Type::Small,
                    Ink::Soft);
            for (const PaperBlock& block : blocks) {
                ui.space(12);
                draw_paper_block(ui, block, 3);
            }
        });
    }
    ui.close();
    ui.space(8);
    if (fit == PageFit::Cut) ui.text("paper.cut", texts.get("app.paper.cut"), Type::Small, Ink::Soft);
    if (folds) ui.text("paper.fold", texts.get("app.paper.fold"), Type::Small, Ink::Soft);
    ui.space(12);
    if (ui.button("paper.print", texts.get("app.paper.print"), ButtonLook::Primary, "file-text")) ui.push(PrintPressed{});
    ui.space(8);
    if (paper != "plan") {
        if (ui.button("paper.picture", texts.get("app.paper.picture"), ButtonLook::Secondary, "download"))
            ui.push(PictureAsked{});
        ui.space(8);
    }
    ui.text("paper.tip", texts.get("app.paper.tip"), Type::Small, Ink::Soft);
}

}  // namespace koers
