#include "app/effects.h"

#include "app/platform.h"

namespace koers {

void Saver::apply(const Changes& changes) {
    const PageWrite write = pages_.apply(changes);
    for (const PageText& page : write.pages) dirty_.insert(page.id);
    for (const std::string& id : write.gone) dirty_.insert(id);
}

Pages::Read Saver::opened(const std::vector<PageText>& stored, const std::vector<std::string>& unreadable, uint64_t generation) {
    const Pages::Read read = pages_.read(stored, unreadable);
    generation_ = generation;
    dirty_.clear();
    sent_pages_.clear();
    sent_ = 0;
    on_its_way_ = false;
    // Entries have random ids and never change, so putting ours on top of what another tab wrote loses neither.
    for (const Changes& changes : unsaved_) apply(changes);
    return read;
}

void Saver::add(const Changes& changes) {
    unsaved_.push_back(changes);
    apply(changes);
}

bool Saver::send() {
    if (on_its_way_ || unsaved_.empty()) return false;
    on_its_way_ = true;
    sent_ = unsaved_.size();
    sent_pages_ = dirty_;
    dirty_.clear();
    platform::save(generation_, pages_.write_of({sent_pages_.begin(), sent_pages_.end()}));
    return true;
}

void Saver::saved(uint64_t generation) {
    generation_ = generation;
    on_its_way_ = false;
    unsaved_.erase(unsaved_.begin(), unsaved_.begin() + static_cast<std::ptrdiff_t>(sent_));
    sent_ = 0;
    sent_pages_.clear();
}

void Saver::failed() {
    on_its_way_ = false;
    sent_ = 0;
    dirty_.insert(sent_pages_.begin(), sent_pages_.end());
    sent_pages_.clear();
}

void Saver::forget() { *this = Saver{}; }

}  // namespace koers
