// Carries out what `update` orders: saving, opening, loading, timers. What comes back from the platform goes through here too.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "core/journal/pages.h"
#include "core/state/effect.h"
#include "core/state/event.h"

namespace koers {

// Keeps what was not yet acknowledged until it is: one save at a time, nothing dropped on a failure, everything put again on top when another tab wrote in between.
class Saver {
  public:
    // The journal as the store gave it, with what is still unsaved on top.
    Pages::Read opened(const std::vector<PageText>& stored, const std::vector<std::string>& unreadable, uint64_t generation);
    Changes records() const { return pages_.records(); }

    void add(const Changes& changes);
    // Sends what waits, if nothing is on its way. True when a save went out.
    bool send();
    void saved(uint64_t generation);
    void failed();
    void forget();
    bool waiting() const { return !unsaved_.empty(); }

  private:
    Pages pages_;
    std::vector<Changes> unsaved_;  // in the order they happened
    size_t sent_ = 0;               // how many of them are on their way
    std::set<std::string> dirty_, sent_pages_;
    bool on_its_way_ = false;
    uint64_t generation_ = 0;

    void apply(const Changes& changes);
};

}  // namespace koers
