// Hulp nu: works before the journal is open, and keeps nothing by itself.
#include <algorithm>
#include <cmath>

#include "core/state/updater.h"

namespace koers {

void Updater::operator()(const HelpAnswered& event) { model.help.said[event.which] = event.value; }

// A wave becomes an urge in the diary: as strong as it was at its highest, when it began.
void Updater::operator()(const WaveKept&) {
    const Activity* urge = model.catalog->activity("urge");
    const WaveAnswer& wave = model.help.wave;
    if (!urge || wave.points.empty() || model.journal.find(model.help.kept) || refuse_when_reading()) return;
    WaveAnswer kept = wave;
    kept.ended = seconds_of(kept, model.now);
    int highest = 0;
    for (const WaveAnswer::Point& point : kept.points) highest = std::max(highest, point.rating);
    const Moment began{kept.began, model.now.offset};
    Entry entry;
    entry.id = fresh(0);
    entry.activity = urge->id;
    entry.activity_version = urge->version;
    entry.day = day_of(began, model.journal.settings.day_starts_at);
    entry.time = clock_of(began);
    entry.written = model.now;
    entry.answers = prefilled(model.ask(), model.journal, *urge, began);
    entry.answers.insert_or_assign("strength", NumberAnswer{static_cast<double>(highest), ""});
    entry.answers.insert_or_assign(urge->day_item, DayAnswer{entry.day});
    entry.answers.insert_or_assign(urge->time_item, TimeAnswer{*entry.time});
    // How long somebody stayed with it is how long the urge was only when it had gone down by then.
    if (kept.points.back().rating <= 2)
        entry.answers.insert_or_assign("minutes", NumberAnswer{std::max(1., std::round(kept.ended / 60.)), "minute"});
    entry.answers.insert_or_assign("wave", std::move(kept));
    commit({put(entry)});
    model.help.kept = entry.id;
    notify("help.wave.kept", Undo{"app.undone", {remove_entry(entry.id)}}, entry.id);
}

}  // namespace koers
