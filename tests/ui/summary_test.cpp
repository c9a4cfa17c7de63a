// A summary: composed by the person, shown as it will be, kept as a page or sealed; and one that somebody else made, read in memory.
#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "app/frame.h"
#include "app/headless.h"
#include "tests/support/given.h"
#include "tests/support/page.h"

namespace koers::test {

namespace {

Entry check_entry(const char* id, const char* on, const std::vector<const char*>& answers) {
    static constexpr const char* items[] = {"how_often", "glasses", "six",    "stop",   "duty",
                                            "morning",   "guilt",   "memory", "injury", "concern"};
    Entry entry;
    entry.id = id;
    entry.activity = "check_alcohol";
    entry.day = day(on);
    entry.written = at(std::string(on) + " 12:00");
    for (size_t i = 0; i < answers.size(); ++i) entry.answers.emplace(items[i], pick(answers[i]));
    return entry;
}

// A part of the plan, written on 2 November.
Entry part(const char* activity, Answers answers) {
    Entry entry;
    entry.id = entry.activity = activity;
    entry.day = day("2026-11-02");
    entry.written = at("2026-11-02 12:00");
    entry.answers = std::move(answers);
    return entry;
}

FakeStore lived() {
    const Entry reasons = part("plan_reasons", {{"reasons", ManyAnswer{{"Mijn dochter leren fietsen"}}}});
    return kept(
        {"alcohol"},
        {put(goal_entry("goal", "2026-11-01", "alcohol", "less")), put(use_entry("u1", "2026-11-16", "alcohol", 2, "glass")),
         put(use_entry("u2", "2026-11-17", "alcohol", 0, "glass")), put(use_entry("u3", "2026-08-12", "alcohol", 9, "glass")),
         put(urge_entry("t1", "2026-11-18", 7, "alcohol")), put(urge_entry("t2", "2026-11-19", 4, "alcohol")),
         put(check_entry("c1", "2026-11-15",
                         {"few_weekly", "three_four", "monthly", "never", "never", "never", "never", "never", "no", "no"})),
         put(check_entry(
             "c0", "2026-02-15",
             {"most_days", "ten_up", "weekly", "monthly", "monthly", "never", "monthly", "never", "no", "past_year"})),
         put(reasons)});
}

Page& open_summary(Page& page) { return page.press("Meer").press("Laat zien hoe het gaat"); }

}  // namespace

TEST_CASE("a summary holds goal, weeks, urges, checks with bands and sources, and the plan") {
    Page page({}, lived());
    open_summary(page);
    CHECK(page.heading() == "Samenvatting");
    for (const char* words :
         {"Mijn doel: Alcohol", "16 nov – 21 nov: 2 glazen", "2 keer genoteerd", "gemiddeld 5,5, hoogste 7 (0-10)", "15 nov 2026",
          "6 van 40", "Mijn dochter leren fietsen", "Babor"})
        CHECK_MESSAGE(page.sees(words), std::string(words), "\n", page.everything());
    CHECK_FALSE(page.sees("9 glazen"));     // of August
    CHECK_FALSE(page.sees("15 feb 2026"));  // of February
    page.choose("Welke periode", "Alles");
    CHECK(page.sees("10 aug – 16 aug: 9 glazen"));
    CHECK(page.sees("15 feb 2026"));
    CHECK(page.store.writes == 0);
}

TEST_CASE("what is left out of a summary is out of what is kept, and own words stand on top") {
    Page page({}, lived());
    open_summary(page);
    page.choose("Wat komt erin", "Trek").choose("Wat komt erin", "Mijn plan");
    page.type("In mijn eigen woorden", "Dit wil ik **eerst** vertellen.");
    CHECK(page.sees("Dit wil ik **eerst** vertellen."));
    page.press("Bewaar als pagina");
    const auto [name, html] = page.last_download();
    CHECK(name == "koers-2026-11-21.html");
    CHECK(html.find("Dit wil ik **eerst** vertellen.") != std::string::npos);
    CHECK(html.find("16 nov – 21 nov: 2 glazen") != std::string::npos);
    CHECK(html.find("keer genoteerd") == std::string::npos);
    CHECK(html.find("fietsen") == std::string::npos);
    CHECK(page.store.writes == 0);  // nothing of it is stored
    // What is kept is what was seen: every text of the sheet, and in its order.
    size_t from = 0;
    for (const Node& node : page.nodes()) {
        if (node.id.rfind("paper.", 0) != 0 || node.name.empty() || node.role == NodeRole::Region) continue;
        std::string words;
        for (const char c : node.name) words += c == '&' ? "&amp;" : c == '"' ? "&quot;" : std::string(1, c);
        const size_t found = html.find(words, from);
        CHECK_MESSAGE(found != std::string::npos, node.id << ": " << node.name);
        if (found != std::string::npos) from = found;
    }
}

TEST_CASE("own words from exercises come in only when they are asked for") {
    FakeStore store = lived();
    Entry entry;
    entry.id = "strengths";
    entry.activity = "strengths";
    entry.day = day("2026-11-20");
    entry.written = at("2026-11-20 12:00");
    entry.answers.emplace("story", TextAnswer{"Dit is van mij alleen"});
    store.written_elsewhere({put(entry)});
    Page page({}, store);
    open_summary(page);
    CHECK_FALSE(page.sees("Dit is van mij alleen"));
    page.choose("Wat komt erin", "Welke oefeningen ik deed");
    CHECK(page.sees("20 nov 2026: " + page.words("activity.strengths.title")));
    CHECK_FALSE(page.sees("Dit is van mij alleen"));
    page.choose("Wat komt erin", "Wat ik schreef in oefeningen");
    CHECK(page.sees("Dit is van mij alleen"));
}

TEST_CASE("a summary is sealed only with a phrase that is long enough, and what is sealed is what was seen") {
    Page page({}, lived());
    open_summary(page).press("Verzegel met een wachtzin");
    CHECK(page.node(NodeRole::Button, "Maak het bestand").off);
    page.type("Wachtzin", "kort");
    CHECK(page.node(NodeRole::Button, "Maak het bestand").off);
    page.press("Stel woorden voor");
    CHECK(headless().phrases_asked == 1);
    page.message("\"t\":\"phrase\",\"text\":\"vodu kemi rasa boti\"");
    CHECK(page.value("Wachtzin") == "vodu kemi rasa boti");
    page.press("Maak het bestand");
    REQUIRE(headless().sealed.size() == 1);
    CHECK(headless().sealed[0].name == "koers-2026-11-21.koers");
    CHECK(headless().sealed[0].phrase == "vodu kemi rasa boti");
    const SummaryRead read = read_summary(headless().sealed[0].text);
    REQUIRE(read.problem == SummaryProblem::None);
    CHECK(std::any_of(read.summary.blocks.begin(), read.summary.blocks.end(),
                      [](const PaperBlock& one) { return one.title == "Mijn doel: Alcohol"; }));
    page.message("\"t\":\"sealed\",\"yes\":true");
    CHECK(page.notice() == "Het verzegelde bestand is klaar. Het staat bij je downloads.");
    page.message("\"t\":\"sealed\",\"yes\":false");
    CHECK(page.notice() == "Verzegelen lukte niet. Er is niets bewaard.");
    CHECK(page.store.writes == 0);
}

TEST_CASE("a summary of nothing says so, and can still be made longer") {
    Page page({}, kept({"alcohol"}));
    open_summary(page);
    CHECK(page.sees("In deze periode staat hier nog niets."));
}

TEST_CASE("checks leave as FHIR only when there are some with codes") {
    Page without({}, kept({"alcohol"}));
    open_summary(without);
    CHECK_FALSE(without.has(NodeRole::Button, "Bewaar als FHIR"));
    Page page({}, lived());
    open_summary(page).choose("Welke periode", "Alles").press("Bewaar als FHIR");
    const auto [name, text] = page.last_download();
    CHECK(name == "koers-2026-11-21.fhir.json");
    const json bundle = json::parse(text);
    CHECK(bundle["resourceType"] == "Bundle");
    REQUIRE(bundle["entry"].size() == 4);  // two checks, each with its answers and its score
    const json& response = bundle["entry"][2]["resource"];
    CHECK(response["resourceType"] == "QuestionnaireResponse");
    CHECK(response["item"].size() == 10);
    CHECK(response["item"][0]["linkId"] == "/68518-0");
    const json& observation = bundle["entry"][3]["resource"];
    CHECK(observation["code"]["coding"][0]["code"] == "75624-7");
    CHECK(observation["valueQuantity"]["value"] == 6);
    CHECK(observation["derivedFrom"][0]["reference"] == bundle["entry"][2]["fullUrl"]);
    CHECK(observation["effectiveDateTime"] == "2026-11-15T12:00:00+01:00");
    CHECK_FALSE(text.find("subject") != std::string::npos);
    CHECK(text.find("LOINC") != std::string::npos);
    CHECK(text.find("\"c1\"") == std::string::npos);  // nothing of the journal's own ids
    // What is left out of the summary is left out here.
    page.choose("Welke periode", "De laatste 4 weken").press("Bewaar als FHIR");
    CHECK(json::parse(page.last_download().second)["entry"].size() == 2);
    page.choose("Wat komt erin", "Zelfchecks");
    CHECK_FALSE(page.has(NodeRole::Button, "Bewaar als FHIR"));
}

TEST_CASE("a check that was mended later is of its own day, and says that it was mended") {
    FakeStore store = lived();
    Entry mended = *store.journal().find("c1");
    mended.id = "c2";
    mended.replaces = "c1";
    mended.written = at("2026-11-20 09:00");
    store.written_elsewhere({put(mended)});
    Page page({}, store);
    open_summary(page).press("Bewaar als FHIR");
    const json bundle = json::parse(page.last_download().second);
    CHECK(bundle["entry"][1]["resource"]["effectiveDateTime"] == "2026-11-15");
    CHECK(bundle["entry"][1]["resource"]["status"] == "amended");
    CHECK(bundle["entry"][0]["resource"]["status"] == "amended");
}

TEST_CASE("a week says which days were counted, what was in another measure, and weeks with nothing in them") {
    Page page({}, kept({"tobacco"}, {put(use_entry("a", "2026-11-18", "tobacco", 20, "gram_tobacco")),
                                     put(use_entry("b", "2026-11-02", "tobacco", 5, "cigarette")),
                                     put(use_entry("c", "2026-11-03", "tobacco", 5, "cigarette")),
                                     put(use_entry("d", "2026-10-28", "tobacco", 0, "cigarette"))}));
    open_summary(page);
    for (const char* words :
         {"16 nov – 21 nov: 1 keer in een andere maat · 5 dagen niet ingevuld", "9 nov – 15 nov: niets ingevuld",
          "2 nov – 8 nov: 10 sigaretten · 5 dagen niet ingevuld", "28 okt – 1 nov: 0 sigaretten · 1 dag zonder"})
        CHECK_MESSAGE(page.sees(words), std::string(words), "\n", page.everything());
    CHECK_FALSE(page.sees("16 nov – 21 nov: 0"));
}

TEST_CASE("with years of weeks the summary says how many it leaves out") {
    Changes use;
    for (int week = 0; week < 40; ++week)
        use.push_back(put(use_entry("w" + std::to_string(week), to_text(day("2026-11-20") - 7 * week), "alcohol", 2, "glass")));
    Page page({}, kept({"alcohol"}, use));
    open_summary(page).choose("Welke periode", "Alles");
    CHECK(page.sees("Er zijn nog 14 oudere weken."));
}

TEST_CASE("numbers of people in the plan are not in a summary; who they are is") {
    const Entry people =
        part("plan_people", {{"people", RowsAnswer{{{{"name", "Els"}, {"role", "listens"}, {"phone", "0470 11 22 33"}}}}}});
    Page page({}, kept({"alcohol"}, {put(people)}));
    open_summary(page);
    CHECK(page.sees("Els"));
    CHECK_FALSE(page.sees("0470"));
}

TEST_CASE("that there is a plan for thoughts of death stands in a summary only when it is asked for, and without numbers") {
    const Entry safety = part("plan_safety", {{"signs", ManyAnswer{{"Ik lig in bed"}}},
                                              {"myself", ManyAnswer{{"Ademen"}}},
                                              {"ask", ManyAnswer{{"Els, 0400 00 00 00"}}}});
    FakeStore store = lived();
    store.written_elsewhere({put(safety)});
    Page page({}, store);
    open_summary(page);
    for (const char* words : {"Ik lig in bed", "Ademen", "0400"}) CHECK_FALSE(page.sees(words));
    page.choose(page.words("app.summary.parts"), page.words("app.summary.part.safety"));
    for (const char* words : {"Ik lig in bed", "Ademen"}) CHECK_MESSAGE(page.sees(words), words);
    CHECK_FALSE(page.sees("0400"));
}

TEST_CASE("a day that was told about twice is one day, as it was last; weeks of another year say which") {
    const auto mood = [](const char* id, const char* on, int value) {
        Entry entry = urge_entry(id, on, 1);
        entry.activity = "day";
        entry.answers = {{"mood", number(value)}};
        return put(entry);
    };
    Page page({}, kept({"alcohol"}, {mood("a", "2026-11-18", 2), mood("b", "2026-11-18", 8), mood("c", "2026-11-19", 6),
                                     put(use_entry("u", "2025-11-17", "alcohol", 3, "glass")),
                                     put(use_entry("v", "2026-11-18", "alcohol", 2, "glass"))}));
    open_summary(page);
    CHECK_MESSAGE(page.sees("gemiddeld 7 van 10 (2 dagen)"), page.everything());
    page.choose(page.words("app.summary.period"), page.words("app.summary.period.0"));
    CHECK_MESSAGE(page.sees("17 nov 2025 – 23 nov 2025: 3 glazen"), page.everything());
    CHECK(page.sees("16 nov – 21 nov: 2 glazen"));
}

TEST_CASE("a day that was put right is not when the diary began") {
    Entry wrong = use_entry("a", "2026-11-01", "alcohol", 1, "glass");
    Entry right = use_entry("b", "2026-11-20", "alcohol", 1, "glass");
    right.replaces = "a";
    Page page({}, kept({"alcohol"}, {put(wrong), put(right)}));
    open_summary(page);
    CHECK_FALSE(page.sees("niets ingevuld"));
}

TEST_CASE("what nobody could open is not sealed: that is said instead") {
    Changes many;
    for (int i = 0; i < 120; ++i) {
        Entry entry;
        entry.id = "e" + std::to_string(i);
        entry.activity = "strengths";
        entry.day = day("2026-11-20");
        entry.written = at("2026-11-20 12:00");
        entry.answers.emplace("story", TextAnswer{std::string(9900, 'a')});
        many.push_back(put(entry));
    }
    Page page({}, kept({"alcohol"}, many));
    open_summary(page).choose("Wat komt erin", "Wat ik schreef in oefeningen").press("Verzegel met een wachtzin");
    page.type("Wachtzin", "vodu kemi rasa boti").press("Maak het bestand");
    CHECK(headless().sealed.empty());
    CHECK(page.notice() == page.words("app.summary.too_long"));
    // Half of it, in one paragraph each, can be opened.
    for (int i = 0; i < 60; ++i) many.pop_back();
    Page half({}, kept({"alcohol"}, many));
    open_summary(half).choose("Wat komt erin", "Wat ik schreef in oefeningen").press("Verzegel met een wachtzin");
    half.type("Wachtzin", "vodu kemi rasa boti").press("Maak het bestand");
    REQUIRE(headless().sealed.size() == 1);
    CHECK(read_summary(headless().sealed[0].text).problem == SummaryProblem::None);
}

TEST_CASE("what was written for a summary stays with its journal, and its phrase with its screen") {
    Page page({}, lived());
    open_summary(page).type("In mijn eigen woorden", "Voor dinsdag").press("Verzegel met een wachtzin");
    page.type("Wachtzin", "vodu kemi rasa boti");
    page.back();
    CHECK(app().model.summary.phrase.empty());
    page.press("Laat zien hoe het gaat");
    CHECK(page.has(NodeRole::Button, "Verzegel met een wachtzin"));
    CHECK(page.value("In mijn eigen woorden") == "Voor dinsdag");
    page.press("Meer").press("Voor hulpverleners").press(page.words("demo.person.gambling"));
    open_summary(page);
    CHECK(page.value("In mijn eigen woorden").empty());
    page.type("In mijn eigen woorden", "Van het voorbeeld").press("Vandaag").press("Stop het voorbeeld");
    open_summary(page);
    CHECK(page.value("In mijn eigen woorden").empty());
}

TEST_CASE("a sealed summary is read in memory: nothing is stored, and it is gone when its screen is left") {
    Summary summary{"nl",
                    "Samenvatting",
                    "21 nov 2026",
                    "De laatste 4 weken",
                    "Voor dinsdag",
                    {{"x", "Mijn doel", {{"", {"Minder"}}}, false, ""}},
                    ""};
    Page page({}, kept({"alcohol"}));
    const int writes = page.store.writes;
    page.press("Meer").press("Voor hulpverleners").press(page.words("app.pro.read.title")).press("Kies het bestand");
    CHECK(headless().sealed_asked == 1);
    page.message("\"t\":\"chosen\",\"state\":\"foreign\"");
    CHECK(page.sees("Dit is geen samenvatting van Koers."));
    page.message("\"t\":\"chosen\",\"state\":\"newer\"");
    CHECK(page.sees("gemaakt met een nieuwere Koers"));
    page.message("\"t\":\"chosen\",\"state\":\"sealed\"");
    page.type("Wachtzin", "niet de goede").press("Open");
    CHECK(headless().phrases.back() == "niet de goede");
    page.message("\"t\":\"unsealed\",\"serial\":1,\"yes\":false");
    CHECK(page.sees("De wachtzin klopt niet, of het bestand is beschadigd."));
    CHECK(page.value("Wachtzin") == "niet de goede");  // to be mended, not typed again
    page.type("Wachtzin", "de goede").enter("Wachtzin");
    CHECK(headless().phrases.back() == "de goede");
    json message{{"t", "unsealed"}, {"serial", 2}, {"yes", true}, {"text", summary_text(summary)}};
    const std::string body = message.dump();
    page.message(body.substr(1, body.size() - 2));
    for (const char* words : {"Voor dinsdag", "Mijn doel", "Minder", "Koers bewaart er niets van."}) CHECK(page.sees(words));
    CHECK(headless().sealed_forgotten == 1);
    CHECK(app().model.read.phrase.empty());
    page.press("Hulp nu");
    page.back();
    CHECK(page.sees("Voor dinsdag"));
    page.back();
    CHECK_FALSE(page.sees("Voor dinsdag"));
    CHECK(app().model.read.summary.blocks.empty());
    CHECK(page.store.writes == writes);
    // Something else than a summary behind the right phrase.
    page.press(page.words("app.pro.read.title")).press("Kies het bestand").message("\"t\":\"chosen\",\"state\":\"sealed\"");
    page.type("Wachtzin", "de goede").press("Open").message("\"t\":\"unsealed\",\"serial\":3,\"yes\":true,\"text\":\"{}\"");
    CHECK(page.sees("Dit is geen samenvatting van Koers."));
}

namespace {

Page& asked_for_phrase(Page& page) {
    page.press("Meer").press("Voor hulpverleners").press(page.words("app.pro.read.title")).press("Kies het bestand");
    return page.message("\"t\":\"chosen\",\"state\":\"sealed\"");
}
std::string unsealed(int serial) {
    const Summary summary{"nl", "Samenvatting", "21 nov 2026", "Alles", "Voor dinsdag", {}, ""};
    json message{{"t", "unsealed"}, {"serial", serial}, {"yes", true}, {"text", summary_text(summary)}};
    const std::string body = message.dump();
    return body.substr(1, body.size() - 2);
}

}  // namespace

TEST_CASE("an answer about another file is no answer, and a file that nobody waits for is forgotten") {
    Page page({}, kept({"alcohol"}));
    asked_for_phrase(page).type("Wachtzin", "de eerste").press("Open");
    CHECK(headless().phrase_serial == 1);
    page.message("\"t\":\"chosen\",\"state\":\"sealed\"");
    page.type("Wachtzin", "de tweede").press("Open");
    page.message(unsealed(1));
    CHECK_FALSE(page.sees("Voor dinsdag"));
    page.message(unsealed(2));
    CHECK(page.sees("Voor dinsdag"));
    page.back();
    const int forgotten = headless().sealed_forgotten;
    page.message("\"t\":\"chosen\",\"state\":\"sealed\"");
    CHECK(app().model.read.state == ReadingState::Nothing);
    CHECK(headless().sealed_forgotten == forgotten + 1);
}

TEST_CASE("what was read is gone however its screen is left") {
    for (const char* way : {"back", "demo", "erased", "place"}) {
        CAPTURE(way);
        Page page({}, kept({"alcohol"}));
        if (way == std::string("demo")) page.press("Meer").press("Voor hulpverleners").press(page.words("demo.person.gambling"));
        asked_for_phrase(page).type("Wachtzin", "de goede").press("Open").message(unsealed(1));
        REQUIRE(page.sees("Voor dinsdag"));
        if (way == std::string("demo")) page.press("Stop het voorbeeld");
        if (way == std::string("place")) page.press("Vandaag");
        if (way == std::string("erased")) page.message("\"t\":\"erased\"");
        if (way == std::string("back")) page.back();
        CHECK(app().model.read.state == ReadingState::Nothing);
        CHECK(app().model.read.summary.words.empty());
    }
}

TEST_CASE("a wrong phrase is said to who hears the screen, and the button that was pressed is still there") {
    Page page({}, kept({"alcohol"}));
    asked_for_phrase(page).type("Wachtzin", "niet de goede").press("Open");
    CHECK_FALSE(page.node(NodeRole::Button, "Even geduld").off);
    page.message("\"t\":\"unsealed\",\"serial\":1,\"yes\":false");
    CHECK(page.last_sync().find(page.words("app.read.closed")) != std::string::npos);
    CHECK(page.last_sync().find("\"say\":[\"" + page.words("app.read.closed")) != std::string::npos);
}

}  // namespace koers::test
