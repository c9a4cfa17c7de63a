// What a link or a ready-made set offers: activities in their order, and what goes with them. Ids only, nothing about a person.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/content/activity.h"
#include "core/day.h"

namespace koers {

// How often the checks among them come back.
enum class Rhythm { None, Week, Fortnight, Month, Quarter, HalfYear };
inline constexpr int rhythm_days[] = {0, 7, 14, 28, 91, 182};
inline constexpr const char* rhythm_words[] = {"none", "week", "fortnight", "month", "quarter", "half_year"};

// What opens first; Activity: the first of the list.
enum class FirstScreen { Today, Diary, Discover, Plan, Activity };

struct Invitation {
    std::vector<std::string> activities;
    std::vector<std::string> substances;  // in the order of their numbers
    ForWhom whom = ForWhom::Everybody;    // Everybody: not said
    std::string language;                 // empty = whatever the reader has
    Rhythm rhythm = Rhythm::None;
    FirstScreen first = FirstScreen::Today;
    std::optional<Day> until;
    bool operator==(const Invitation&) const = default;
};

// Ready-made, for who makes a link. Texts: set.<id>.name, set.<id>.what.
struct InviteSet {
    std::string id;
    Invitation invitation;
};

// The numbers that stand for ids in links: an id's is its place in the list, from 1. What was given is never given to another; lists only grow.
struct InviteCodes {
    std::vector<std::string> activities, substances, languages;
};

}  // namespace koers
