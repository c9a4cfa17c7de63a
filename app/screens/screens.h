// One function a screen: reads the Model, draws with the Ui, pushes events. A screen holds nothing and decides nothing that core could answer.
#pragma once

#include <string>

#include "app/ui/ui.h"
#include "core/state/model.h"

namespace koers {

// What the frame has to know of what was drawn.
struct Shown {
    float height = 0, pad_top = 0, pad_bottom = 0;
    std::string modal;
};
Shown draw_app(const Model& model, Ui& ui);

// --- around and over every screen
void draw_banners(const Model& model, Ui& ui);
std::string notice_words(const Model& model);
// Stands on `bottom` (viewport px), this wide; returns its height.
float draw_notice(const Model& model, Ui& ui, float left, float bottom, float wide);
void draw_question(const Model& model, Ui& ui);

// --- the screens: each by itself also in the program, which a browser compiles function by function when it is first needed

[[gnu::noinline]] void draw_welcome(const Model& model, Ui& ui);
[[gnu::noinline]] void draw_youth(const Model& model, Ui& ui);
[[gnu::noinline]] void draw_today(const Model& model, Ui& ui);
[[gnu::noinline]] void draw_diary(const Model& model, Ui& ui);
[[gnu::noinline]] void draw_discover(const Model& model, Ui& ui);
[[gnu::noinline]] void draw_activity(const Model& model, Ui& ui);
[[gnu::noinline]] void draw_plan(const Model& model, Ui& ui);
[[gnu::noinline]] void draw_more(const Model& model, Ui& ui);
[[gnu::noinline]] void draw_help(const Model& model, Ui& ui);
[[gnu::noinline]] void draw_run(const Model& model, Ui& ui);
[[gnu::noinline]] void draw_day(const Model& model, Ui& ui);
[[gnu::noinline]] void draw_entry(const Model& model, Ui& ui);
[[gnu::noinline]] void draw_paper(const Model& model, Ui& ui);
[[gnu::noinline]] void draw_invited(const Model& model, Ui& ui);
[[gnu::noinline]] void draw_taken(const Model& model, Ui& ui);
[[gnu::noinline]] void draw_professional(const Model& model, Ui& ui);
[[gnu::noinline]] void draw_maker(const Model& model, Ui& ui);
[[gnu::noinline]] void draw_link(const Model& model, Ui& ui);
[[gnu::noinline]] void draw_handout(const Model& model, Ui& ui);
[[gnu::noinline]] void draw_summary(const Model& model, Ui& ui);
[[gnu::noinline]] void draw_reading(const Model& model, Ui& ui);
[[gnu::noinline]] void draw_data(const Model& model, Ui& ui);
[[gnu::noinline]] void draw_look(const Model& model, Ui& ui);
[[gnu::noinline]] void draw_follow(const Model& model, Ui& ui);
[[gnu::noinline]] void draw_about(const Model& model, Ui& ui);
[[gnu::noinline]] void draw_recovery(const Model& model, Ui& ui);

// --- parts that several screens share
// Says that the library is on its way, or how to ask again; false when it is here.
bool draw_waiting(const Model& model, Ui& ui);
// On Vandaag: what was taken from links and is still to do.
void draw_taken_card(const Model& model, Ui& ui);
std::string rhythm_sentence(const Texts& texts, Rhythm rhythm);
void draw_calendar(const Model& model, Ui& ui);
void draw_chart(const Model& model, Ui& ui);
// The bars of a range with the goal as a line; `figure_id` is where its Node stands.
void draw_bars(const Model& model, Ui& ui, std::string_view id, const Series& series, const std::optional<Goal>& goal,
               float height, bool month);
// What came of a check or an exercise, and the times before it (before `present`, or all).
void draw_result(const Model& model, Ui& ui, const Activity& activity, const Entry& entry);
// The finished one before this, about the same substance; null when there is none.
const Entry* time_before(const Model& model, const Activity& activity, const Entry& entry);
void draw_earlier(const Model& model, Ui& ui, const std::string& id, const Activity& activity, const Entry* present);
// A compass: its spokes as a figure with a table beside it; `before` is drawn dotted.
void draw_radar(const Model& model, Ui& ui, const Activity& activity, const Answers& answers, const Entry* before);
// After an exercise or check: where to begin, what may go along into the plan, and what was said the time before.
void draw_leads(const Model& model, Ui& ui, const Activity& activity);
void draw_carries(const Model& model, Ui& ui, const Activity& activity, const Entry& entry);
void draw_compared(const Model& model, Ui& ui, const Activity& activity, const Entry& entry);
std::string week_sentence(const Model& model, const Series& series);
void draw_entry_row(const Model& model, Ui& ui, std::string_view prefix, const Entry& entry);
void language_chips(const Model& model, Ui& ui, std::string_view id);
void country_chips(const Model& model, Ui& ui, std::string_view id);
// The substances to choose from, own words and the field to add one.
void follow_chips(const Model& model, Ui& ui, const std::vector<Followed>& followed, bool welcome);

}  // namespace koers
