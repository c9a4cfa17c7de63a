// What a condition may ask of the journal: a score of the last year, days with much; 0 where nothing is known.
#include <doctest/doctest.h>

#include "core/insight/facts.h"
#include "tests/support/given.h"
#include "tests/support/small_content.h"

using namespace koers;
using namespace koers::test;

TEST_CASE("days with much are counted over the last 28, in the unit that is counted") {
    const auto catalog = small_catalog();
    Person person = someone({"alcohol", "tobacco"});
    Changes records;
    for (int i = 0; i < 40; ++i) {
        const std::string on = to_text(day("2026-11-21") - i);
        records.push_back(put(use_entry("u" + std::to_string(i), on, "alcohol", i % 2 == 0 ? 7 : 3, "glass")));
    }
    person.model.journal.apply(records);
    const auto asked = [&](const char* name) { return fact(*catalog, person.model.journal, day("2026-11-21"), name); };
    CHECK(asked("@days.alcohol.6") == 14);
    CHECK(asked("@days.alcohol.3") == 28);
    CHECK(asked("@days.alcohol.8") == 0);
    CHECK(asked("@days.tobacco.1") == 0);
    CHECK(asked("@days.nothing.1") == 0);
    CHECK(asked("@used.alcohol") == 28);
    CHECK(asked("@used.tobacco") == 0);
    CHECK(asked("@used.nothing") == 0);
    // A day with none is no day of use, and two times are one day.
    person.model.journal.apply({put(use_entry("n", "2026-11-20", "tobacco", 0, "cigarette")),
                                put(use_entry("o", "2026-11-21", "tobacco", 3, "cigarette")),
                                put(use_entry("p", "2026-11-21", "tobacco", 20, "a_measure_of_a_newer_koers"))});
    CHECK(asked("@used.tobacco") == 1);
    CHECK(asked("@used.alcohol.7") == 7);
    CHECK(asked("@used.tobacco.1") == 1);
    person.model.journal.apply({put(use_entry("q", "2026-11-15", "tobacco", 3, "cigarette"))});
    CHECK(asked("@used.tobacco.7") == 2);
    CHECK(asked("@used.tobacco.6") == 1);
}

TEST_CASE("a score counts for a year, and only where that check was done") {
    const auto catalog = library_catalog();
    const Activity* check = nullptr;
    for (const Activity& one : catalog->activities)
        if (!one.scores.empty()) check = &one;
    REQUIRE(check);
    const Score& score = check->scores.front();
    Entry entry = urge_entry("c", "2026-01-10", 1);
    entry.activity = check->id;
    entry.answers.clear();
    for (const std::string& id : score.items) {
        const Item* item = check->find_item(id);
        if (const auto* choice = std::get_if<ChoiceFormat>(&item->format))
            entry.answers.emplace(id, pick(choice->choices.back().id));
        if (const auto* scale = std::get_if<ScaleFormat>(&item->format)) entry.answers.emplace(id, number(scale->max));
    }
    Journal journal;
    const std::string name = "@" + check->id + "." + score.id;
    CHECK(fact(*catalog, journal, day("2026-11-21"), name) == 0);
    journal.apply({put(entry)});
    CHECK(fact(*catalog, journal, day("2026-11-21"), name) > 0);
    CHECK(fact(*catalog, journal, day("2027-01-10"), name) > 0);
    CHECK(fact(*catalog, journal, day("2027-01-11"), name) == 0);
    for (const char* other : {"", "@", "@x", "@x.y", "@days", "@days.alcohol"})
        CHECK(fact(*catalog, journal, day("2026-11-21"), other) == 0);
}
