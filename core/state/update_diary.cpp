// The diary: a day of none, editing, deleting with undo, moving through weeks and months.
#include "core/state/updater.h"

namespace koers {

void Updater::operator()(const NothingLogged& event) {
    const Activity* use = model.catalog->activity("use");
    if (!use || event.day > model.today() || refuse_when_reading()) return;
    Changes changes, undo;
    int number = 0;
    for (const std::string& followed : event.followed) {
        const Substance* substance = substance_of(*model.catalog, model.journal.settings, followed);
        if (!substance) continue;
        Entry entry;
        entry.id = fresh(++number);
        entry.activity = use->id;
        entry.activity_version = use->version;
        entry.day = event.day;
        entry.written = model.now;
        entry.answers.emplace("substance", ChoiceAnswer{followed});
        entry.answers.emplace("amount", NumberAnswer{0, substance->units.front()});
        if (!use->day_item.empty()) entry.answers.emplace(use->day_item, DayAnswer{event.day});
        changes.push_back(put(entry));
        undo.push_back(remove_entry(entry.id));
    }
    if (changes.empty()) return;
    commit(changes);
    notify("app.none.saved", Undo{"app.undone", std::move(undo)});
}

void Updater::operator()(const EntryEdited& event) {
    // The version in force is the one that is edited: two edits of one version would both count.
    const Entry* entry = model.journal.newest_version(event.entry);
    const Activity* activity = entry ? model.catalog->activity(entry->activity) : nullptr;
    if (!activity || refuse_when_reading()) return;
    // An edit that was begun and left is taken up again, for the same reason.
    for (const auto& [id, run] : model.journal.runs)
        if (run.replaces == entry->id) return (*this)(RunOpened{std::string(id)});
    quiet();
    start_run(*activity, entry->answers, entry->id);
}

void Updater::operator()(const EntryDeleted& event) {
    if (refuse_when_reading()) return;
    Changes changes, back;
    // Older versions go with it: what a person throws away is thrown away whole.
    const Entry* newest = model.journal.newest_version(event.entry);
    if (!newest) return;
    for (const Entry* version : model.journal.history(newest->id)) {
        changes.push_back(remove_entry(version->id));
        back.push_back(put(*version));
        // So does an edit of it that was begun.
        for (const auto& [id, run] : model.journal.runs)
            if (run.replaces == version->id) {
                changes.push_back(remove_run(id));
                back.push_back(put(run));
            }
    }
    const bool on_it = model.route().screen == Screen::Entry;
    commit(changes);
    if (on_it) pop();
    notify("app.entry.deleted", Undo{"app.put_back", std::move(back)});
}

void Updater::operator()(const UndoPressed&) {
    if (!model.undo || refuse_when_reading()) return;
    const Undo undo = *model.undo;
    commit(undo.changes);
    while (model.routes.size() > 1 && model.route().screen == Screen::Entry && !model.journal.find(model.route().id)) pop();
    notify(undo.text_key);
}

void Updater::operator()(const NoticeClosed&) { quiet(); }

void Updater::operator()(const DiaryViewChosen& event) { model.diary.view = event.view; }
void Updater::operator()(const ChartSpanChosen& event) { model.diary.span = event.span; }
void Updater::operator()(const ChartFollowedChosen& event) { model.diary.followed = event.followed; }
void Updater::operator()(const TableToggled&) { model.diary.table = !model.diary.table; }
void Updater::operator()(const MoreDaysAsked&) { model.diary.shown_days += 28; }

void Updater::operator()(const DiaryMoved& event) {
    DiaryState& diary = model.diary;
    const Day from = diary.anchored ? diary.anchor : model.today();
    const bool month = diary.view == DiaryView::Calendar || diary.span == ChartSpan::Month;
    const Day to = month ? add_months(start_of_month(from), event.by) : from + 7 * event.by;
    diary.anchored = to < (month ? start_of_month(model.today()) : start_of_week(model.today()));
    diary.anchor = to;
}

}  // namespace koers
