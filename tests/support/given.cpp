#include "tests/support/given.h"

#include <doctest/doctest.h>

#include "tests/support/small_content.h"

namespace koers::test {

Day day(std::string_view text) {
    const auto parsed = parse_day(text);
    REQUIRE(parsed);
    return *parsed;
}

ClockTime clock(std::string_view text) {
    const auto parsed = parse_clock(text);
    REQUIRE(parsed);
    return *parsed;
}

Moment at(std::string_view text, int offset) {
    const int64_t minutes = int64_t{day(text.substr(0, 10)).number} * 1440 + clock(text.substr(11)) - offset;
    return Moment{minutes * 60000, offset};
}

Answer pick(std::string_view id) { return ChoiceAnswer{std::string(id)}; }
Answer number(double value, std::string_view unit) { return NumberAnswer{value, std::string(unit)}; }
Answers about(std::string_view substance) { return {{"substance", pick(substance)}}; }

static Entry entry_of(std::string_view activity, std::string_view id, std::string_view on) {
    Entry entry;
    entry.id = id;
    entry.activity = activity;
    entry.day = day(on);
    entry.written = at(std::string(on) + " 12:00");
    return entry;
}

Entry use_entry(std::string_view id, std::string_view on, std::string_view substance, double amount, std::string_view unit) {
    Entry entry = entry_of("use", id, on);
    entry.answers = {{"substance", pick(substance)}, {"amount", number(amount, unit)}, {"when", DayAnswer{entry.day}}};
    return entry;
}

Entry urge_entry(std::string_view id, std::string_view on, int strength, std::string_view substance) {
    Entry entry = entry_of("urge", id, on);
    entry.answers = {{"strength", number(strength)}, {"when", DayAnswer{entry.day}}};
    if (!substance.empty()) entry.answers.emplace("substance", pick(substance));
    return entry;
}

Entry goal_entry(std::string_view id, std::string_view on, std::string_view substance, std::string_view aim) {
    Entry entry = entry_of("goal", id, on);
    entry.answers = {{"substance", pick(substance)}, {"aim", pick(aim)}};
    return entry;
}

JournalOpened journal_opened(Changes records, StoreState state, bool writer) {
    JournalOpened event;
    event.records = std::move(records);
    event.generation = 1;
    event.state = state;
    event.writer = writer;
    return event;
}

template <class One>
Person& Person::happens(const One& event) {
    return happened(Event{std::in_place_type<One>, event});
}

// Naming the function of each kind makes it.
template <class Variant>
struct HappensOf;
template <class... One>
struct HappensOf<std::variant<One...>> {
    static void all(Person& person) { (person.happens(One{}), ...); }
};
template struct HappensOf<Event>;

Person& Person::happened(const Event& event) {
    std::string id = std::to_string(++ids);
    id.insert(0, 32 - id.size(), '0');
    effects = update(model, Stamp{now, id}, event);
    for (const Effect& effect : effects) {
        all.push_back(effect);
        const auto* save = std::get_if<SaveChanges>(&effect);
        if (!save) continue;
        const PageWrite write = disk.apply(save->changes);
        for (const PageText& page : write.pages) pages[page.id] = page.text;
        for (const std::string& gone : write.gone) pages.erase(gone);
    }
    return *this;
}

Person& Person::later(int minutes) {
    now.ms += int64_t{minutes} * 60000;
    return *this;
}

Person& Person::clock_is(std::string_view day_and_clock, int offset) {
    now = at(day_and_clock, offset);
    return *this;
}

static std::vector<PageText> stored_pages(const std::map<std::string, std::string>& pages) {
    std::vector<PageText> stored;
    for (const auto& [id, text] : pages) stored.push_back({id, text});
    return stored;
}

Journal Person::stored() const {
    Pages read;
    const auto result = read.read(stored_pages(pages), {});
    CHECK(result.damaged.empty());
    Journal journal;
    journal.apply(read.records());
    return journal;
}

Person Person::reopened() const {
    Person again;
    again.now = now;
    again.ids = ids + 1000;
    again.pages = pages;
    again.disk.read(stored_pages(pages), {});
    again.happens(Started{{"nl-BE", "nl"}, small_catalog()});
    again.happens(journal_opened(again.disk.records()));
    return again;
}

const Run& Person::run() const {
    REQUIRE(model.route().screen == Screen::Run);
    const auto found = model.journal.runs.find(model.route().id);
    REQUIRE(found != model.journal.runs.end());
    return found->second;
}

Person& Person::opens(std::string_view activity, Answers known) {
    return happens(ActivityOpened{std::string(activity), std::move(known)});
}
Person& Person::answers(std::string_view item, Answer answer) {
    return happens(AnswerChanged{run_id(), std::string(item), std::move(answer)});
}
Person& Person::types(std::string_view item, std::string_view text, int line) {
    return happens(AnswerTyped{run_id(), std::string(item), std::string(text), line});
}
Person& Person::picks_unit(std::string_view item, std::string_view unit) {
    return happens(UnitPicked{run_id(), std::string(item), std::string(unit)});
}
Person& Person::finishes() { return happens(RunFinished{run_id()}); }

Person first_visit() {
    Person person;
    person.happens(Started{{"nl-BE", "nl"}, small_catalog()});
    person.happens(journal_opened({}));
    return person;
}

Person someone_with(const Changes& records) {
    Person person;
    Settings settings;
    settings.started = true;
    settings.language = "nl";
    settings.country = "be";
    settings.followed = {{"alcohol", "alcohol", ""}, {"tobacco", "tobacco", ""}};
    Changes all{put(settings)};
    all.insert(all.end(), records.begin(), records.end());
    for (const PageText& page : person.disk.apply(all).pages) person.pages[page.id] = page.text;
    return person.reopened();
}

Person someone(std::vector<std::string> substances) {
    Settings settings;
    settings.started = true;
    settings.language = "nl";
    settings.country = "be";
    for (const std::string& id : substances) settings.followed.push_back({id, id, ""});
    return someone_with({put(settings)});
}

std::vector<std::string> ids_of(const std::vector<const Entry*>& entries) {
    std::vector<std::string> ids;
    for (const Entry* entry : entries) ids.push_back(entry->id);
    return ids;
}
std::vector<std::string> ids_of(const std::vector<const Item*>& items) {
    std::vector<std::string> ids;
    for (const Item* item : items) ids.push_back(item->id);
    return ids;
}
std::vector<std::string> ids_of(const std::vector<const Step*>& steps) {
    std::vector<std::string> ids;
    for (const Step* step : steps) ids.push_back(step->id);
    return ids;
}

}  // namespace koers::test
