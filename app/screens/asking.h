// A question on screen, each in the way its answer asks for: a visitor over the formats. What a person does becomes an event; nothing is held here.
#pragma once

#include <string>
#include <vector>

#include "app/screens/screens.h"
#include "app/screens/words.h"

namespace koers {

struct Asking {
    const Model& model;
    Ui& ui;
    const Run& run;
    const Activity& activity;
    const Item& item;

    std::string id() const { return "run." + item.id; }
    std::string label() const { return asked_words(*ui.texts, activity, run.answers, item.id + ".label"); }
    std::string optional_text(const char* part) const {
        return ui.texts->has(activity.key(item.id + part)) ? asked_words(*ui.texts, activity, run.answers, item.id + part)
                                                           : std::string();
    }
    const Draft* draft() const {
        const auto found = model.run_view.drafts.find(item.id);
        return found == model.run_view.drafts.end() ? nullptr : &found->second;
    }
    NumberBounds bounds() const { return bounds_of(model.ask(), activity, item, run.answers); }
    std::string error() const {
        const Draft* typed = draft();
        Problem problem = typed ? typed->problem : Problem::None;
        if (problem == Problem::None && model.run_view.show_missing && item.required && !is_answered(run.answers, item.id))
            problem = Problem::Missing;
        if (problem == Problem::None) return {};
        const NumberBounds limits = bounds();
        return ui.t("app.problem." + std::string(problem_id(problem)),
                    {{"min", ui.number(limits.min)}, {"max", ui.number(limits.max)}, {"n", std::to_string(limits.decimals)}});
    }
    template <class A>
    const A* answer() const {
        return find_as<A>(run.answers, item.id);
    }
    void change(Answer given) const { ui.push(AnswerChanged{run.id, item.id, std::move(given)}); }
    void typed(std::string text, int line = -1) const { ui.push(AnswerTyped{run.id, item.id, std::move(text), line}); }

    void question() const {
        ui.heading(id() + ".label", label(), 2, Type::Strong);
        if (const std::string help = optional_text(".help"); !help.empty()) ui.text(id() + ".help", help, Type::Small, Ink::Soft);
        ui.space(10);
    }
    void trouble() const {
        const std::string words = error();
        if (words.empty()) return;
        ui.space(8);
        const float left = ui.x, whole = ui.width;
        ui.icon("triangle-alert", ui.x, ui.y + 2, 18, Ink::Plum);
        ui.x += 26;
        ui.width -= 26;
        ui.text(id() + ".trouble", words, Type::Small, Ink::Plum);
        ui.x = left;
        ui.width = whole;
    }

    // A long row of choices is first shown in part: the first ones, what is chosen, and what excludes the rest. `key` names it in the run's view.
    int folding_chips(const std::string& key, const std::string& name, const std::vector<Ui::ChipItem>& items, bool several,
                      size_t most, size_t first, std::string_view error = "") const;
    void operator()(const ChoiceFormat&) const;
    void operator()(const ChoicesFormat&) const;
    void choices(bool several) const;
    void operator()(const ScaleFormat& format) const;
    void operator()(const NumberFormat&) const;
    void operator()(const TextFormat& format) const;
    void operator()(const ListFormat& format) const;
    void date_or_time(FieldKind kind, std::string text) const;
    void operator()(const DayFormat& format) const;
    void operator()(const TimeFormat&) const;
    void operator()(const YesNoFormat&) const;
    void operator()(const ReviewFormat& format) const;
    void operator()(const NoteFormat& format) const;
    // asking_rows.cpp
    void operator()(const SortFormat& format) const;
    void operator()(const RankFormat& format) const;
    void operator()(const PairsFormat& format) const;
    void operator()(const RowsFormat& format) const;
    void operator()(const TimerFormat& format) const;
    void cells(const RowsFormat& format, size_t row, const std::string& row_id, const RowsAnswer::Row* filled) const;
    void own_rows(const RowsFormat& format) const;
    void circles(const RowsFormat& format, const RowsAnswer& answer) const;
    // Words with a button that takes them away again, and optionally one that moves them up.
    void line(const std::string& key, const std::string& words, const std::string& remove_words, Call<void()> remove,
              const std::string& up_words = "", Call<void()> up = {}) const;
};

}  // namespace koers
