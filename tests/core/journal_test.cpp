#include <doctest/doctest.h>

#include "core/export/readable.h"
#include "tests/support/given.h"

using namespace koers;
using namespace koers::test;

static Entry entry(std::string id, std::string_view on, std::string replaces = "") {
    Entry one;
    one.id = std::move(id);
    one.activity = "day";
    one.day = day(on);
    one.written = at(std::string(on) + " 12:00");
    one.replaces = std::move(replaces);
    return one;
}

TEST_CASE("entries stand in the order of their days, then times, untimed first, then as they were written") {
    Journal journal;
    Entry late = entry("late", "2026-11-20"), early = entry("early", "2026-11-20"), untimed = entry("untimed", "2026-11-20");
    late.time = clock("22:00");
    early.time = clock("07:00");
    untimed.written = at("2026-11-21 23:00");
    Entry second = entry("a-second", "2026-11-19"), first = entry("b-first", "2026-11-19");
    second.written.ms += 1;
    Entry same = entry("a-same", "2026-11-19");
    same.written = first.written;
    journal.apply({put(late), put(early), put(untimed), put(second), put(first), put(same)});
    CHECK(ids_of(journal.current()) == Words{"a-same", "b-first", "a-second", "untimed", "early", "late"});
    CHECK(ids_of(journal.current_on(day("2026-11-19"))) == Words{"a-same", "b-first", "a-second"});
    CHECK(journal.current_on(day("2026-11-18")).empty());
}

TEST_CASE("a replaced entry is in force no longer, but stays in the history of the one that replaced it") {
    Journal journal;
    journal.apply({put(entry("one", "2026-11-19")), put(entry("two", "2026-11-20", "one")),
                   put(entry("three", "2026-11-18", "two")), put(entry("other", "2026-11-18"))});
    CHECK(ids_of(journal.current()) == Words{"other", "three"});
    CHECK(ids_of(journal.history("three")) == Words{"three", "two", "one"});
    CHECK(ids_of(journal.history("two")) == Words{"two", "one"});
    CHECK(journal.history("nobody").empty());
    CHECK(journal.newest_version("one")->id == "three");
    CHECK(journal.newest_version("three")->id == "three");
    CHECK_FALSE(journal.newest_version("nobody"));
    CHECK(journal.entries.size() == 4);
}

TEST_CASE("taking away the last version puts the one before it in force again") {
    Journal journal;
    journal.apply({put(entry("one", "2026-11-19")), put(entry("two", "2026-11-20", "one"))});
    journal.apply({remove_entry("two")});
    CHECK(ids_of(journal.current()) == Words{"one"});
}

TEST_CASE("entries that replace each other in a circle end nothing in a loop") {
    Journal journal;
    journal.apply({put(entry("a", "2026-11-19", "c")), put(entry("b", "2026-11-19", "a")), put(entry("c", "2026-11-19", "b")),
                   put(entry("self", "2026-11-19", "self"))});
    CHECK(ids_of(journal.history("a")) == Words{"a", "c", "b"});
    CHECK(ids_of(journal.history("self")) == Words{"self"});
    CHECK(journal.newest_version("a"));
    CHECK(journal.newest_version("self"));
    CHECK(journal.current().empty());
}

TEST_CASE("entries are found by activity, and the newest is the one written last") {
    Journal journal;
    Entry back_dated = use_entry("back", "2026-11-01", "alcohol", 1, "glass");
    back_dated.written = at("2026-11-21 10:00");
    journal.apply(
        {put(use_entry("u1", "2026-11-19", "alcohol", 1, "glass")), put(urge_entry("g1", "2026-11-20", 5)), put(back_dated)});
    CHECK(ids_of(journal.current_of("use")) == Words{"back", "u1"});
    CHECK(journal.newest_of("use")->id == "back");
    CHECK(journal.newest_of("urge")->id == "g1");
    CHECK_FALSE(journal.newest_of("goal"));
}

TEST_CASE("the revision goes up with every change and with nothing else") {
    Journal journal;
    CHECK(journal.empty());
    journal.apply({});
    CHECK(journal.revision == 0);
    journal.apply({put(entry("one", "2026-11-19"))});
    CHECK(journal.revision == 1);
    CHECK_FALSE(journal.empty());
    journal.apply({remove_entry("one"), remove_entry("nobody")});
    CHECK(journal.revision == 2);
    CHECK(journal.empty());
}

TEST_CASE("a copy of a journal speaks of its own entries, and what is in force follows every change") {
    Journal journal;
    journal.apply({put(entry("one", "2026-11-19")), put(entry("two", "2026-11-20"))});
    CHECK(ids_of(journal.current()) == Words{"one", "two"});
    Journal copy = journal, assigned;
    assigned.apply({put(entry("other", "2026-11-18"))});
    CHECK(ids_of(assigned.current()) == Words{"other"});
    assigned = journal;
    for (const Journal* one : {&copy, &assigned}) {
        CHECK(ids_of(one->current()) == Words{"one", "two"});
        for (const Entry* shown : one->current()) CHECK(shown == one->find(shown->id));
    }
    copy.apply({put(entry("three", "2026-11-21", "one"))});
    CHECK(ids_of(copy.current()) == Words{"two", "three"});
    CHECK(ids_of(copy.current_on(day("2026-11-19"))) == Words{});
    CHECK(ids_of(journal.current()) == Words{"one", "two"});
    journal = Journal{};
    CHECK(journal.current().empty());
}

TEST_CASE("put and remove find their kind by the key") {
    Journal journal;
    Run run;
    run.id = "r";
    run.activity = "day";
    Settings settings;
    settings.started = true;
    journal.apply({put(run), put(entry("e", "2026-11-19")), put(settings), {"photo/1", json{{"x", 1}}}});
    CHECK(journal.runs.size() == 1);
    CHECK(journal.entries.size() == 1);
    CHECK(journal.settings.started);
    CHECK(journal.unknown.at("photo/1") == json{{"x", 1}});
    journal.apply({remove_run("r"), remove_entry("e"), {"photo/1", nullptr}});
    CHECK(journal.runs.empty());
    CHECK(journal.entries.empty());
    CHECK(journal.unknown.empty());
}

// --- records

TEST_CASE("every kind of answer is written and read back the same") {
    const std::pair<Answer, const char*> kinds[] = {{Skipped{}, R"({"skipped":true})"},
                                                    {number(3), R"({"number":3.0})"},
                                                    {number(1.5, "glass"), R"({"number":1.5,"unit":"glass"})"},
                                                    {pick("alone"), R"({"choice":"alone"})"},
                                                    {ManyAnswer{{"a", "b"}}, R"({"many":["a","b"]})"},
                                                    {ManyAnswer{}, R"({"many":[]})"},
                                                    {TextAnswer{"dag \"x\" 🙂"}, R"({"text":"dag \"x\" 🙂"})"},
                                                    {DayAnswer{day("2026-11-21")}, R"({"day":"2026-11-21"})"},
                                                    {TimeAnswer{65}, R"({"time":"01:05"})"},
                                                    {YesNoAnswer{false}, R"({"yes":false})"}};
    for (const auto& [answer, text] : kinds) {
        CAPTURE(text);
        CHECK(to_json(answer).dump() == text);
        CHECK(answer_from(json::parse(text, nullptr, false)) == answer);
    }
}

TEST_CASE("an answer this version does not know is kept as it is, whole") {
    for (const char* text :
         {R"({"image":"abc"})", R"({"number":3,"precision":0.1})", R"({"number":3,"unit":"glass","sure":true})",
          R"({"choice":"a","why":"b"})", R"({})", R"(7)", R"("text")", R"([1,2])", R"({"day":"soon"})", R"({"day":"2026-02-30"})",
          R"({"time":"25:00"})", R"({"many":["a",1]})", R"({"number":"3"})", R"({"yes":"true"})", R"({"choice":null})"}) {
        CAPTURE(text);
        const json value = json::parse(text, nullptr, false);
        const Answer answer = answer_from(value);
        CHECK(std::holds_alternative<UnknownAnswer>(answer));
        CHECK(to_json(answer) == value);
    }
}

TEST_CASE("unknown fields of entries, runs and settings survive load and save") {
    const json written_entry = json::parse(
        R"({"id":"e","activity":"use","version":2,"day":"2026-11-21","time":"18:05","written":[1795280700000,60],"replaces":"d",
        "answers":{"amount":{"number":1.0,"unit":"glass"},"photo":{"image":"x"}},"weather":{"rain":true},"tags":["a"]})",
        nullptr, false);
    const auto entry_back = entry_from(written_entry);
    REQUIRE(entry_back);
    CHECK(to_json(*entry_back) == written_entry);
    CHECK(entry_back->activity_version == 2);
    CHECK(entry_back->time == std::optional(clock("18:05")));

    const json written_run = json::parse(
        R"({"id":"r","activity":"use","version":1,"started":[1795280700000,60],"touched":[1795280800000,120],"step":"what","replaces":"e",
        "answers":{"amount":{"number":1.0},"voice":{"audio":3}},"device":"phone"})",
        nullptr, false);
    const auto run_back = run_from(written_run);
    REQUIRE(run_back);
    CHECK(to_json(*run_back) == written_run);

    const json written_settings = json::parse(
        R"({"started":true,"role":"other","language":"nl","country":"be","theme":"contrast","text_percent":150,"day_starts_at":5,
        "followed":[{"id":"own-1","substance":"other","name":"Kratom","colour":"green"},{"id":"alcohol","substance":"alcohol"}],"mirror":false,"lock":{"after":5}})",
        nullptr, false);
    CHECK(to_json(settings_from(written_settings)) == written_settings);
}

TEST_CASE("what is no entry or no run is not taken for one, and is kept aside") {
    Journal journal;
    const char* const wrong[] = {R"(7)",
                                 R"({})",
                                 R"({"id":"e"})",
                                 R"({"id":"e","activity":"use","written":[1,2]})",
                                 R"({"id":"e","activity":"use","day":"soon","written":[1,2]})",
                                 R"({"id":"e","activity":"use","day":"2026-11-21","written":[1]})",
                                 R"({"id":7,"activity":"use","day":"2026-11-21","written":[1,2]})",
                                 R"({"id":"e","activity":"use","day":"2026-11-21","written":[1,2],"replaces":9})"};
    int n = 0;
    for (const char* text : wrong) journal.apply({{"entry/" + std::to_string(n++), json::parse(text, nullptr, false)}});
    journal.apply({{"run/x", json{{"id", "x"}}}, {"run/y", json::array()}});
    CHECK(journal.entries.empty());
    CHECK(journal.runs.empty());
    CHECK(journal.unknown.size() == std::size(wrong) + 2);
}

TEST_CASE("settings that cannot be read fall back, one by one") {
    const Settings plain = settings_from(json::parse("[]", nullptr, false));
    CHECK_FALSE(plain.started);
    CHECK(plain.day_starts_at == 4);
    CHECK(plain.text_percent == 100);
    const Settings odd = settings_from(json::parse(
        R"({"started":1,"role":"king","language":5,"theme":"pink","text_percent":900,"day_starts_at":-3,"followed":[7,{"id":"a"},{"id":"b","substance":"alcohol","name":4}]})",
        nullptr, false));
    CHECK_FALSE(odd.started);
    CHECK(odd.role == Role::Self);
    CHECK(odd.language == "");
    CHECK(odd.theme == ThemeChoice::System);
    CHECK(odd.text_percent == 200);
    CHECK(odd.day_starts_at == 0);
    REQUIRE(odd.followed.size() == 1);
    CHECK(odd.followed[0] == Followed{"b", "alcohol", "", json::object()});
    CHECK(odd.find("b"));
    CHECK_FALSE(odd.find("a"));
}

TEST_CASE("what is taken along holds everything, also what this version does not know") {
    Journal journal;
    Run run;
    run.id = "r";
    run.activity = "day";
    journal.apply(
        {put(run), put(entry("one", "2026-11-19")), put(entry("two", "2026-11-19", "one")), {"photo/1", json{{"x", 1}}}});
    const json document = json::parse(journal_as_json(journal, at("2026-11-21 18:05")), nullptr, false);
    REQUIRE(document.is_object());
    CHECK(document["koers"] == "journal");
    CHECK(document["format"] == 1);
    CHECK(document["entries"].size() == 2);
    CHECK(document["entries"][1] == to_json(journal.entries.at("two")));
    CHECK(document["runs"].size() == 1);
    CHECK(document["other"]["photo/1"] == json{{"x", 1}});
    CHECK(document["settings"] == to_json(journal.settings));
    CHECK(document["exported"] == json::array({at("2026-11-21 18:05").ms, 60}));
    CHECK(export_file_name(day("2026-11-21")) == "koers-2026-11-21.json");
}

TEST_CASE("text that is no sound UTF-8 does not stop the journal from being taken along") {
    Journal journal;
    Entry broken = entry("e", "2026-11-19");
    broken.answers.emplace("note", TextAnswer{"half \xF0\x9F a character"});
    journal.apply({put(broken)});
    const json document = json::parse(journal_as_json(journal, at("2026-11-21 18:05")), nullptr, false);
    CHECK(document.is_object());
}
