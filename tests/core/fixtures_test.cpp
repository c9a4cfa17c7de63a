#include <doctest/doctest.h>

#include "core/insight/goal.h"
#include "tests/support/files.h"
#include "tests/support/given.h"
#include "tests/support/sha256.h"
#include "tests/support/small_content.h"

using namespace koers;
using namespace koers::test;

namespace {

std::filesystem::path folder() { return std::filesystem::path(KOERS_ROOT) / "tests/fixtures/journal-format-1"; }

struct Fixture {
    const char* name;
    const char* sum;
    int records;
};
const Fixture fixtures[] = {{"settings-only.json", "a0bc8ec97a3779b8abd64b811a65a78d4718557ed2bd2349b3accd756b8f0761", 1},
                            {"a-week.json", "b4d32f7e61c87f991fdf271f6cb24a034fdf8c2d3ec2dd072a6f24b6be2d4da2", 11},
                            {"from-a-newer-koers.json", "e8472e61f0d660f34ae20a61cd234c2a1508583fb07873f3286fae0008555deb", 7}};

Pages opened(const char* name) {
    Pages pages;
    const auto read = pages.read({{"p0", bytes_of_file(folder() / name)}}, {});
    CHECK(read.damaged.empty());
    CHECK_FALSE(read.newer);
    return pages;
}

Journal journal_in(const char* name) {
    Journal journal;
    journal.apply(opened(name).records());
    return journal;
}

std::string id(const char* last) { return "a1b2c3d4e5f60718293a4b5c6d7e8f" + std::string(last); }

}  // namespace

TEST_CASE("the sum that guards the fixtures is the known one for a known text") {
    CHECK(sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
          "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

TEST_CASE("the frozen pages of format 1 are byte for byte what they were, and none was taken away") {
    int found = 0;
    for (const auto& file : std::filesystem::directory_iterator(folder())) found += file.path().extension() == ".json";
    CHECK(found == static_cast<int>(std::size(fixtures)));
    for (const Fixture& fixture : fixtures) {
        CAPTURE(fixture.name);
        CHECK(sha256(bytes_of_file(folder() / fixture.name)) == fixture.sum);
    }
}

TEST_CASE("every record of a frozen page means the same after it was read, kept in a journal and written again") {
    for (const Fixture& fixture : fixtures) {
        CAPTURE(fixture.name);
        const json document = json::parse(bytes_of_file(folder() / fixture.name), nullptr, false);
        const Journal journal = journal_in(fixture.name);
        CHECK(opened(fixture.name).records().size() == static_cast<size_t>(fixture.records));

        Changes again{put(journal.settings)};
        for (const auto& [key, entry] : journal.entries) again.push_back(put(entry));
        for (const auto& [key, run] : journal.runs) again.push_back(put(run));
        for (const auto& [key, value] : journal.unknown) again.push_back({key, value});
        CHECK(again.size() == static_cast<size_t>(fixture.records));
        std::map<std::string, json> written;
        Pages pages;
        for (const PageText& page : pages.apply(again).pages) {
            const json whole = json::parse(page.text, nullptr, false);
            for (const json& record : whole["records"]) written[record[0].get<std::string>()] = record[1];
        }
        for (const json& record : document["records"]) {
            const std::string key = record[0].get<std::string>();
            CAPTURE(key);
            CHECK(written[key] == record[1]);
        }
    }
}

TEST_CASE("a page of format 1 that is written again without a change of meaning has the same text") {
    for (const Fixture& fixture : fixtures) {
        Pages pages = opened(fixture.name);
        // Any change makes the page be written whole; this one puts the settings as they were.
        const Changes records = pages.records();
        const PageWrite write = pages.apply({records.front()});
        REQUIRE(write.pages.size() == 1);
        CHECK(write.pages[0].text == bytes_of_file(folder() / fixture.name));
    }
}

TEST_CASE("someone with settings only: started, and nothing written") {
    const Journal journal = journal_in("settings-only.json");
    CHECK(journal.settings.started);
    CHECK(journal.settings.role == Role::Self);
    CHECK(journal.settings.language == "nl");
    CHECK(journal.settings.country == "be");
    CHECK(journal.settings.day_starts_at == 4);
    CHECK(journal.settings.followed.empty());
    CHECK(journal.entries.empty());
    CHECK(journal.runs.empty());
}

TEST_CASE("a frozen week reads to the week that was lived") {
    const Journal journal = journal_in("a-week.json");
    const auto catalog = small_catalog();
    CHECK(journal.settings.theme == ThemeChoice::Dark);
    CHECK(journal.settings.text_percent == 125);
    REQUIRE(journal.settings.followed.size() == 3);
    CHECK(journal.settings.followed[2].name == "Kratom");
    CHECK(journal.entries.size() == 9);
    CHECK(journal.unknown.empty());
    CHECK(ids_of(journal.current()) == Words{id("01"), id("02"), id("03"), id("04"), id("08"), id("07"), id("09")});
    CHECK(ids_of(journal.history(id("07"))) == Words{id("07"), id("06"), id("05")});

    const Series alcohol = use_series(*catalog, journal, "alcohol", {day("2026-11-16"), day("2026-11-20")});
    CHECK(alcohol.unit == "glass");
    CHECK(alcohol.days[0].amount == doctest::Approx(4 * 1.30185));
    CHECK(alcohol.days[1].state == DayState::None);
    CHECK_MESSAGE(alcohol.days[2].state == DayState::Unfilled, "the entry was moved to the day after");
    CHECK(alcohol.days[3].amount == doctest::Approx(3 * 0.9468));
    CHECK(alcohol.days[4].state == DayState::Unfilled);

    const auto goal = goal_for(*catalog, journal, "alcohol");
    REQUIRE(goal);
    CHECK(goal->aim == Aim::Less);
    CHECK(goal->per_week == std::optional(10.0));
    CHECK(goal->free_days == std::optional(2));

    const Entry& urge = journal.entries.at(id("04"));
    CHECK(*find_as<YesNoAnswer>(urge.answers, "helped") == YesNoAnswer{true});
    CHECK(*find_as<ManyAnswer>(urge.answers, "did") == ManyAnswer{{"moved", "talked"}});
    CHECK(urge.time == std::optional(clock("18:20")));
    CHECK(urge.written == at("2026-11-17 18:25"));
    const Entry& of_the_day = journal.entries.at(id("08"));
    CHECK(std::holds_alternative<Skipped>(*find(of_the_day.answers, "grip")));
    CHECK(*find_as<NumberAnswer>(of_the_day.answers, "sleep") == NumberAnswer{6.5, "hour"});
    CHECK(find_as<TextAnswer>(journal.entries.at(id("01")).answers, "why")->text == "Weer fris opstaan 🌅");
    // In the night: the clock said the 21st, the diary still the 20th.
    CHECK(journal.entries.at(id("09")).day == day("2026-11-20"));

    REQUIRE(journal.runs.size() == 1);
    const Run& run = journal.runs.begin()->second;
    CHECK(run.step == "when");
    CHECK(*find_as<NumberAnswer>(run.answers, "amount") == NumberAnswer{5, "cigarette"});
}

TEST_CASE("what a newer Koers wrote in a frozen page is kept and never mistaken for something else") {
    const Journal journal = journal_in("from-a-newer-koers.json");
    CHECK(journal.unknown.size() == 3);
    CHECK(journal.unknown.count("photo/" + id("14")));
    CHECK(journal.unknown.count("plan/1"));
    CHECK_MESSAGE(journal.unknown.count("entry/" + id("17")), "an entry over a span of days is no entry of format 1");
    const Entry& entry = journal.entries.at(id("15"));
    CHECK(entry.extra == json{{"weather", {{"rain", true}}}});
    CHECK(std::holds_alternative<UnknownAnswer>(*find(entry.answers, "amount")));
    CHECK(std::holds_alternative<UnknownAnswer>(*find(entry.answers, "mood_map")));
    CHECK(find_as<TextAnswer>(entry.answers, "note")->text == "Regen");
    CHECK(journal.runs.at(id("18")).extra == json{{"device", "tablet"}});
    CHECK(journal.settings.extra == json{{"lock", {{"after_minutes", 5}}}});
    CHECK(journal.settings.followed.at(0).extra == json{{"colour", "teal"}});
}

TEST_CASE("a person may edit what a newer Koers wrote, and loses none of it") {
    Person person = someone_with(opened("from-a-newer-koers.json").records());
    person.happens(EntryEdited{id("15")});
    person.types("note", "Regen en wind");
    person.finishes();
    const Journal stored = person.stored();
    const Entry* edited = stored.newest_version(id("15"));
    REQUIRE(edited);
    CHECK(edited->id != id("15"));
    CHECK(find_as<TextAnswer>(edited->answers, "note")->text == "Regen en wind");
    CHECK(edited->extra == json{{"weather", {{"rain", true}}}});
    CHECK(to_json(*find(edited->answers, "amount")) == json{{"number", 2.0}, {"unit", "glass"}, {"measured", true}});
    CHECK(find(edited->answers, "mood_map"));
    CHECK(stored.unknown.size() == 3);
    CHECK(stored.settings.followed.at(0).extra == json{{"colour", "teal"}});
}
