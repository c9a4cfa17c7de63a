// Parts of what goes on paper, in words: the plan and a summary are made of the same ones.
#pragma once

#include <string>
#include <vector>

#include "app/ui/ui.h"
#include "core/export/summary.h"
#include "core/state/model.h"

namespace koers {

std::vector<std::string> lines_in(const std::string& text);
// A part of the plan as it stands on this paper: card, page, safety or plan (all of it).
PaperBlock part_block(const Model& model, const Activity& part, const Entry& entry, const std::string& paper);
PaperBlock goal_block(const Model& model, const Followed& followed, const Goal& goal);
// The parts of the plan that this person has, with their newest entries.
std::vector<std::pair<const Activity*, const Entry*>> plan_entries(const Model& model);

void draw_paper_block(Ui& ui, const PaperBlock& block, int level);
// A summary as it is printed, kept and read; Cut: it takes more than a page, and nothing of it is left out.
PageFit draw_summary_sheet(Ui& ui, const Summary& summary);

}  // namespace koers
