// Days, amounts and entries as a person would say them.
#pragma once

#include <string>
#include <vector>

#include "core/insight/totals.h"
#include "core/state/model.h"

namespace koers {

std::string capital(std::string text);
std::string lowered(std::string text);                   // for inside a sentence; "HALT" stays
std::string weekday_short(const Texts& texts, Day day);  // "ma"
std::string day_words(const Texts& texts, Day day,
                      Day today);  // "vandaag", "gisteren", "zaterdag 14 november", with the year when it is another
std::string day_short(const Texts& texts, Day day);                             // "14 nov"
std::string day_title(const Texts& texts, Day day);                             // "Zondag 22 nov"
std::string month_words(const Texts& texts, Day day);                           // "november 2026"
std::string moment_words(const Texts& texts, const Moment& moment, Day today);  // "vandaag 18:20"

// "3 glazen", "1 joint": an amount in a counts_as unit or any unit.
std::string amount_words(const Texts& texts, std::string_view unit, double value);
// "ma 2 glazen" would be a chart's; this is a day's: "3 glazen", "niets", "niet ingevuld".
std::string day_total_words(const Texts& texts, const Series& series, const DayTotal& day);

// An entry as a line: "3 flesjes bier", "Trek 7", "Stemming 6"; and what else it tells, in one line below it.
struct EntryWords {
    std::string title, below, icon;
    std::vector<std::string> in_title;  // the items whose answers the title already says
};
EntryWords entry_words(const Model& model, const Entry& entry);
// Every answer of an entry in words, with its question.
struct AnswerLine {
    std::string item, question, answer;
};
std::vector<AnswerLine> answer_lines(const Model& model, const Activity& activity, const Answers& answers, Day today);
// A row of one's own: its first column, and the others in one line.
struct RowWords {
    std::string title, below;
};
RowWords row_words(const Texts& texts, const Activity& activity, const Item& item, const RowsFormat& format,
                   const RowsAnswer::Row& row);
std::string wave_words(const Texts& texts,
                       const WaveAnswer& wave);  // "15 minuten: 7 in het begin, 8 op het hoogst, 5 op het einde"
std::string side_words(const Texts& texts, const Activity& activity, const Item& item, int value);  // of a two-sided scale
// A text of an activity with {item} replaced by the number that was chosen there.
std::string asked_words(const Texts& texts, const Activity& activity, const Answers& answers, std::string_view part);
std::string goal_words(const Model& model, const Goal& goal,
                       std::optional<Day> seen_on = {});       // "Minder: hooguit 3 glazen per dag en 10 per week"
std::string goal_short(const Model& model, const Goal& goal);  // "doel: hooguit 10"
std::string joined(const Texts& texts, const std::vector<std::string>& parts);  // "a, b en c"

}  // namespace koers
