// The plan on paper: a card for a pocket, one page, or all of it. What is drawn here is what is printed (web/styles.css) and what the picture shows.
#include <algorithm>

#include "app/screens/screens.h"
#include "app/screens/words.h"
#include "core/insight/paper.h"

namespace koers {

namespace {

// On paper "yesterday" is a lie the day after: days stand there with their year, as if seen from far away (Day{}).

std::vector<std::string> lines_in(const std::string& text) {
    std::vector<std::string> lines;
    for (size_t from = 0; from <= text.size();) {
        const size_t to = std::min(text.find('\n', from), text.size());
        if (to > from) lines.push_back(text.substr(from, to - from));
        from = to + 1;
    }
    return lines;
}

// The lines of one item on this paper: as they are in the plan, or rows with only some of their columns.
std::vector<std::string> lines_of_item(const Model& model, const Activity& part, const Answers& answers, const OnPaper& wanted) {
    const Item& item = *part.find_item(wanted.item);
    std::vector<std::string> lines;
    const auto* format = std::get_if<RowsFormat>(&item.format);
    const auto* given = find_as<RowsAnswer>(answers, item.id);
    if (format && given && !wanted.columns.empty()) {
        for (const RowsAnswer::Row& row : given->rows) {
            if (!wanted.with.empty() && cell(row, wanted.with).empty()) continue;
            RowsAnswer::Row some;
            for (const std::string& column : wanted.columns)
                if (const std::string text(cell(row, column)); !text.empty()) some[column] = text;
            const RowWords said = row_words(model.catalog->texts, part, item, *format, some);
            lines.push_back("• " + said.title + (said.below.empty() ? "" : ": " + said.below));
        }
    } else {
        for (const AnswerLine& line : answer_lines(model, part, answers, Day{}))
            if (line.item == item.id) lines = lines_in(line.answer);
    }
    if (wanted.most > 0 && lines.size() > static_cast<size_t>(wanted.most)) lines.resize(static_cast<size_t>(wanted.most));
    return lines;
}

PaperBlock part_block(const Model& model, const Activity& part, const Entry& entry, const std::string& paper) {
    const Texts& texts = model.catalog->texts;
    PaperBlock block{part.id, texts.get(part.key(paper == "card" ? "short" : "title")), {}, false};
    if (paper == "plan") {
        const auto lines = answer_lines(model, part, entry.answers, Day{});
        for (const AnswerLine& line : lines)
            if (part.in_plan(line.item)) block.parts.push_back({lines.size() > 1 ? line.question : "", lines_in(line.answer)});
        return block;
    }
    const bool several =
        std::count_if(part.paper.begin(), part.paper.end(), [&](const OnPaper& one) { return one.paper == paper; }) > 1;
    for (const OnPaper& one : part.paper) {
        if (one.paper != paper) continue;
        auto lines = lines_of_item(model, part, entry.answers, one);
        if (!lines.empty())
            block.parts.push_back(
                {several ? asked_words(texts, part, entry.answers, one.item + ".label") : "", std::move(lines)});
    }
    return block;
}

PaperBlock goal_block(const Model& model, const Followed& followed, const Goal& goal) {
    const Texts& texts = model.catalog->texts;
    PaperBlock block{
        "goal." + followed.id,
        texts.get("app.paper.goal", {{"what", substance_label(*model.catalog, model.journal.settings, followed.id)}}),
        {{"", lines_in(goal_words(model, goal, Day{}))}},
        false};
    const Entry* entry = model.journal.find(goal.entry);
    for (const auto& [item, question] : {std::pair{"why", "app.plan.why"}, std::pair{"prepare", "activity.goal.prepare.label"}})
        if (const auto* own = find_as<TextAnswer>(entry->answers, item); own && !own->text.empty())
            block.parts.push_back({texts.get(question), lines_in(own->text)});
    return block;
}

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
    for (const Activity* one : model.catalog->plan_parts()) {
        const Activity& part = *one;
        if (part.kind != ActivityKind::Plan || (part.whom == ForWhom::Self && model.journal.settings.role == Role::Other))
            continue;
        if (const Entry* entry = model.journal.newest_of(part.id))
            add(part.id, texts.get(part.key("short")), part_block(model, part, *entry, paper));
    }
    return blocks;
}

void draw_block(Ui& ui, const PaperBlock& block, int level) {
    const std::string id = "paper." + block.id;
    if (!block.title.empty()) ui.heading(id, block.title, level, Type::Strong);
    ui.marks = false;
    for (size_t i = 0; i < block.parts.size(); ++i) {
        const PaperLines& part = block.parts[i];
        const std::string at = id + "." + std::to_string(i);
        ui.space(4);
        if (!part.question.empty()) ui.text(at, part.question, Type::Small, Ink::Soft);
        for (size_t k = 0; k < part.lines.size(); ++k) ui.text(at + "." + std::to_string(k), part.lines[k]);
    }
    ui.marks = true;
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
                draw_block(ui, block, 2);
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
                draw_block(ui, block, 3);
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
