// The parts of Hulp nu (help.cpp, help_doors.cpp).
#pragma once

#include <string>

#include "app/screens/screens.h"

namespace koers {

void draw_contact(Ui& ui, const Contact& contact);
// From the plan, in the person's own words; nothing while the journal is not open.
void draw_my_people(const Model& model, Ui& ui);
void draw_my_reasons(const Model& model, Ui& ui);
// What lies behind a door: "urge", "used", "low", "wake". False for another word.
bool draw_help_door(const Model& model, Ui& ui, const std::string& door);

}  // namespace koers
