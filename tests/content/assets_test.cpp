#include <doctest/doctest.h>

#include "core/state/demo.h"
#include "core/content/checks.h"
#include "tests/support/files.h"
#include "tests/support/given.h"

using namespace koers;
using namespace koers::test;

static const ContentFiles& assets() {
    static const ContentFiles files = content_under(std::filesystem::path(KOERS_ROOT) / "assets");
    return files;
}

static std::shared_ptr<const Catalog> loaded(const std::string& language) {
    const CatalogResult result = load_sources(assets(), language);
    for (const ContentError& error : result.errors) FAIL_CHECK(error.file << ": " << error.path << ": " << error.message);
    REQUIRE(result.catalog);
    return result.catalog;
}

TEST_CASE("what ships loads in every language it ships in, Dutch and English among them") {
    const std::vector<std::string> languages = languages_in(assets());
    for (const char* needed : {"nl", "en"}) CHECK(std::find(languages.begin(), languages.end(), needed) != languages.end());
    for (const std::string& language : languages) {
        CAPTURE(language);
        const auto catalog = loaded(language);
        for (const char* activity : {"use", "urge", "day", "goal"}) CHECK(catalog->activity(activity));
        for (const char* country : {"be", "nl"}) CHECK(catalog->contacts(country));
    }
}

TEST_CASE("drinks that ship count as the glasses of the clinical table") {
    const auto catalog = loaded("nl");
    for (const auto& [unit, glasses] : {std::pair{"glass", 1.0},
                                        {"beer25", 1.0},
                                        {"beer33", 1.3},
                                        {"beer50", 2.0},
                                        {"strong33", 2.1},
                                        {"wine10", 0.95},
                                        {"wine_bottle", 7.1},
                                        {"spirit35", 1.0}}) {
        CAPTURE(unit);
        REQUIRE(catalog->unit(unit));
        CHECK(catalog->unit(unit)->counts_as == "glass");
        CHECK(std::abs(catalog->unit(unit)->factor - glasses) <= 0.051);
    }
}

TEST_CASE("insight finds the questions it reads by name in what ships") {
    const auto catalog = loaded("nl");
    const auto is = [&](const char* activity, const char* item, auto format) {
        CAPTURE(activity);
        CAPTURE(item);
        const Item* found = catalog->activity(activity) ? catalog->activity(activity)->find_item(item) : nullptr;
        REQUIRE(found);
        CHECK(std::holds_alternative<decltype(format)>(found->format));
    };
    is("use", "substance", ChoiceFormat{});
    is("use", "amount", NumberFormat{});
    is("urge", "substance", ChoiceFormat{});
    is("urge", "strength", ScaleFormat{});
    is("goal", "substance", ChoiceFormat{});
    is("goal", "aim", ChoiceFormat{});
    is("goal", "per_day", NumberFormat{});
    is("goal", "per_week", NumberFormat{});
    is("goal", "free_days", NumberFormat{});
    is("goal", "until", DayFormat{});
    is("goal", "since", DayFormat{});
}

static void fits_what_ships(const std::string& person) {
    for (const std::string& language : languages_in(assets())) {
        CAPTURE(language);
        CAPTURE(person);
        const auto catalog = loaded(language);
        const Moment now = at("2026-11-21 18:05");
        const Changes records = demo_records(*catalog, now, 4, person);
        Journal journal;
        journal.apply(records);
        CHECK(journal.settings.started);
        CHECK(journal.settings.followed.empty() == (journal.settings.role == Role::Other));
        CHECK(journal.entries.size() == records.size() - 1);
        CHECK(journal.entries.size() >= 5);
        CHECK(journal.unknown.empty());
        const auto spoken = [&](const std::string& text) { CHECK_MESSAGE(text.rfind("demo.", 0) != 0, text << " has no text"); };
        const AskContext context{*catalog, journal.settings, day_of(now, 4)};
        for (const Entry* entry : journal.current()) {
            CAPTURE(entry->id);
            CHECK(entry->day <= context.today);
            const Activity* activity = catalog->activity(entry->activity);
            REQUIRE(activity);
            CHECK_FALSE(first_open(context, *activity, entry->answers));
            for (const auto& [item, answer] : entry->answers) {
                CAPTURE(item);
                REQUIRE(activity->find_item(item));
                CHECK(std::string(problem_id(
                          problem_with(context, *activity, *activity->find_item(item), entry->answers, answer))) == "none");
                if (const auto* text = std::get_if<TextAnswer>(&answer)) spoken(text->text);
                const auto* lines = std::get_if<ManyAnswer>(&answer);
                if (lines && std::holds_alternative<ListFormat>(activity->find_item(item)->format))
                    for (const std::string& line : lines->values) spoken(line);
                if (const auto* rows = std::get_if<RowsAnswer>(&answer))
                    for (const RowsAnswer::Row& row : rows->rows)
                        for (const auto& [column, text] : row) spoken(text);
            }
        }
    }
}

TEST_CASE("the example people fit the questions that ship, in the words of each language") {
    for (const char* person : {"week", "gambling", "relative"}) fits_what_ships(person);
    const auto catalog = loaded("nl");
    CHECK(demo_records(*catalog, at("2026-11-21 18:05"), 4, "nobody").empty());
    Journal relative;
    relative.apply(demo_records(*catalog, at("2026-11-21 18:05"), 4, "relative"));
    CHECK(relative.settings.role == Role::Other);
}

TEST_CASE("whoever stops with something that is dangerous to stop is told so in what ships") {
    const auto catalog = loaded("nl");
    const Activity& goal = *catalog->activity("goal");
    const auto warned = [&](const char* substance, const char* aim) {
        for (const Item* item : shown_items(goal, {{"substance", pick(substance)}, {"aim", pick(aim)}}))
            if (const auto* note = std::get_if<NoteFormat>(&item->format); note && note->safety) return true;
        return false;
    };
    for (const char* substance : {"alcohol", "benzos", "ghb", "opioids", "painkillers", "other"})
        for (const char* aim : {"stop", "less", "pause"}) CHECK(warned(substance, aim));
    CHECK_FALSE(warned("gaming", "stop"));
    CHECK_FALSE(warned("alcohol", "understand"));
}

TEST_CASE("a check that does not add up is refused, with file, place and reason") {
    const std::string file = "activities/check_wellbeing.json";
    struct Wrong {
        const char *from, *to, *said;
    };
    for (const Wrong& one :
         {Wrong{"\"max\": 100", "\"max\": 90", "the highest possible is 100"},
          Wrong{"\"from\": 51", "\"from\": 52", "bands have no gap and no overlap"},
          Wrong{"\"from\": 51", "\"from\": 50", "bands have no gap and no overlap"},
          Wrong{"\"factor\": 4", "\"factor\": 3", "the highest possible is 75"},
          Wrong{"\"question\": \"where\"", "\"question\": \"why\"", "is none of"},
          Wrong{"\"high\": [\"low\"]", "\"high\": [\"lowest\"]", "no band"}, Wrong{"\"total\": 52", "\"total\": 53", "is 52"}}) {
        CAPTURE(one.to);
        ContentFiles files = assets();
        std::string& text = files[file];
        const size_t at = text.find(one.from);
        REQUIRE(at != std::string::npos);
        text.replace(at, std::string(one.from).size(), one.to);
        const CatalogResult result = load_sources(files, "nl");
        CHECK_FALSE(result.catalog);
        bool named = false;
        for (const ContentError& error : result.errors)
            named = named || (error.file == file && error.message.find(one.said) != std::string::npos);
        CHECK(named);
    }
}
