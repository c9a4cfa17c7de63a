// Answers that are made of several: cards on piles, an order, links, rows, ratings along a time. And what may go along into the plan.
#include <doctest/doctest.h>

#include "core/insight/library.h"
#include "tests/support/given.h"
#include "tests/support/small_content.h"

namespace koers::test {

namespace {

using Rows = std::vector<RowsAnswer::Row>;
using Points = std::vector<WaveAnswer::Point>;

Person at_the_exercise() {
    Person person = someone({"alcohol"});
    person.model.catalog = library_catalog();
    person.opens("many");
    return person;
}

RowsAnswer laid(std::vector<std::pair<std::string, std::string>> cards) {
    RowsAnswer answer;
    for (const auto& [card, pile] : cards) answer.rows.push_back({{"card", card}, {"pile", pile}});
    return answer;
}

template <class A>
const A& given(const Person& person, std::string_view item) {
    const A* answer = find_as<A>(person.run().answers, item);
    REQUIRE(answer);
    return *answer;
}

void cell_is(Person& person, std::string item, int row, std::string column, std::string text) {
    person.happens(CellChanged{person.run_id(), std::move(item), row, std::move(column), std::move(text)});
}

}  // namespace

TEST_CASE("rows and ratings come back from the disk as they were written; what is not understood stays whole") {
    RowsAnswer rows;
    rows.rows = {{{"name", "Els"}, {"circle", "close"}}, {}};
    WaveAnswer wave;
    wave.minutes = 15;
    wave.began = 1'780'000'000'000;
    wave.ended = 600;
    wave.points = {{0, 7}, {180, 10}, {600, 0}};
    for (const Answer& answer : {Answer(rows), Answer(wave), Answer(RowsAnswer{}), Answer(WaveAnswer{})})
        CHECK(answer_from(to_json(answer)) == answer);
    CHECK(to_json(Answer(wave)).dump() ==
          R"({"wave":{"began":1780000000000,"ended":600,"minutes":15,"points":[[0,7],[180,10],[600,0]]}})");
    for (const char* newer : {R"({"rows":[{"name":3}]})", R"({"rows":["Els"]})", R"({"wave":{"points":[[0]]}})",
                              R"({"wave":{"points":[],"pulse":80}})", R"({"wave":{"minutes":5}})", R"({"rows":[],"sum":1})"}) {
        const json value = json::parse(newer);
        const Answer answer = answer_from(value);
        CAPTURE(newer);
        CHECK(std::holds_alternative<UnknownAnswer>(answer));
        CHECK(to_json(answer) == value);
    }
}

TEST_CASE("a card that is taken off its pile is out of the order and its links too") {
    Person person = at_the_exercise();
    person.answers("cards", laid({{"sun", "very"}, {"moon", "very"}}))
        .answers("order", ManyAnswer{{"moon", "sun"}})
        .types("lines", "a walk", 0);
    RowsAnswer link;
    link.rows = {{{"left", "a walk"}, {"right", "moon"}}};
    person.answers("link", link);
    CHECK(given<RowsAnswer>(person, "link") == link);
    person.answers("cards", laid({{"sun", "very"}, {"moon", "not"}}));
    CHECK(given<ManyAnswer>(person, "order").values == Words{"sun"});
    CHECK_FALSE(find(person.run().answers, "link"));
}

TEST_CASE("a line that is written otherwise keeps its links; a line that is removed loses them") {
    Person person = at_the_exercise();
    person.types("lines", "walk", 0).answers("feel", ManyAnswer{{"warm"}});
    RowsAnswer link;
    link.rows = {{{"left", "walk"}, {"right", "warm"}}};
    person.answers("link", link).types("lines", "walk far", 0);
    CHECK(cell(given<RowsAnswer>(person, "link").rows[0], "left") == "walk far");
    person.happens(LineRemoved{person.run_id(), "lines", 0});
    CHECK_FALSE(find(person.run().answers, "link"));
}

TEST_CASE("no more is chosen, ordered or linked than there is room for, and the person is told") {
    Person person = at_the_exercise();
    person.answers("feel", ManyAnswer{{"warm", "cold"}}).answers("feel", ManyAnswer{{"warm", "cold", "calm"}});
    CHECK(given<ManyAnswer>(person, "feel").values == Words{"warm", "cold"});
    CHECK(person.model.run_view.drafts.at("feel").problem == Problem::TooManyChoices);
    person.answers("cards", laid({{"sun", "very"}, {"moon", "very"}, {"star", "very"}}))
        .answers("order", ManyAnswer{{"sun", "moon", "star"}});
    CHECK_FALSE(find(person.run().answers, "order"));
    person.answers("cards", laid({{"sun", "somewhere"}}));
    CHECK(given<RowsAnswer>(person, "cards").rows.size() == 3);
}

TEST_CASE("every cell is saved as it is filled in, and an emptied one is gone") {
    Person person = at_the_exercise();
    cell_is(person, "week", 1, "what", "tea");
    CHECK(person.times<SaveChanges>() == 1);
    cell_is(person, "week", 1, "how", "good");
    CHECK((given<RowsAnswer>(person, "week").rows == Rows{{{"row", "evening"}, {"what", "tea"}, {"how", "good"}}}));
    const Journal stored = person.stored();
    CHECK(find_as<RowsAnswer>(stored.runs.begin()->second.answers, "week")->rows.size() == 1);
    cell_is(person, "week", 1, "what", "a very long evening");
    CHECK(cell(given<RowsAnswer>(person, "week").rows[0], "what") == "tea");
    CHECK(person.model.run_view.drafts.at("week").problem == Problem::TooLong);
    cell_is(person, "week", 1, "how", "odd");
    CHECK(cell(given<RowsAnswer>(person, "week").rows[0], "how") == "good");
    cell_is(person, "week", 1, "what", "");
    cell_is(person, "week", 1, "how", "");
    CHECK_FALSE(is_answered(person.run().answers, "week"));
    // What is no row or column of it changes nothing.
    cell_is(person, "week", 2, "what", "x");
    cell_is(person, "week", 0, "where", "x");
    CHECK_FALSE(is_answered(person.run().answers, "week"));
    person.finishes();
    CHECK_FALSE(find(person.model.journal.entries.begin()->second.answers, "week"));
}

TEST_CASE("rows of one's own are added, moved and taken away; an empty one is none") {
    Person person = at_the_exercise();
    const auto whens = [&] {
        Words all;
        for (const auto& row : given<RowsAnswer>(person, "story").rows) all.emplace_back(cell(row, "when"));
        return all;
    };
    person.happens(RowOpened{person.run_id(), "story", 0});
    cell_is(person, "story", 0, "when", "1998");
    person.happens(RowOpened{person.run_id(), "story", 1});
    cell_is(person, "story", 1, "when", "1990");
    CHECK(whens() == Words{"1998", "1990"});
    person.happens(RowMoved{person.run_id(), "story", 1, -1});
    CHECK(whens() == Words{"1990", "1998"});
    CHECK(person.model.run_view.open_row.at("story") == 0);
    person.happens(RowMoved{person.run_id(), "story", 0, -1});
    CHECK(whens() == Words{"1990", "1998"});
    // Emptied and closed: gone.
    cell_is(person, "story", 0, "when", "");
    person.happens(RowOpened{person.run_id(), "story", -1});
    CHECK(whens() == Words{"1998"});
    for (const char* year : {"2001", "2010", "2020"}) cell_is(person, "story", static_cast<int>(whens().size()), "when", year);
    CHECK_MESSAGE((whens() == Words{"1998", "2001", "2010"}), "there is room for three");
    person.happens(RowRemoved{person.run_id(), "story", 1});
    CHECK(whens() == Words{"1998", "2010"});
}

TEST_CASE("a timer asks at the start and then every so often, and says so once") {
    Person person = at_the_exercise();
    cell_is(person, "week", 0, "what", "tea");
    person.happens(StepChosen{person.run_id(), "time"});
    person.happens(WaveBegan{person.run_id(), "wave", 50});
    const auto& format = std::get<TimerFormat>(person.model.catalog->activity("many")->find_item("wave")->format);
    const auto wave = [&] { return given<WaveAnswer>(person, "wave"); };
    CHECK_MESSAGE(wave().minutes == 10, "no longer than it may be");
    CHECK(person.timer("wave") > 0);
    CHECK(rating_due(format, wave(), person.model.now));
    person.happens(WaveRated{person.run_id(), "wave", 7}).happens(WaveRated{person.run_id(), "wave", 8});
    CHECK((wave().points == Points{{0, 8}}));
    CHECK_FALSE(rating_due(format, wave(), person.model.now));
    person.later(1).happens(WaveTicked{});
    CHECK(person.notice().empty());
    person.later(1).happens(WaveTicked{});
    CHECK(person.notice() == "help.wave.ask");
    const int said = person.model.notice->serial;
    person.happens(WaveTicked{});
    CHECK(person.model.notice->serial == said);
    person.happens(WaveRated{person.run_id(), "wave", 5});
    CHECK((wave().points == Points{{0, 8}, {120, 5}}));
    CHECK_FALSE(rating_due(format, wave(), person.model.now));

    // Closed and opened again in between: it goes on, and is over in its time.
    person.later(8).happens(WaveTicked{});
    CHECK(person.notice() == "help.wave.after.title");
    CHECK(person.timer("wave") == 0);
    person.happens(WaveRated{person.run_id(), "wave", 2});
    CHECK((wave().points.back() == WaveAnswer::Point{600, 2}));
    person.later(60).finishes();
    const auto* kept = find_as<WaveAnswer>(person.model.journal.entries.begin()->second.answers, "wave");
    REQUIRE(kept);
    CHECK(kept->ended == 600);
    CHECK(kept->points.size() == 3);
}

TEST_CASE("a timer that is stopped stands still, and asks for nothing more") {
    Person person = at_the_exercise();
    cell_is(person, "week", 0, "what", "tea");
    person.happens(StepChosen{person.run_id(), "time"})
        .happens(WaveBegan{person.run_id(), "wave", 5})
        .happens(WaveRated{person.run_id(), "wave", 6});
    person.later(2).happens(WaveEnded{person.run_id(), "wave"});
    CHECK(person.timer("wave") == 0);
    person.later(30).happens(WaveTicked{});
    CHECK(seconds_of(given<WaveAnswer>(person, "wave"), person.model.now) == 120);
    CHECK(person.timer("wave") == -1);
    CHECK(person.notice().empty());
}

TEST_CASE("own words go along into the plan when the person says so, once, and can be taken back") {
    Person person = at_the_exercise();
    person.types("lines", "a walk", 0).types("lines", "rest", 1).answers("feel", ManyAnswer{{"warm"}});
    person.answers("cards", laid({{"sun", "very"}})).answers("order", ManyAnswer{{"sun"}});
    cell_is(person, "people", 0, "name", "Els");
    cell_is(person, "people", 0, "effect", "helps");
    person.finishes();
    const std::string entry = person.model.journal.newest_of("many")->id;
    const Activity& many = *person.model.catalog->activity("many");
    CHECK_FALSE(person.model.journal.newest_of("plan_own"));
    const auto offered = [&](size_t carry) {
        return carried(person.model.ask(), person.model.journal, many, many.carries[carry],
                       person.model.journal.find(entry)->answers);
    };
    REQUIRE(offered(0));
    // Words of choices that are longer than a line of the plan (as these of the tests are) stay where they were.
    CHECK(offered(0)->words == Words{"a walk", "rest"});
    person.later(1).happens(CarryAccepted{entry, 0});
    CHECK(person.notice() == "app.carry.done");
    CHECK_FALSE(offered(0));
    CHECK(find_as<ManyAnswer>(person.model.journal.newest_of("plan_own")->answers, "words")->values == Words{"a walk", "rest"});
    person.happens(UndoPressed{});
    CHECK_FALSE(person.model.journal.newest_of("plan_own"));
    CHECK(offered(0));
}

TEST_CASE("rows go along with the columns that the plan has, beside what is there") {
    Person person = at_the_exercise();
    cell_is(person, "people", 0, "name", "Els");
    cell_is(person, "people", 0, "circle", "close");
    cell_is(person, "people", 0, "effect", "helps");
    cell_is(person, "people", 1, "name", "Jan");
    person.types("lines", "rest", 0).finishes();
    const std::string entry = person.model.journal.newest_of("many")->id;
    person.later(1).happens(CarryAccepted{entry, 1});
    CHECK(person.notice() == "app.carry.done");
    const Entry* plan = person.model.journal.newest_of("plan_own");
    REQUIRE(plan);
    CHECK(
        (find_as<RowsAnswer>(plan->answers, "people")->rows == Rows{{{"name", "Els"}, {"circle", "close"}}, {{"name", "Jan"}}}));
    // The second time there is nothing new; the other part goes beside it, as the next version of the plan.
    person.later(1).happens(CarryAccepted{entry, 1});
    CHECK(person.model.journal.newest_of("plan_own")->id == plan->id);
    const std::string first = plan->id;
    person.later(1).happens(CarryAccepted{entry, 0});
    plan = person.model.journal.newest_of("plan_own");
    CHECK(plan->replaces == first);
    CHECK(find_as<ManyAnswer>(plan->answers, "words")->values == Words{"rest"});
    CHECK(find_as<RowsAnswer>(plan->answers, "people")->rows.size() == 2);
    CHECK(person.stored().newest_of("plan_own")->id == plan->id);
    person.happens(UndoPressed{});
    CHECK(person.model.journal.newest_of("plan_own")->id == first);
}

TEST_CASE("what is withheld in distress comes back when it is better, or after four weeks") {
    Person person = someone({"alcohol"});
    person.model.catalog = library_catalog();
    const Catalog& catalog = *person.model.catalog;
    const Activity& many = *catalog.activity("many");
    const auto check = [&](int a, int b) {
        person.opens("calm").answers("a", number(a)).answers("b", number(b)).answers("c", number(0)).finishes();
    };
    const auto offered = [&] {
        const auto all = fitting(catalog, person.model.journal, person.model.today());
        return std::find(all.begin(), all.end(), &many) != all.end();
    };
    CHECK(offered());
    check(1, 1);
    CHECK(offered());
    person.later(1);
    check(2, 1);
    CHECK(withheld(catalog, person.model.journal, many, person.model.today()));
    CHECK_FALSE(offered());
    CHECK(withheld(catalog, person.model.journal, many, person.model.today() + 28));
    CHECK_FALSE(withheld(catalog, person.model.journal, many, person.model.today() + 29));
    person.later(1);
    check(0, 1);
    CHECK(offered());
}

TEST_CASE("what is about one's own use is not offered to who is close to someone, and the other way round") {
    Person person = someone({"alcohol"});
    person.model.catalog = library_catalog();
    const auto offers = [&](std::string_view id) {
        const auto all = fitting(*person.model.catalog, person.model.journal, person.model.today());
        return std::any_of(all.begin(), all.end(), [&](const Activity* one) { return one->id == id; });
    };
    CHECK(offers("calm"));
    person.model.journal.settings.role = Role::Other;
    CHECK_FALSE(offers("calm"));
    CHECK(offers("many"));
}

TEST_CASE("a favourite is kept with the settings, and can be let go") {
    Person person = someone({"alcohol"});
    person.happens(FavouriteChosen{"many", true}).happens(FavouriteChosen{"many", true}).happens(FavouriteChosen{"calm", true});
    CHECK(person.stored().settings.favourites == Words{"many", "calm"});
    person.happens(FavouriteChosen{"many", false});
    CHECK(person.reopened().model.journal.settings.favourites == Words{"calm"});
}

TEST_CASE("taking back what was kept brings back rows, lines and waves, not only texts") {
    Person person = at_the_exercise();
    cell_is(person, "people", 0, "name", "Els");
    person.finishes().happens(UndoPressed{});
    REQUIRE(person.model.journal.runs.size() == 1);
    CHECK(is_answered(person.model.journal.runs.begin()->second.answers, "people"));
    CHECK(person.model.journal.entries.empty());
}

TEST_CASE("a tap that was refused does not keep a run from being finished") {
    Person person = at_the_exercise();
    person.answers("feel", ManyAnswer{{"warm", "cold"}}).answers("feel", ManyAnswer{{"warm", "cold", "calm"}}).finishes();
    CHECK(person.model.journal.newest_of("many"));
}

TEST_CASE("a line that is typed passes over the name of another without taking its links") {
    Person person = at_the_exercise();
    person.types("lines", "row", 0).answers("feel", ManyAnswer{{"warm"}});
    RowsAnswer link;
    link.rows = {{{"left", "row"}, {"right", "warm"}}};
    person.answers("link", link);
    for (const char* typed : {"r", "ro", "row", "row ", "row with"}) person.types("lines", typed, 1);
    CHECK(cell(given<RowsAnswer>(person, "link").rows[0], "left") == "row");
    // Emptied by typing it is gone, and its link with it.
    person.types("lines", "", 0);
    CHECK_FALSE(find(person.run().answers, "link"));
}

TEST_CASE("a timer goes on after a look at something else") {
    Person person = at_the_exercise();
    cell_is(person, "week", 0, "what", "tea");
    person.happens(StepChosen{person.run_id(), "time"}).happens(WaveBegan{person.run_id(), "wave", 5});
    person.happens(RouteOpened{Route{Screen::Help, "numbers", {}}});
    CHECK_MESSAGE(person.timer("wave") == 0, "nothing rings for what cannot be seen");
    person.later(1).happens(WaveTicked{});
    CHECK(person.timer("wave") == -1);
    person.happens(BackPressed{});
    CHECK(person.timer("wave") > 0);
}

TEST_CASE("what a newer Koers wrote in a table is not written over, and nothing is put beside it") {
    Person person = at_the_exercise();
    const json newer = json::parse(R"({"rows":[{"name":"Els","since":3}]})");
    Run run = person.run();
    run.answers.insert_or_assign("people", answer_from(newer));
    person.model.journal.apply({put(run)});
    cell_is(person, "people", 0, "name", "Jan");
    CHECK(to_json(*find(person.run().answers, "people")) == newer);
    Entry plan = urge_entry("p", "2026-11-20", 1);
    plan.activity = "plan_own";
    plan.answers = {{"people", answer_from(newer)}};
    person.model.journal.apply({put(plan)});
    const Activity& many = *person.model.catalog->activity("many");
    RowsAnswer people;
    people.rows = {{{"name", "Jan"}}};
    CHECK_FALSE(carried(person.model.ask(), person.model.journal, many, many.carries[1], {{"people", people}}));
}

TEST_CASE("a full plan takes no more, loses nobody, and offers nothing that would not fit") {
    Person person = at_the_exercise();
    Entry plan = urge_entry("p", "2026-11-20", 1);
    plan.activity = "plan_own";
    RowsAnswer there;
    there.rows = {{{"name", "A"}}, {{"name", "B"}}};
    plan.answers = {{"people", there}};
    person.model.journal.apply({put(plan)});
    const Activity& many = *person.model.catalog->activity("many");
    RowsAnswer people;
    people.rows = {{{"name", "C"}}, {{"name", "D"}}};
    const auto taken = carried(person.model.ask(), person.model.journal, many, many.carries[1], {{"people", people}});
    REQUIRE(taken);
    CHECK(taken->words == Words{"C"});
    CHECK(std::get<RowsAnswer>(taken->merged).rows.size() == 3);
}

TEST_CASE("words that go along while that part is being edited are in the edit too, and one version counts") {
    Person person = at_the_exercise();
    cell_is(person, "people", 0, "name", "Els");
    person.finishes();
    const std::string entry = person.model.journal.newest_of("many")->id;
    Entry plan = urge_entry("p", "2026-11-20", 1);
    plan.activity = "plan_own";
    plan.answers = {{"words", ManyAnswer{{"rest"}}}};
    person.model.journal.apply({put(plan)});
    person.happens(EntryEdited{"p"}).types("words", "sleep", 1);
    const std::string edit = person.run_id();
    person.later(1).happens(CarryAccepted{entry, 1}).happens(RunFinished{edit});
    const auto current = person.model.journal.current_of("plan_own");
    REQUIRE(current.size() == 1);
    CHECK(find_as<ManyAnswer>(current[0]->answers, "words")->values == Words{"rest", "sleep"});
    CHECK(is_answered(current[0]->answers, "people"));
}

TEST_CASE("figures of a wave that cannot be are kept as they are, and not reckoned with") {
    for (const char* odd :
         {R"({"wave":{"minutes":3000000000,"points":[]}})", R"({"wave":{"minutes":-5,"points":[]}})",
          R"({"wave":{"points":[[-1,3]]}})", R"({"wave":{"points":[[0,11]]}})", R"({"wave":{"ended":-7,"points":[]}})"}) {
        const json value = json::parse(odd);
        CAPTURE(odd);
        CHECK(std::holds_alternative<UnknownAnswer>(answer_from(value)));
        CHECK(to_json(answer_from(value)) == value);
    }
}

}  // namespace koers::test
