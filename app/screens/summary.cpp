// A summary for a conversation: the person chooses what is in it, sees it as it will be, and decides how it leaves.
#include <algorithm>

#include "app/screens/paper_blocks.h"
#include "app/screens/screens.h"
#include "app/screens/words.h"
#include "core/export/fhir.h"
#include "core/insight/library.h"
#include "core/insight/score.h"
#include "core/sorted.h"

namespace koers {

namespace {

std::string date_of(const Texts& texts, Day day) { return day_short(texts, day) + " " + std::to_string(civil(day).year); }

struct Part {
    const char* id;
    const char* key;
    bool at_first;  // in it unless it is left out
};
// Own words from exercises, and that there is a plan for thoughts of death, are the most personal: those are taken in only when asked for.
constexpr Part parts[] = {{"goals", "app.summary.part.goals", true},    {"use", "app.summary.part.use", true},
                          {"urges", "app.summary.part.urges", true},    {"days", "app.summary.part.days", true},
                          {"checks", "app.summary.part.checks", true},  {"plan", "app.summary.part.plan", true},
                          {"safety", "app.summary.part.safety", false}, {"done", "app.summary.part.done", false},
                          {"words", "app.summary.part.words", false}};

constexpr int most_weeks = 26;  // each a line; how many there are beside them is said

struct Composing {
    const Model& model;
    const Texts& texts;
    DayRange range;
    std::vector<PaperBlock> blocks;

    bool in(const Part& part) const {
        return part.at_first ? !model.summary.left_out.count(part.id) : model.summary.taken_in.count(part.id) != 0;
    }
    bool within(const Entry& entry) const { return range.contains(entry.day); }
    void add(PaperBlock block) {
        if (!block.parts.empty() && !block.parts.front().lines.empty()) blocks.push_back(std::move(block));
    }

    void goals() {
        for (const Followed& followed : model.journal.settings.followed)
            if (const auto goal = goal_for(*model.catalog, model.journal, followed.id)) add(goal_block(model, followed, *goal));
    }

    // Days from the first to the last, as they were counted: a week that is cut off by the period says so.
    std::string days_of(DayRange days) const {
        const auto said = [&](Day day) {
            return civil(day).year == civil(range.last).year ? day_short(texts, day) : date_of(texts, day);
        };
        return texts.get("app.summary.week", {{"from", said(days.first)}, {"to", said(days.last)}});
    }

    // Week by week, newest first; what was not filled in is said, never counted as none. Weeks without anything stand together.
    void use() {
        for (const Followed& followed : model.journal.settings.followed) {
            const std::string name = substance_label(*model.catalog, model.journal.settings, followed.id);
            PaperBlock block{"use." + followed.id, texts.get("app.summary.use", {{"what", name}}), {{"", {}}}, false, ""};
            const Day first = std::max(range.first, began(model.journal, model.today()));
            std::vector<std::string>& lines = block.parts.front().lines;
            std::optional<DayRange> empty;
            const auto say_empty = [&] {
                if (empty) lines.push_back(days_of(*empty) + ": " + texts.get("app.summary.nothing"));
                empty.reset();
            };
            const Series whole = use_series(*model.catalog, model.journal, followed.id, {first, range.last});
            const auto filled = [&](DayRange days) {
                return std::any_of(whole.days.begin(), whole.days.end(), [&](const DayTotal& one) {
                    return days.contains(one.day) && one.state != DayState::Unfilled;
                });
            };
            int weeks = 0, older = 0;
            for (Day monday = start_of_week(range.last); monday + 6 >= first; monday = monday - 7) {
                const DayRange days{std::max(monday, first), std::min(monday + 6, range.last)};
                if (!filled(days)) {
                    empty = DayRange{days.first, empty ? empty->last : days.last};
                } else if (weeks == most_weeks) {
                    ++older;
                } else {
                    ++weeks;
                    say_empty();
                    lines.push_back(days_of(days) + ": " +
                                    week_words(use_series(*model.catalog, model.journal, followed.id, days)));
                }
            }
            if (weeks == 0) continue;
            if (older)
                lines.push_back(texts.plural("app.summary.older", older, std::to_string(older)));
            else
                say_empty();
            add(std::move(block));
        }
    }
    // What is not counted has no amount: none is only said of days that were filled in with none.
    std::string week_words(const Series& week) const {
        std::string words;
        const auto say = [&](const std::string& one) { words += (words.empty() ? "" : " · ") + one; };
        if (week.total() > 0 || week.days_used() == 0) say(amount_words(texts, week.unit, week.total()));
        if (week.other_units())
            say(texts.plural("app.summary.other_units", week.other_units(), std::to_string(week.other_units())));
        if (week.days_none()) say(texts.plural("app.week.none", week.days_none(), std::to_string(week.days_none())));
        if (week.days_unfilled())
            say(texts.plural("app.summary.unfilled", week.days_unfilled(), std::to_string(week.days_unfilled())));
        return words;
    }

    void urges() {
        int count = 0, strongest = 0;
        double sum = 0;
        std::vector<std::pair<std::string, int>> often;
        const Activity* urge = model.catalog->activity("urge");
        for (const Entry* entry : model.journal.current_of("urge")) {
            const auto* strength = find_as<NumberAnswer>(entry->answers, "strength");
            if (!within(*entry) || !strength) continue;
            ++count;
            sum += strength->value;
            strongest = std::max(strongest, static_cast<int>(strength->value));
            if (const auto* many = find_as<ManyAnswer>(entry->answers, "trigger"))
                for (const std::string& id : many->values) {
                    const auto found =
                        std::find_if(often.begin(), often.end(), [&](const auto& trigger) { return trigger.first == id; });
                    if (found == often.end())
                        often.emplace_back(id, 1);
                    else
                        ++found->second;
                }
        }
        if (!count || !urge) return;
        PaperBlock block{"urges", texts.get("app.summary.part.urges"), {{"", {}}}, false, ""};
        block.parts.front().lines.push_back(
            texts.plural("app.summary.urges", count, std::to_string(count)) + " · " +
            texts.get("app.summary.urges.strength",
                      {{"mean", number_text(sum / count, 1, texts.language)}, {"most", std::to_string(strongest)}}));
        put_in_order(often, [](const auto& a, const auto& b) { return a.second > b.second; });
        if (often.size() > 4) often.resize(4);
        std::vector<std::string> words;
        for (const auto& [id, times] : often) {
            const std::string key = urge->key("trigger." + id);
            words.push_back((texts.has(key) ? texts.get(key) : id) + " (" + std::to_string(times) + ")");
        }
        if (!words.empty()) block.parts.front().lines.push_back(texts.get("app.summary.triggers") + ": " + joined(texts, words));
        add(std::move(block));
    }

    // Means of what was filled in, and of how many days.
    void days() {
        const Activity* day = model.catalog->activity("day");
        if (!day) return;
        PaperBlock block{"days", texts.get("app.summary.part.days"), {{"", {}}}, false, ""};
        for (const Step& step : day->steps)
            for (const Item& item : step.items) {
                if (!std::holds_alternative<ScaleFormat>(item.format)) continue;
                // A day that was told about twice is one day, as it was last.
                double sum = 0, last = 0;
                int count = 0;
                Day on{};
                for (const Entry* entry : model.journal.current_of("day")) {
                    const auto* number = within(*entry) ? find_as<NumberAnswer>(entry->answers, item.id) : nullptr;
                    if (!number) continue;
                    if (count && entry->day == on)
                        sum -= last;
                    else
                        ++count;
                    on = entry->day;
                    sum += last = number->value;
                }
                if (!count) continue;
                const int most = std::get<ScaleFormat>(item.format).max;
                block.parts.front().lines.push_back(
                    texts.get(day->key(item.id + ".label")) + " " +
                    texts.get("app.summary.mean",
                              {{"n", number_text(sum / count, 1, texts.language)}, {"max", std::to_string(most)}}) +
                    " (" + texts.plural("app.summary.days", count, std::to_string(count)) + ")");
            }
        add(std::move(block));
    }

    // Each time in the period, newest first, and how it differs in the three words there are for that.
    void checks() {
        for (const Activity& activity : model.catalog->activities) {
            if (activity.kind != ActivityKind::Check || activity.scores.empty()) continue;
            PaperBlock block{"check." + activity.id, texts.get(activity.key("title")), {}, false, ""};
            std::map<std::string, std::vector<double>, std::less<>> values;
            const auto done = done_before(model.journal, activity.id);
            for (auto it = done.rbegin(); it != done.rend(); ++it) {
                const Entry& entry = **it;
                const auto results = scores_of(activity, entry.answers, model.journal.settings);
                PaperLines lines{date_of(texts, entry.day), {}};
                const std::string about = choice_of(entry.answers, "substance");
                if (!about.empty()) lines.question += " · " + substance_label(*model.catalog, model.journal.settings, about);
                for (const ScoreResult& result : results) {
                    if (!result.value) continue;
                    std::string line = results.size() > 1 ? texts.get(activity.key("score." + result.score->id)) + ": " : "";
                    line += texts.get("app.check.points", {{"n", number_text(*result.value, 0, texts.language)},
                                                           {"max", number_text(result.max, 0, texts.language)}});
                    if (result.band) line += " · " + texts.get(activity.key("band." + result.band->id));
                    auto& before = values[about + "." + result.score->id];
                    before.push_back(*result.value);
                    static constexpr const char* words[] = {"app.summary.same", "app.summary.perhaps", "app.summary.clear"};
                    if (before.size() > 1)
                        line += " · " + texts.get(words[static_cast<size_t>(difference_of(*result.score, result.max, before))]);
                    lines.lines.push_back(std::move(line));
                }
                if (within(entry) && !lines.lines.empty()) block.parts.insert(block.parts.begin(), std::move(lines));
            }
            if (const std::string key = activity.key("source"); texts.has(key)) block.note = first_sentences(texts.get(key), 2);
            add(std::move(block));
        }
    }
    static std::string first_sentences(const std::string& text, int count) {
        size_t end = 0;
        while (count-- > 0 && end != std::string::npos && end < text.size()) {
            end = text.find(". ", end);
            if (end != std::string::npos) end += 2;
        }
        return end == std::string::npos ? text : text.substr(0, end ? end - 1 : 0);
    }

    void plan(bool safety) {
        // Of the people in it somebody else learns who they are for this person, not their numbers.
        for (const auto& [part, entry] : plan_entries(model)) {
            if ((part->id == "plan_safety") != safety) continue;
            const bool own =
                std::any_of(part->paper.begin(), part->paper.end(), [](const OnPaper& one) { return one.paper == "summary"; });
            add(part_block(model, *part, *entry, own ? "summary" : "page"));
        }
    }

    void exercises(bool in_words) {
        PaperBlock done{"done", texts.get("app.summary.part.done"), {{"", {}}}, false, ""};
        for (const Entry* entry : model.journal.current()) {
            const Activity* activity = model.catalog->activity(entry->activity);
            if (!activity || activity->kind != ActivityKind::Exercise || !within(*entry)) continue;
            const std::string title = texts.get(activity->key("title"));
            if (!in_words) {
                done.parts.front().lines.push_back(date_of(texts, entry->day) + ": " + title);
                continue;
            }
            PaperBlock block{"words." + entry->id, title + " (" + date_of(texts, entry->day) + ")", {}, false, ""};
            for (const AnswerLine& line : answer_lines(model, *activity, entry->answers, Day{}))
                block.parts.push_back({line.question, lines_in(line.answer)});
            add(std::move(block));
        }
        add(std::move(done));
    }
};

}  // namespace

Summary compose_summary(const Model& model) {
    const Texts& texts = model.catalog->texts;
    const Day today = model.today();
    Composing composing{model, texts, model.summary.range(today), {}};
    for (const Part& part : parts) {
        if (!composing.in(part)) continue;
        const std::string_view id = part.id;
        if (id == "goals") composing.goals();
        if (id == "use") composing.use();
        if (id == "urges") composing.urges();
        if (id == "days") composing.days();
        if (id == "checks") composing.checks();
        if (id == "plan") composing.plan(false);
        if (id == "safety") composing.plan(true);
        if (id == "done") composing.exercises(false);
        if (id == "words") composing.exercises(true);
    }
    Summary summary{model.language,
                    texts.get("app.summary.sheet"),
                    date_of(texts, today),
                    texts.get("app.summary.period." + std::to_string(model.summary.days)),
                    model.summary.words,
                    std::move(composing.blocks),
                    texts.get("app.summary.limits")};
    return summary;
}

static void draw_choices(const Model& model, Ui& ui) {
    const Texts& texts = *ui.texts;
    ui.heading("summary.period.title", texts.get("app.summary.period"), 2, Type::Strong);
    ui.space(8);
    constexpr int periods[] = {28, 91, 0};
    std::vector<Ui::ChipItem> chips;
    for (const int days : periods)
        chips.push_back(
            {std::to_string(days), texts.get("app.summary.period." + std::to_string(days)), "", model.summary.days == days});
    if (const int touched = ui.chips("summary.period", texts.get("app.summary.period"), chips, false); touched >= 0)
        ui.push(SummaryDaysChosen{periods[touched]});
    ui.space(16);
    ui.heading("summary.parts.title", texts.get("app.summary.parts"), 2, Type::Strong);
    ui.space(8);
    const Composing composing{model, texts, {}, {}};
    chips.clear();
    for (const Part& part : parts) chips.push_back({part.id, texts.get(part.key), "", composing.in(part)});
    if (const int touched = ui.chips("summary.parts", texts.get("app.summary.parts"), chips, true); touched >= 0)
        ui.push(SummaryPartChosen{chips[static_cast<size_t>(touched)].id, !chips[static_cast<size_t>(touched)].on});
    ui.space(16);
    ui.heading("summary.words.title", texts.get("app.summary.words"), 2, Type::Strong);
    ui.text("summary.words.help", texts.get("app.summary.words.help"), Type::Small, Ink::Soft);
    ui.space(8);
    std::string words = model.summary.words;
    FieldOptions options;
    options.kind = FieldKind::Lines;
    options.max_length = 1000;
    if (ui.field("summary.words", texts.get("app.summary.words"), words, options)) ui.push(SummaryTyped{words});
}

static void draw_sealing(const Model& model, Ui& ui, const Summary& summary) {
    const Texts& texts = *ui.texts;
    ui.card([&] {
        ui.heading("seal.title", texts.get("app.seal.title"), 2, Type::Strong);
        ui.space(4);
        ui.text("seal.body", texts.get("app.seal.body"));
        ui.space(12);
        std::string phrase = model.summary.phrase;
        FieldOptions options;
        options.kind = FieldKind::Phrase;
        options.max_length = 200;
        options.description = texts.get("app.seal.phrase.help", {{"n", std::to_string(least_phrase)}});
        ui.text("seal.phrase.label", texts.get("app.seal.phrase"), Type::Strong);
        ui.text("seal.phrase.help", options.description, Type::Small, Ink::Soft);
        ui.space(6);
        if (ui.field("seal.phrase", texts.get("app.seal.phrase"), phrase, options)) ui.push(PhraseTyped{phrase});
        ui.space(8);
        if (ui.small_button("seal.offer", texts.get("app.seal.offer"), ButtonLook::Quiet, "rotate-ccw")) ui.push(PhraseAsked{});
        ui.space(8);
        if (ui.button("seal.do", texts.get("app.seal.do"), ButtonLook::Primary, "shield-check", !long_enough(phrase)))
            ui.push(SummarySealed{summary});
        ui.space(8);
        ui.text("seal.tell", texts.get("app.seal.tell"), Type::Small, Ink::Soft);
    });
}

void draw_summary(const Model& model, Ui& ui) {
    if (draw_waiting(model, ui)) return;
    const Texts& texts = *ui.texts;
    ui.text("summary.lead", texts.get("app.summary.lead"), Type::Body, Ink::Soft);
    ui.space(16);
    draw_choices(model, ui);
    ui.space(20);
    const Summary summary = compose_summary(model);
    ui.heading("summary.seen", texts.get("app.summary.seen"), 2, Type::Strong);
    ui.space(8);
    if (summary.blocks.empty()) {
        ui.text("summary.empty", texts.get("app.summary.empty"));
        ui.space(12);
    }
    const PageFit fit = draw_summary_sheet(ui, summary);
    ui.space(8);
    if (fit == PageFit::Cut) ui.text("summary.long", texts.get("app.summary.long"), Type::Small, Ink::Soft);
    ui.space(12);
    if (ui.button("summary.print", texts.get("app.paper.print"), ButtonLook::Primary, "file-text")) ui.push(PrintPressed{});
    ui.space(8);
    if (ui.button("summary.keep", texts.get("app.summary.keep"), ButtonLook::Secondary, "download"))
        ui.push(SummaryKept{summary});
    ui.space(8);
    if (!model.summary.sealing) {
        if (ui.button("summary.seal", texts.get("app.summary.seal"), ButtonLook::Secondary, "shield-check"))
            ui.push(SealingAsked{true});
    } else {
        draw_sealing(model, ui, summary);
    }
    ui.space(12);
    ui.text("summary.open", texts.get("app.summary.open"), Type::Small, Ink::Soft);
    if (!model.summary.left_out.count("checks") && has_fhir(*model.catalog, model.journal, model.summary.range(model.today()))) {
        ui.space(16);
        ui.card([&] {
            ui.heading("summary.fhir.title", texts.get("app.data.fhir.title"), 2, Type::Strong);
            ui.space(4);
            ui.text("summary.fhir.body", texts.get("app.data.fhir.body"), Type::Small, Ink::Soft);
            ui.space(8);
            if (ui.button("summary.fhir", texts.get("app.data.fhir.button"), ButtonLook::Secondary, "download"))
                ui.push(FhirAsked{});
            ui.space(8);
            ui.text("summary.fhir.notice", texts.get("app.data.fhir.notice"), Type::Small, Ink::Soft);
        });
    }
}

}  // namespace koers
