#include "app/screens/paper_blocks.h"

#include <algorithm>

#include "app/screens/words.h"

namespace koers {

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

std::vector<std::pair<const Activity*, const Entry*>> plan_entries(const Model& model) {
    std::vector<std::pair<const Activity*, const Entry*>> found;
    for (const Activity* part : model.catalog->plan_parts()) {
        if (part->kind != ActivityKind::Plan || (part->whom == ForWhom::Self && model.journal.settings.role == Role::Other))
            continue;
        if (const Entry* entry = model.journal.newest_of(part->id)) found.emplace_back(part, entry);
    }
    return found;
}

void draw_paper_block(Ui& ui, const PaperBlock& block, int level) {
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
    if (!block.note.empty()) ui.text(id + ".note", block.note, Type::Small, Ink::Soft);
}

PageFit draw_summary_sheet(Ui& ui, const Summary& summary) {
    // On one page when it fits; otherwise it takes more, and loses nothing.
    std::vector<PaperBlock> blocks = summary.blocks;
    blocks.insert(blocks.begin(), {"words", summary.title, {{"", {summary.made, summary.period, summary.words}}}, false, ""});
    static constexpr const char* looks[] = {"page large", "page", "page dense", "plan"};
    const PageFit fit = page_fit(blocks);
    ui.open(NodeRole::Region, "paper", summary.title).look = looks[static_cast<size_t>(fit)];
    ui.card([&] {
        ui.heading("paper.title", summary.title, 2, Type::Title);
        ui.text("paper.day", summary.made + " · " + summary.period, Type::Small, Ink::Soft);
        if (!summary.words.empty()) {
            ui.space(10);
            ui.marks = false;
            const std::vector<std::string> lines = lines_in(summary.words);
            for (size_t i = 0; i < lines.size(); ++i) ui.text("paper.words." + std::to_string(i), lines[i]);
            ui.marks = true;
        }
        for (const PaperBlock& block : summary.blocks) {
            ui.space(12);
            draw_paper_block(ui, block, 3);
        }
        if (!summary.limits.empty()) {
            ui.space(12);
            ui.text("paper.limits", summary.limits, Type::Small, Ink::Soft);
        }
    });
    ui.close();
    return fit;
}

}  // namespace koers
