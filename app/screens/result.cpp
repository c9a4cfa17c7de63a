// What came of a check or an exercise: orientation with its limits, what changed since, and the door to help where it fits. Never a verdict.
#include <algorithm>

#include "app/screens/screens.h"
#include "app/screens/words.h"
#include "core/insight/library.h"
#include "core/insight/score.h"

namespace koers {

namespace {

// As done_before() orders them.
bool is_before(const Entry& one, const Entry& other) {
    return one.day == other.day ? one.written.ms < other.written.ms : one.day < other.day;
}

struct Resulting {
    const Model& model;
    Ui& ui;
    const Activity& activity;
    const Entry& entry;

    const Texts& texts() const { return *ui.texts; }
    std::string number(double value) const { return ui.number(value, 0); }

    // The same score in the finished ones before this, newest first.
    std::vector<std::pair<const Entry*, double>> before(size_t which) const {
        std::vector<std::pair<const Entry*, double>> found;
        for (const Entry* one : done_before(model.journal, activity.id)) {
            if (!is_before(*one, entry)) continue;
            // Of another substance it says nothing about this one.
            if (choice_of(one->answers, "substance") != choice_of(entry.answers, "substance")) continue;
            const auto results = scores_of(activity, one->answers, model.journal.settings);
            if (which < results.size() && results[which].value) found.emplace_back(one, *results[which].value);
        }
        return found;
    }

    void change(const std::string& id, const ScoreResult& result, size_t which) const {
        const auto earlier = before(which);
        if (earlier.empty()) return;
        std::vector<double> values;
        for (auto it = earlier.rbegin(); it != earlier.rend(); ++it) values.push_back(it->second);
        values.push_back(*result.value);
        static constexpr const char* keys[] = {"app.change.same", "app.change.perhaps", "app.change.clear"};
        ui.space(8);
        ui.text(id + ".change",
                texts().get(keys[static_cast<size_t>(difference_of(*result.score, result.max, values))],
                            {{"n", number(earlier.front().second)},
                             {"day", day_words(texts(), earlier.front().first->day, model.today())}}),
                Type::Body, Ink::Soft);
    }

    void score(const ScoreResult& result, size_t which) const {
        const std::string id = "result." + result.score->id;
        ui.card([&] {
            ui.heading(id + ".title", texts().get(activity.key("score." + result.score->id)), 2, Type::Strong);
            if (!result.value) {
                ui.space(4);
                ui.text(id + ".open", texts().plural("app.check.open", result.open, std::to_string(result.open)));
                return;
            }
            ui.text(id + ".value", texts().get("app.check.points", {{"n", number(*result.value)}, {"max", number(result.max)}}),
                    Type::Heading, Ink::Pine);
            if (result.band) {
                const std::string band = "band." + result.band->id;
                ui.space(8);
                ui.text(id + ".band", texts().get(activity.key(band)), Type::Strong);
                ui.space(4);
                ui.paragraphs(id + ".help", texts().get(activity.key(band + ".help")));
                if (result.stepped_up) {
                    ui.space(4);
                    ui.text(id + ".up", texts().get("app.check.stepped_up"), Type::Small, Ink::Soft);
                }
            } else if (texts().has(activity.key("no_band"))) {
                ui.space(8);
                ui.text(id + ".no_band", texts().get(activity.key("no_band")));
            }
            change(id, result, which);
        });
        ui.space(12);
    }

    void check() const {
        const auto results = scores_of(activity, entry.answers, model.journal.settings);
        bool strength = false, high = false;
        for (size_t i = 0; i < results.size(); ++i) {
            score(results[i], i);
            strength = strength || results[i].strength;
            high = high || results[i].high;
        }
        if (strength) {
            ui.text("result.strength", texts().get(activity.key("strength")));
            ui.space(12);
        }
        if (high) {
            ui.card(ui.theme.plum_tint, ui.theme.plum, [&] {
                ui.text("result.door", texts().get("app.check.door"));
                ui.space(10);
                if (ui.button("result.help", texts().get("app.help"), ButtonLook::Help, "life-buoy")) ui.go(Screen::Help);
            });
            ui.space(12);
        }
        if (results.empty()) return;
        ui.text("result.limits", texts().get("app.check.limits"), Type::Small, Ink::Soft);
        ui.space(16);
    }

    void grip() const {
        const auto* from = find_as<NumberAnswer>(entry.answers, "common_grip_before");
        const auto* to = find_as<NumberAnswer>(entry.answers, "common_grip_after");
        if (!from || !to) return;
        ui.card([&] {
            ui.heading("result.grip.title", texts().get("app.exercise.grip.title"), 2, Type::Strong);
            ui.space(4);
            ui.text("result.grip", texts().get("app.exercise.grip", {{"from", number(from->value)}, {"to", number(to->value)}}));
        });
        ui.space(12);
    }
};

}  // namespace

const Entry* time_before(const Model& model, const Activity& activity, const Entry& entry) {
    for (const Entry* one : done_before(model.journal, activity.id))
        // Of another substance it says nothing about this one.
        if (is_before(*one, entry) && choice_of(one->answers, "substance") == choice_of(entry.answers, "substance")) return one;
    return nullptr;
}

void draw_result(const Model& model, Ui& ui, const Activity& activity, const Entry& entry) {
    const Resulting resulting{model, ui, activity, entry};
    if (!activity.radar.empty()) draw_radar(model, ui, activity, entry.answers, time_before(model, activity, entry));
    if (activity.kind == ActivityKind::Check) resulting.check();
    if (activity.kind == ActivityKind::Exercise) resulting.grip();
    draw_leads(model, ui, activity);
    draw_carries(model, ui, activity, entry);
}

void draw_earlier(const Model& model, Ui& ui, const std::string& id, const Activity& activity, const Entry* present) {
    std::vector<const Entry*> earlier;
    for (const Entry* one : done_before(model.journal, activity.id))
        if (!present || is_before(*one, *present)) earlier.push_back(one);
    if (earlier.empty()) return;
    ui.heading(id + ".title", ui.t("app.activity.earlier"), 2, Type::Title);
    ui.space(8);
    ui.card([&] {
        for (size_t i = 0; i < earlier.size() && i < 12; ++i) {
            if (i) ui.fill({ui.x, ui.y, ui.width, 1}, ui.theme.line);
            std::string below;
            if (activity.kind == ActivityKind::Check) {
                const auto results = scores_of(activity, earlier[i]->answers, model.journal.settings);
                if (!results.empty() && results.front().value)
                    below = ui.t("app.check.points",
                                 {{"n", ui.number(*results.front().value, 0)}, {"max", ui.number(results.front().max, 0)}});
            }
            if (ui.row(id + "." + earlier[i]->id, capital(day_words(*ui.texts, earlier[i]->day, model.today())), below, "history",
                       Ink::Soft))
                ui.go(Screen::Entry, earlier[i]->id);
        }
    });
    ui.space(16);
}

}  // namespace koers
