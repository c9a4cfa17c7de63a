#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "core/content/parse.h"
#include "tests/support/small_content.h"

using namespace koers;
using namespace koers::test;

namespace {

// The content of the tests with one piece of one file replaced. The piece must stand there, so that a mistake is really made.
ContentFiles with(const std::string& file, const std::string& from, const std::string& to) {
    ContentFiles files = library_content();
    std::string& text = files[file];
    const size_t where = text.find(from);
    INFO(file << " holds " << from);
    REQUIRE(where != std::string::npos);
    text.replace(where, from.size(), to);
    return files;
}

std::string said(const std::vector<ContentError>& errors) {
    std::string all;
    for (const ContentError& error : errors) all += error.file + ": " + error.path + ": " + error.message + "\n";
    return all;
}

struct Mistake {
    const char* what;
    const char* file;
    const char* from;
    const char* to;
    const char* path;     // where the error says it is
    const char* message;  // part of what it says
};

void each_is_found(const std::vector<Mistake>& mistakes) {
    for (const Mistake& mistake : mistakes) {
        CAPTURE(mistake.what);
        const CatalogResult result = load_sources(with(mistake.file, mistake.from, mistake.to), "nl");
        const std::string found = said(result.errors);
        CAPTURE(found);
        CHECK_FALSE(result.catalog);
        bool named = false;
        for (const ContentError& error : result.errors)
            named = named || (error.file == mistake.file && error.path == mistake.path &&
                              error.message.find(mistake.message) != std::string::npos);
        CHECK(named);
    }
}

const char* const use = "activities/use.json";
const char* const goal = "activities/goal.json";
const char* const every = "activities/every.json";
const char* const many = "activities/many.json";
const char* const calm = "activities/calm.json";
const char* const units = "substances/units.json";
const char* const substances = "substances/substances.json";
const char* const contacts = "contacts/be.json";

}  // namespace

TEST_CASE("the small content of the tests loads in both languages") {
    for (const char* language : {"nl", "en"}) {
        const CatalogResult result = load_sources(small_content(), language);
        CHECK(said(result.errors) == "");
        REQUIRE(result.catalog);
        CHECK(result.catalog->texts.get("activity.use.title") == "activity.use.title (" + std::string(language) + ")");
        CHECK(result.catalog->activities.size() == 5);
        CHECK(result.catalog->substances.size() == 4);
        REQUIRE(result.catalog->unit("beer33"));
        CHECK(result.catalog->unit("beer33")->factor == doctest::Approx(1.30185));
        CHECK(result.catalog->contacts("be"));
        CHECK_FALSE(result.catalog->contacts("nl"));
        CHECK_FALSE(result.catalog->activity("nothing"));
    }
}

TEST_CASE("what points elsewhere has to lead somewhere: rules, steps of another activity, facts, items on paper") {
    const char* const plan = "activities/plan_own.json";
    each_is_found({
        {"a rule that is not there", goal, "\"show_if\": {\"item\": \"aim\", \"op\": \"is\", \"value\": \"stop\"}",
         "\"show_if\": {\"rule\": \"may\"}", "rules", "no rule \"goal.may\""},
        {"a step of nobody", use,
         "{\"id\": \"more\", \"items\": [{\"id\": \"note\", \"format\": {\"kind\": \"long_text\", \"max\": 200}}]}",
         "{\"like\": \"goal.nothing\"}", "steps", "no step \"goal.nothing\""},
        {"a step with an item that is there already", use,
         "{\"id\": \"more\", \"items\": [{\"id\": \"note\", \"format\": {\"kind\": \"long_text\", \"max\": 200}}]}",
         "{\"like\": \"goal.what\"}", "steps", "\"substance\" of goal.what"},
        {"a fact of no check", goal, "{\"item\": \"aim\", \"op\": \"is\", \"value\": \"stop\"}",
         "{\"item\": \"@calm.nothing\", \"op\": \"at_least\", \"value\": 3}", "steps.how.since.show_if", "no check"},
        {"a fact that is no number", goal, "{\"item\": \"aim\", \"op\": \"is\", \"value\": \"stop\"}",
         "{\"item\": \"@calm.total\", \"op\": \"is\", \"value\": \"stop\"}", "steps.how.since.show_if", "a number"},
        {"a substance that is not there", goal, "{\"item\": \"aim\", \"op\": \"is\", \"value\": \"stop\"}",
         "{\"item\": \"@days.tea.3\", \"op\": \"at_least\", \"value\": 3}", "steps.how.since.show_if", "no substance"},
        {"an item that is not asked", plan, "\"version\": 1",
         "\"version\": 1, \"paper\": [{\"on\": \"card\", \"item\": \"nothing\"}]", "paper", "no question"},
        {"a column that is not there", plan, "\"version\": 1",
         "\"version\": 1, \"paper\": [{\"on\": \"card\", \"item\": \"people\", \"with\": \"fax\"}]", "paper", "no column"},
        {"a paper that is not there", plan, "\"version\": 1",
         "\"version\": 1, \"paper\": [{\"on\": \"wall\", \"item\": \"people\"}]", "paper[0].on", "one of"},
    });
}

TEST_CASE("a rule may use others, also of another activity, and not itself") {
    std::vector<ContentError> errors;
    std::map<std::string, nlohmann::json> documents{
        {"activities/a.json",
         nlohmann::json::parse(R"({"rules": {"heavy": {"item": "x"}, "risk": {"any": [{"rule": "heavy"}]}}})")},
        {"activities/b.json", nlohmann::json::parse(R"({"steps": [{"show_if": {"all": [{"rule": "a.risk"}]}}]})")}};
    put_rules(documents, errors);
    CHECK(errors.empty());
    CHECK(documents["activities/b.json"]["steps"][0]["show_if"].dump() == R"({"all":[{"any":[{"item":"x"}]}]})");
    documents["activities/a.json"]["rules"]["heavy"] = nlohmann::json::parse(R"({"any": [{"rule": "risk"}]})");
    documents["activities/b.json"] = nlohmann::json::parse(R"({"steps": [{"show_if": {"rule": "a.risk"}}]})");
    put_rules(documents, errors);
    REQUIRE(errors.size() == 1);
    CHECK(errors.front().message.find("circle") != std::string::npos);
}

TEST_CASE("a file of one kind of mistake: unknown keys are named where they stand") {
    each_is_found({
        {"in an activity", use, "\"minutes\": 1", "\"minutes\": 1, \"colour\": \"red\"", "colour", "unknown key"},
        {"in a step", use, "\"id\": \"what\", ", "\"id\": \"what\", \"hint\": \"x\", ", "steps[0].hint", "unknown key"},
        {"in an item", use, "\"prefill\": \"last\"", "\"prefill\": \"last\", \"prefil\": 1", "steps[0].items[0].prefil",
         "unknown key"},
        {"in a format", use, "\"max\": 10}", "\"max\": 10, \"min\": 1}", "steps[2].items[1].format.min", "unknown key"},
        {"in a choice", use, "{\"id\": \"friends\"}", "{\"id\": \"friends\", \"label\": \"x\"}",
         "steps[2].items[0].format.choices[1].label", "unknown key"},
        {"in a condition", use, "\"value\": 0.01}", "\"value\": 0.01, \"not\": true}", "steps[1].items[1].show_if.not",
         "unknown key"},
        {"in an example", use, "\"asked\": [\"substance\", \"amount\", \"when\", \"note\"]",
         "\"asked\": [\"substance\", \"amount\", \"when\", \"note\"], \"score\": 1", "examples[1].score", "unknown key"},
        {"in a unit", units, "\"max\": 200}", "\"max\": 200, \"maximum\": 3}", "units[4].maximum", "unknown key"},
        {"in a substance", substances, "\"icon\": \"coins\"", "\"icon\": \"coins\", \"name\": \"x\"", "substances[2].name",
         "unknown key"},
        {"in a contact", contacts, "\"tel\": \"112\"", "\"tel\": \"112\", \"phone\": \"113\"", "contacts[0].phone",
         "unknown key"},
        {"in a list of contacts", contacts, "\"country\": \"be\"", "\"country\": \"be\", \"land\": \"x\"", "land", "unknown key"},
        {"beside op and all", goal, "{\"all\": [", "{\"op\": \"is\", \"all\": [", "steps[1].items[0].show_if.op", "unknown key"},
    });
}

TEST_CASE("a value of the wrong type is named where it stands") {
    each_is_found({
        {"a text for a number", use, "\"version\": 3", "\"version\": \"3\"", "version", "should be a number"},
        {"a fraction for a whole number", use, "\"version\": 3", "\"version\": 3.5", "version", "whole number"},
        {"a number for a text", use, "\"icon\": \"glass-water\"", "\"icon\": 7", "icon", "should be a text"},
        {"an empty text", use, "\"icon\": \"glass-water\"", "\"icon\": \"\"", "icon", "should be a text that is not empty"},
        {"a text for a flag", use, "\"required\": true, \"prefill\"", "\"required\": \"yes\", \"prefill\"",
         "steps[0].items[0].required", "true or false"},
        {"an object for a list", use, "\"items\": [{\"id\": \"note\", \"format\": {\"kind\": \"long_text\", \"max\": 200}}]",
         "\"items\": {}", "steps[3].items", "should be a list"},
        {"a list for an object", use, "\"format\": {\"kind\": \"day\"}", "\"format\": []", "steps[1].items[0].format",
         "should be an object"},
        {"a number among units", use, "[\"ml\"]", "[5]", "steps[0].items[2].format.units[0]", "should be a text"},
        {"a text among steps", use, "\"steps\": [", "\"steps\": [\"one\", ", "steps[0]", "should be an object"},
        {"a word that is none of them", use, "\"kind\": \"diary\"", "\"kind\": \"quiz\"", "kind", "is none of"},
        {"a kind of answer that is none of them", use, "\"kind\": \"time\"", "\"kind\": \"clock\"",
         "steps[1].items[1].format.kind", "is none of"},
        {"an operator that is none of them", use, "\"op\": \"unit_is\"", "\"op\": \"unit\"", "steps[0].items[2].show_if.op",
         "is none of"},
        {"a text to compare a number with", use, "\"op\": \"at_least\", \"value\": 0.01",
         "\"op\": \"at_least\", \"value\": \"1\"", "steps[1].items[1].show_if.value", "should be a number"},
        {"a text that is no text", "texts/nl/all.json", "\"activity.use.title (nl)\"", "7", "activity.use.title",
         "should be a text"},
        {"a text that is empty", "texts/nl/all.json", "\"activity.use.title (nl)\"", "\"\"", "activity.use.title",
         "should be a text"},
        {"a prefill that does not fit", use, "\"prefill\": \"today\"", "\"prefill\": \"now\"", "steps[1].items[0].prefill",
         "does not fit"},
        {"a note that must be answered", goal, "\"id\": \"safe_alcohol\", ", "\"id\": \"safe_alcohol\", \"required\": true, ",
         "steps[1].items[0].required", "it asks nothing"},
        {"a file that is a list", contacts, "{\"format\": 1, \"country\": \"be\", \"contacts\": [", "[{\"x\": [", "",
         "is not JSON"},
    });
}

TEST_CASE("what is missing is named") {
    each_is_found({
        {"an id", use, "\"id\": \"use\", ", "", "id", "is missing"},
        {"a version", use, "\"version\": 3, ", "", "version", "is missing"},
        {"a format number", use, "\"format\": 1, ", "", "format", "is missing"},
        {"a kind of answer", use, "{\"kind\": \"day\"}", "{}", "steps[1].items[0].format.kind", "is missing"},
        {"the question of a condition", use, "{\"item\": \"amount\", \"op\": \"unit_is\"", "{\"op\": \"unit_is\"",
         "steps[0].items[2].show_if.item", "is missing"},
        {"choices", goal, "\"choices\":", "\"choises\":", "steps[0].items[1].format.choices", "is missing"},
        {"the smallest number", use, "\"min\": 0, \"max\": 1000", "\"max\": 1000", "steps[0].items[1].format.min", "is missing"},
        {"examples", use, "\"examples\"", "\"exmples\"", "examples", "is missing"},
        {"what an example asks", use, "\"asked\": [\"substance\", \"amount\", \"when\", \"note\"]", "\"x\": 1",
         "examples[1].asked", "is missing"},
        {"a source", contacts, ", \"source\": \"example.be\"}", "}", "contacts[0].source", "is missing"},
        {"every way to reach a contact", contacts, "\"tel\": \"112\", ", "", "contacts[0]", "needs a tel or a site"},
        {"the units of a substance", substances, "[\"euro_lost\", \"hour\"]", "[]", "substances[2].units",
         "needs at least one unit"},
        {"a second choice", use, "[{\"id\": \"alone\", \"exclusive\": true}, {\"id\": \"friends\"}, {\"id\": \"family\"}]",
         "[{\"id\": \"alone\"}]", "steps[2].items[0].format.choices", "at least two"},
        {"the items of a step", goal, "[{\"id\": \"why\", \"format\": {\"kind\": \"long_text\", \"max\": 200}}]", "[]",
         "steps[3].items", "at least one item"},
        {"the parts of a condition", goal,
         "[{\"item\": \"substance\", \"op\": \"is\", \"value\": \"alcohol\"}, {\"item\": \"aim\", \"op\": \"in\", \"value\": "
         "[\"stop\", \"less\"]}]",
         "[]", "steps[1].items[0].show_if.all", "at least one condition"},
    });
}

TEST_CASE("an id that stands twice is named") {
    each_is_found({
        {"a step", use, "\"id\": \"when\", \"items\"", "\"id\": \"what\", \"items\"", "steps[1].id", "twice"},
        {"an item, also in another step", use, "\"id\": \"note\"", "\"id\": \"amount\"", "steps[3].items[0].id", "twice"},
        {"a choice", use, "{\"id\": \"family\"}", "{\"id\": \"friends\"}", "steps[2].items[0].format.choices[2].id", "twice"},
        {"a unit", units, "\"id\": \"wine10\"", "\"id\": \"glass\"", "units[2].id", "twice"},
        {"a substance", substances, "\"id\": \"tobacco\"", "\"id\": \"alcohol\"", "substances[1].id", "twice"},
        {"a contact", contacts, "\"id\": \"be_talk\"", "\"id\": \"be_112\"", "contacts[1].id", "twice"},
        {"an activity", every, "\"id\": \"every\"", "\"id\": \"use\"", "id", "name of the file"},
    });
    ContentFiles files = small_content();
    files["texts/nl/more.json"] = R"({"activity.use.title": "again"})";
    const CatalogResult result = load_sources(files, "nl");
    CHECK_FALSE(result.catalog);
    CHECK(said(result.errors) == "texts/nl/more.json: activity.use.title: this key has a text in another file too\n");
}

TEST_CASE("a reference that leads nowhere is named") {
    each_is_found({
        {"a condition about no item", use,
         "{\"item\": \"amount\", \"op\": \"at_least\", \"value\": 0.01}, \"format\": {\"kind\": \"time\"}",
         "{\"item\": \"amont\", \"op\": \"at_least\", \"value\": 0.01}, \"format\": {\"kind\": \"time\"}",
         "steps.when.clock.show_if", "no item \"amont\""},
        {"a condition of a step about no item", use, "\"id\": \"around\", \"show_if\": {\"item\": \"amount\"",
         "\"id\": \"around\", \"show_if\": {\"item\": \"x\"", "steps.around.show_if", "no item \"x\""},
        {"inside all", goal, "{\"item\": \"substance\", \"op\"", "{\"item\": \"drug\", \"op\"",
         "steps.safety.safe_alcohol.show_if", "no item \"drug\""},
        {"a condition on no choice", goal, "\"op\": \"is\", \"value\": \"less\"", "\"op\": \"is\", \"value\": \"fewer\"",
         "steps.how.per_day.show_if", "\"fewer\" is no choice of \"aim\""},
        {"a condition on no choice in a list", goal, "[\"stop\", \"less\"]", "[\"stop\", \"fewer\"]",
         "steps.safety.safe_alcohol.show_if", "\"fewer\" is no choice"},
        {"a condition on no substance", goal, "\"value\": \"alcohol\"", "\"value\": \"alcool\"",
         "steps.safety.safe_alcohol.show_if", "\"alcool\" is no choice"},
        {"a condition on no unit", use, "\"op\": \"unit_is\", \"value\": \"own_drink\"}, \"required\"",
         "\"op\": \"unit_is\", \"value\": \"own\"}, \"required\"", "steps.what.volume.show_if", "no unit \"own\""},
        {"a condition on one of several", every, "\"item\": \"pick\", \"op\": \"is\", \"value\": \"green\"",
         "\"item\": \"several\", \"op\": \"is\", \"value\": \"green\"", "steps.two.if_green.show_if",
         "\"green\" is no choice of \"several\""},
        {"a word compared with a number", every, "\"item\": \"pick\", \"op\": \"is\", \"value\": \"green\"",
         "\"item\": \"ruler\", \"op\": \"is\", \"value\": \"green\"", "steps.two.if_green.show_if", "has no choices"},
        {"units from no item", use, "\"units_from\": \"substance\"", "\"units_from\": \"drug\"", "steps.what.amount.units_from",
         "is no choice item"},
        {"units from an item without choices", use, "\"units_from\": \"substance\"", "\"units_from\": \"note\"",
         "steps.what.amount.units_from", "is no choice item"},
        {"a day that is no item", use, "\"day\": \"when\"", "\"day\": \"date\"", "day", "is no day item"},
        {"a day that is a time", use, "\"day\": \"when\"", "\"day\": \"clock\"", "day", "is no day item"},
        {"a time that is a day", use, "\"time\": \"clock\"", "\"time\": \"when\"", "time", "is no time item"},
        {"a number in no unit", use, "[\"percent\"]", "[\"permille\"]", "steps.what.strength.units", "no unit \"permille\""},
        {"a substance in no unit", substances, "\"euro_lost\"", "\"euros\"", "gambling.units", "no unit \"euros\""},
        {"a unit that counts as none", units, "{\"id\": \"beer33\", \"counts_as\": \"glass\"",
         "{\"id\": \"beer33\", \"counts_as\": \"glas\"", "beer33.counts_as", "no unit \"glas\""},
        {"a drink of one's own without its question", units, "\"ml_item\": \"volume\"", "\"ml_item\": \"volumes\"",
         "own_drink.ml_item", "no number item"},
        {"a drink of one's own whose question is a text", units, "\"abv_item\": \"strength\"", "\"abv_item\": \"note\"",
         "own_drink.abv_item", "no number item"},
    });
}

TEST_CASE("what an exercise leads to, takes from and hands on is there") {
    each_is_found({
        {"an order of no item", many, "\"from\": \"cards\"", "\"from\": \"card\"", "steps.cards.order.from",
         "\"card\" is no choices"},
        {"an order of a number", many, "\"from\": \"cards\"", "\"from\": \"side\"", "steps.cards.order.from",
         "\"side\" is no choices"},
        {"a pile that is none", many, "\"pile\": \"very\"", "\"pile\": \"some\"", "steps.cards.order.pile",
         "\"some\" is no pile"},
        {"links with nothing", many, "\"left\": [\"lines\"]", "\"left\": [\"words\"]", "steps.cards.link.left",
         "\"words\" is no choices"},
        {"a review of nothing", many, "\"items\": [\"cards\", \"order\"", "\"items\": [\"card\", \"order\"", "steps.back.own",
         "no item \"card\""},
        {"a note that opens nothing", many, "\"opens\": \"calm\"", "\"opens\": \"quiet\"", "steps.time.note.opens",
         "no exercise or check"},
        {"a note that opens the diary", many, "\"opens\": \"calm\"", "\"opens\": \"day\"", "steps.time.note.opens",
         "no exercise or check"},
        {"words that go nowhere", many, "\"to\": \"plan_own\", \"item\": \"words\"", "\"to\": \"plan\", \"item\": \"words\"",
         "carries.plan", "in a plan activity"},
        {"words that go into the diary", many, "\"to\": \"plan_own\", \"item\": \"words\"", "\"to\": \"day\", \"item\": \"gave\"",
         "carries.day", "in a plan activity"},
        {"words that have no place", many, "\"to\": \"plan_own\", \"item\": \"words\"",
         "\"to\": \"plan_own\", \"item\": \"word\"", "carries.plan_own", "no item \"word\""},
        {"words of no question", many, "[\"order\", \"lines\", \"feel\"]", "[\"orders\"]", "carries.plan_own",
         "no item \"orders\""},
        {"rows as lines", many, "[\"order\", \"lines\", \"feel\"]", "[\"story\"]", "carries.plan_own", "does not fit"},
        {"withheld for no check", many, "\"check\": \"calm\"", "\"check\": \"storm\"", "withhold", "no score \"total\""},
        {"withheld for no score", many, "\"score\": \"total\"", "\"score\": \"sum\"", "withhold", "no score \"sum\""},
        {"a question newer than its activity", many, "\"since\": 2", "\"since\": 3", "steps.rows.people.since",
         "later than this version"},
        {"a spoke of nothing", calm, "[\"a\", \"b\", \"c\"], \"leads\"", "[\"a\", \"b\", \"d\"], \"leads\"", "radar",
         "\"d\" is no scale"},
        {"two spokes", calm, "[\"a\", \"b\", \"c\"], \"leads\"", "[\"a\", \"b\"], \"leads\"", "radar", "3 to 10 spokes"},
        {"a way to nothing", calm, "[\"many\"]", "[\"few\"]", "leads.a", "no exercise or check \"few\""},
        {"a way from nothing", calm, "{\"a\": [\"many\"]}", "{\"z\": [\"many\"]}", "leads", "no item \"z\""},
        {"for nobody", calm, "\"for\": \"self\"", "\"for\": \"them\"", "for", "is none of"},
    });
}

TEST_CASE("rows, cards and timers that cannot be are named") {
    each_is_found({
        {"a column twice", many, "{\"id\": \"how\", \"choices\"", "{\"id\": \"what\", \"choices\"",
         "steps[2].items[0].format.columns[1].id", "stands here twice"},
        {"a column called row", many, "{\"id\": \"how\", \"choices\"", "{\"id\": \"row\", \"choices\"",
         "steps[2].items[0].format.columns[1].id", "says which row"},
        {"one row only", many, "[{\"id\": \"morning\"}, {\"id\": \"evening\"}]", "[{\"id\": \"morning\"}]",
         "steps[2].items[0].format.rows", "at least two"},
        {"circles without a ring", many, "\"ring\": \"circle\"", "\"ring\": \"name\"", "steps[2].items[2].format.ring",
         "no column with choices"},
        {"a card called as a pile", many, "{\"id\": \"not\"}]", "{\"id\": \"sun\"}]", "steps[1].items[0].format.id",
         "stands here twice"},
        {"a timer that ends before it begins", many, "\"least\": 1", "\"least\": 6", "steps[3].items[0].format",
         "do not make a timer"},
        {"sides that are not as long", many, "\"min\": -3, \"max\": 3", "\"min\": -2, \"max\": 3", "steps[0].items[2].format",
         "both sides"},
        {"an example of too many", many, "\"feel\": [\"warm\"]", "\"feel\": [\"warm\", \"cold\", \"calm\"]",
         "examples[0].answers.feel", "too_many_choices"},
        {"an example on no pile", many, "\"moon\": \"not\"", "\"moon\": \"maybe\"", "examples[0].answers.cards",
         "unknown_choice"},
        {"an example of no row", many, "\"row\": \"morning\"", "\"row\": \"noon\"", "examples[0].answers.week", "unknown_choice"},
        {"an example too long for its cell", many, "\"what\": \"coffee\"", "\"what\": \"coffee and cake\"",
         "examples[0].answers.week", "too_long"},
        {"an example rated eleven", many, "[0, 7]", "[0, 11]", "examples[0].answers.wave", "wrong_kind"},
    });
}

TEST_CASE("figures that make no sense are named") {
    each_is_found({
        {"a scale upside down", every, "\"min\": 1, \"max\": 5", "\"min\": 5, \"max\": 1", "steps[0].items[2].format",
         "do not make a scale"},
        {"a scale whose steps do not end", every, "\"min\": 1, \"max\": 5", "\"min\": 1, \"max\": 5, \"step\": 3",
         "steps[0].items[2].format", "do not make a scale"},
        {"a number upside down", use, "\"min\": 10, \"max\": 3000", "\"min\": 3000, \"max\": 10", "steps[0].items[2].format",
         "out of range"},
        {"four decimals", use, "\"decimals\": 2", "\"decimals\": 4", "steps[0].items[1].format", "out of range"},
        {"units twice", use, "\"units_from\": \"substance\"", "\"units_from\": \"substance\", \"units\": [\"ml\"]",
         "steps[0].items[1].format", "units and units_from"},
        {"a text of no characters", use, "\"kind\": \"text\", \"max\": 10", "\"kind\": \"text\", \"max\": 0",
         "steps[2].items[1].format.max", "1 to 20000"},
        {"a list of no lines", every, "\"max_lines\": 2", "\"max_lines\": 0", "steps[0].items[7].format", "out of range"},
        {"a volume without a strength", units, "\"ml\": 330, \"abv\": 5", "\"ml\": 330", "units[1]", "belong together"},
        {"a volume item without a strength item", units, "\"ml_item\": \"volume\", \"abv_item\": \"strength\"",
         "\"ml_item\": \"volume\"", "units[3]", "belong together"},
        {"a factor of nothing", units, "\"factor\": 1", "\"factor\": 0", "units[0].factor", "more than 0"},
        {"a step of nothing", units, "\"step\": 0.1", "\"step\": 0", "units[5]", "out of range"},
        {"a group that is none", substances, "\"group\": \"gambling\"", "\"group\": \"games\"", "substances[2].group",
         "is no group"},
        {"a contact group that is none", contacts, "\"emergency\"", "\"urgent\"", "contacts[0].groups", "is no group"},
        {"a telephone that is a word", contacts, "\"tel\": \"112\"", "\"tel\": \"call us\"", "contacts[0].tel",
         "is no telephone number"},
        {"a day of checking that is none", contacts, "\"2026-11-21\"", "\"2026-11-31\"", "contacts[1].checked", "should be 2026"},
        {"a month of checking that is cut off", contacts, "\"2025-02\"", "\"2025-2\"", "contacts[0].checked", "should be 2026"},
    });
}

TEST_CASE("an example that is not so is named") {
    each_is_found({
        {"a number too large", use, "{\"value\": 2, \"unit\": \"beer33\"}", "{\"value\": 200, \"unit\": \"beer33\"}",
         "examples[0].answers.amount", "too_large"},
        {"a unit of something else", use, "{\"value\": 2, \"unit\": \"beer33\"}", "{\"value\": 2, \"unit\": \"cigarette\"}",
         "examples[0].answers.amount", "unknown_choice"},
        {"a text for a number", use, "{\"value\": 2, \"unit\": \"beer33\"}", "\"two\"", "examples[0].answers.amount",
         "wrong_kind"},
        {"a substance that is none", use, "\"substance\": \"alcohol\", \"amount\": {\"value\": 0",
         "\"substance\": \"beer\", \"amount\": {\"value\": 0", "examples[1].answers.substance", "unknown_choice"},
        {"an item that is none", use, "{\"answers\": {\"substance\"", "{\"answers\": {\"mood\": 3, \"substance\"",
         "examples[0].answers.mood", "no item"},
        {"a list of what is asked that is short", use, "\"asked\": [\"substance\", \"amount\", \"when\", \"note\"]",
         "\"asked\": [\"substance\", \"amount\", \"when\"]", "examples[1].asked",
         "these items show: substance, amount, when, note"},
        {"a list of what is asked in another order", use, "\"asked\": [\"substance\", \"amount\", \"when\", \"note\"]",
         "\"asked\": [\"amount\", \"substance\", \"when\", \"note\"]", "examples[1].asked", "these items show"},
        {"a day that is none", every, "\"2026-11-20\"", "\"2026-11-40\"", "examples[1].answers.past", "wrong_kind"},
        {"a time that is none", every, "\"07:30\"", "\"7:30\"", "examples[1].answers.hour", "wrong_kind"},
        {"an answer to a note", every, "\"plain\": 3.5}", "\"plain\": 3.5, \"said\": true}", "examples[1].answers.said",
         "wrong_kind"},
    });
    ContentFiles files = with(
        "activities/day.json",
        "\"examples\": [{\"answers\": {\"mood\": 6, \"gave\": [\"sun\"]}, \"asked\": [\"mood\", \"sleep\", \"gave\", \"when\"]}]",
        "\"examples\": []");
    CHECK(said(load_sources(files, "nl").errors) == "activities/day.json: examples: an activity needs at least one example\n");
}

TEST_CASE("every word a person would read must be there, and is named when it is not") {
    for (const char* key : {"activity.use.title",
                            "activity.use.short",
                            "activity.use.saved",
                            "activity.use.step.around.title",
                            "activity.use.amount.label",
                            "activity.urge.strength.min",
                            "activity.urge.strength.max",
                            "activity.goal.safe_alcohol.label",
                            "activity.goal.safe_alcohol.help",
                            "activity.goal.aim.pause",
                            "activity.use.company.alone",
                            "substance.gambling",
                            "unit.glass.one",
                            "unit.glass.other",
                            "unit.glass.pick",
                            "contact.be_112.name",
                            "contact.be_112.what",
                            "activity.many.gives",
                            "activity.many.withheld",
                            "activity.many.cards.sun",
                            "activity.many.cards.very",
                            "activity.many.link.left",
                            "activity.many.link.right",
                            "activity.many.week.morning",
                            "activity.many.week.what",
                            "activity.many.week.how.good",
                            "activity.many.people.add",
                            "activity.many.wave.min",
                            "activity.many.side.max",
                            "activity.calm.a.spoke",
                            "activity.plan_own.gives"}) {
        CAPTURE(key);
        const std::string name = key;
        const ContentFiles files = with("texts/en/all.json", "\"" + name + "\":", "\"x." + name + "\":");
        const CatalogResult result = load_sources(files, "en");
        CHECK_FALSE(result.catalog);
        CHECK(said(result.errors) == "texts/en: " + name + ": this text is missing\n");
        CHECK_MESSAGE(load_sources(files, "nl").catalog, "a text that lacks in English is no matter in Dutch");
    }
}

TEST_CASE("a language that has no texts at all does not load") {
    const CatalogResult result = load_sources(small_content(), "fr");
    CHECK_FALSE(result.catalog);
    CHECK(result.errors.size() > 50);
}

TEST_CASE("a file that is not JSON, and one that nobody reads, are named") {
    for (const char* file : {use, units, contacts, "texts/nl/all.json"}) {
        ContentFiles files = small_content();
        files[file] = "{\"format\": 1,";
        const CatalogResult result = load_sources(files, "nl");
        CHECK_FALSE(result.catalog);
        CHECK(said(result.errors).find(std::string(file) + ": : is not JSON\n") != std::string::npos);
    }
    ContentFiles files = small_content();
    files["notes/ideas.json"] = "{}";
    CHECK(said(load_sources(files, "nl").errors) == "notes/ideas.json: : nobody reads this file\n");
}

TEST_CASE("a file of a newer format is refused by name") {
    for (const char* file : {use, units, substances, contacts}) {
        CAPTURE(file);
        const CatalogResult result = load_sources(with(file, "\"format\": 1", "\"format\": 2"), "nl");
        CHECK_FALSE(result.catalog);
        REQUIRE(result.errors.size() == 1);
        CHECK(result.errors.front().file == file);
        CHECK(result.errors.front().path == "format");
        CHECK(result.errors.front().message == "was made for a newer Koers (format 2)");
    }
}

TEST_CASE("one wrong file gives all its errors at once") {
    ContentFiles files = with(use, "\"version\": 3", "\"version\": \"3\"");
    files[use].replace(files[use].find("glass-water"), 11, "");
    const CatalogResult result = load_sources(files, "nl");
    CHECK(result.errors.size() == 2);
}

TEST_CASE("a pack gives its files back, and says why when it cannot") {
    const ContentPack pack = read_pack("{\"format\":2,\"lang\":\"nl\"}\na/b.json\n{\"x\":1}\ntexts/nl/t.json\n{\"k\":\"v\"}\n");
    CHECK(pack.errors.empty());
    CHECK(pack.language == "nl");
    CHECK(pack.files == ContentFiles{{"a/b.json", "{\"x\":1}"}, {"texts/nl/t.json", "{\"k\":\"v\"}"}});
    for (const auto& [bytes, message] : {std::pair{"", "does not begin with an object"},
                                         {"[]", "does not begin with an object"},
                                         {"{\"lang\":\"nl\"}", "has no format number"},
                                         {"{\"format\":\"1\"}", "has no format number"},
                                         {"{\"format\":3,\"lang\":\"nl\"}", "was made for a newer Koers"},
                                         {"{\"format\":2}\na\n{}", "lacks its language"},
                                         {"{\"format\":2,\"lang\":\"nl\"}\na/b.json", "is cut off"},
                                         {"{\"format\":2,\"lang\":\"nl\"}\na/b.json\n{}\nc/d.json\n", "is cut off"}}) {
        CAPTURE(bytes);
        const ContentPack wrong = read_pack(bytes);
        CHECK(wrong.files.empty());
        REQUIRE(wrong.errors.size() == 1);
        CHECK(wrong.errors.front().message == message);
    }
}
