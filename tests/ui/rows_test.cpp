// The questions that are more than one answer, as a person meets them: by role and name, without dragging anything.
#include <doctest/doctest.h>

#include <algorithm>

#include "app/frame.h"
#include "tests/support/given.h"
#include "tests/support/page.h"

namespace koers::test {

namespace {

Page& discover(Page& page) { return page.press(page.words("app.place.discover"), "navigation"); }

// On the step of this activity that asks this item.
Page& asks(Page& page, const std::string& activity_id, std::string_view item, Answers known = {}) {
    discover(page);
    app().happen(ActivityOpened{activity_id, std::move(known)});
    page.redraw();
    const Activity* activity = app().model.catalog->activity(activity_id);
    REQUIRE(activity);
    for (const Step& step : activity->steps)
        if (std::any_of(step.items.begin(), step.items.end(), [&](const Item& one) { return one.id == item; })) {
            app().happen(StepChosen{app().model.route().id, step.id});
            page.redraw();
            return page;
        }
    FAIL("no item " << item);
    return page;
}

const Answers& written() { return app().model.journal.runs.at(app().model.route().id).answers; }

std::string image(const Page& page) {
    for (const Node& node : page.nodes())
        if (node.role == NodeRole::Image) return node.name;
    return {};
}

}  // namespace

TEST_CASE("cards are laid one at a time, taken back, and laid again; the button that lays says which card") {
    Page page({}, kept({"alcohol"}));
    asks(page, "values", "cards");
    const std::string very = page.words("activity.values.cards.very"), not_so = page.words("activity.values.cards.not");
    const auto& cards = std::get<SortFormat>(app().model.catalog->activity("values")->find_item("cards")->format).cards;
    const auto card = [&](size_t i) { return page.words("activity.values.cards." + cards[i].id); };
    CHECK(page.sees("0 van 36 kaarten"));
    CHECK(page.sees(card(0)));
    page.press(very + ": " + card(0)).press(not_so + ": " + card(1));
    CHECK(page.sees("2 van 36 kaarten"));
    page.press("Vorige kaart terug");
    CHECK(page.has(NodeRole::Button, very + ": " + card(1)));
    page.press(very + ": " + card(1)).press(very + ": 2").choose(very, card(0));
    CHECK(page.sees("1 van 36 kaarten"));
    CHECK_MESSAGE(page.has(NodeRole::Button, very + ": " + card(0)), "it comes back to be laid again");
    // Saved card by card: another start finds them.
    CHECK(page.store.journal().runs.size() == 1);
}

TEST_CASE("what is on the pile is put in order, up to five") {
    Page page({}, kept({"alcohol"}));
    asks(page, "values", "cards");
    const auto& cards = std::get<SortFormat>(app().model.catalog->activity("values")->find_item("cards")->format).cards;
    RowsAnswer laid;
    for (size_t i = 0; i < 7; ++i) laid.rows.push_back({{"card", cards[i].id}, {"pile", "very"}});
    app().happen(AnswerChanged{app().model.route().id, "cards", laid});
    page.press("Verder");
    const std::string question = page.words("activity.values.top.label");
    const auto card = [&](size_t i) { return page.words("activity.values.cards." + cards[i].id); };
    CHECK(page.options(question).size() == 7);
    for (size_t i = 0; i < 6; ++i) page.choose(question, card(i));
    CHECK(page.sees("Zoveel kun je er hier kiezen."));
    CHECK(find_as<ManyAnswer>(written(), "top")->values.size() == 5);
    page.press("Zet hoger: " + card(1));
    CHECK(find_as<ManyAnswer>(written(), "top")->values.front() == cards[1].id);
    CHECK(page.sees("1. " + card(1)));
}

TEST_CASE("a table is filled in row by row, and the rows that have something say so") {
    Page page({}, kept({"alcohol"}));
    asks(page, "kwartet", "cards");
    const std::string column = page.words("activity.kwartet.cards.clinical");
    page.type(column, "Mijn slaap");
    const auto& rows = std::get<RowsFormat>(app().model.catalog->activity("kwartet")->find_item("cards")->format).rows;
    const auto row = [&](size_t i) { return page.words("activity.kwartet.cards." + rows[i].id); };
    CHECK(page.has(NodeRole::Group, row(0)));
    page.press("Verder met: " + row(1));
    CHECK(page.value(column).empty());
    page.type(column, "Rust").choose(page.words("activity.kwartet.cards.label"), row(0));
    CHECK(page.value(column) == "Mijn slaap");
    while (page.has(NodeRole::Button, "Verder")) page.press("Verder");
    page.press("Bewaar");
    CHECK(page.sees("• " + column + ": Mijn slaap"));
    CHECK(page.sees(row(1)));
}

TEST_CASE("people stand in circles that can be read, changed and taken away; and may go along into the plan") {
    Page page({}, kept({"alcohol"}));
    asks(page, "people", "people");
    const auto words = [&](const std::string& part) { return page.words("activity.people.people." + part); };
    CHECK(image(page).empty());
    page.press(words("add")).type(words("name"), "Els").choose(words("circle"), words("circle.close")).press("Klaar");
    CHECK(image(page) == words("circle.close") + ": Els");
    page.press(words("add"))
        .type(words("name"), "Jan")
        .choose(words("circle"), words("circle.far"))
        .choose(words("effect"), words("effect.helps"));
    page.press("Klaar");
    CHECK(image(page) == words("circle.close") + ": Els. " + words("circle.far") + ": Jan");
    // Opened and left empty: nobody.
    page.press(words("add")).press("Klaar");
    CHECK(find_as<RowsAnswer>(written(), "people")->rows.size() == 2);
    page.press("1. Els").type(words("name"), "Els van hiernaast").press("Klaar").press("2. Jan").press("Haal dit weg");
    CHECK((find_as<RowsAnswer>(written(), "people")->rows ==
           std::vector<RowsAnswer::Row>{{{"name", "Els van hiernaast"}, {"circle", "close"}}}));
    while (page.has(NodeRole::Button, "Verder")) page.press("Verder");
    page.press("Bewaar").press("Ja, zet bij");
    CHECK(page.notice().find("Staat nu bij") == 0);
    CHECK_FALSE(page.has(NodeRole::Button, "Ja, zet bij " + page.words("activity.plan_people.title")));
    page.press("Plan", "navigation");
    CHECK(page.sees("Els van hiernaast"));
    // With a number to call, Hulp nu has it.
    page.press("Pas aan: " + page.words("activity.plan_people.title"))
        .press("1. Els")
        .type(page.words("activity.plan_people.people.phone"), "0470 12 34 56");
    page.press("Klaar").press("Bewaar").press("Hulp nu");
    const Node& call = page.node(NodeRole::Link, "Bel Els van hiernaast");
    CHECK(call.href == "tel:0470123456");
}

TEST_CASE("a story is told in the order that is wanted") {
    Page page({}, kept({"alcohol"}));
    asks(page, "my_story", "story");
    const auto words = [&](const std::string& part) { return page.words("activity.my_story.story." + part); };
    page.press(words("add")).type(words("when"), "2010").press("Klaar").press(words("add")).type(words("when"), "1998");
    page.press("Zet eerder").press("Klaar");
    const auto& rows = find_as<RowsAnswer>(written(), "story")->rows;
    REQUIRE(rows.size() == 2);
    CHECK(cell(rows[0], "when") == "1998");
}

TEST_CASE("between two positions a place is said in words") {
    Page page({}, kept({"alcohol"}));
    const Activity* two = nullptr;
    const Item* side = nullptr;
    discover(page);
    two = app().model.catalog->activity("two_sides");
    REQUIRE(two);
    for (const Step& step : two->steps)
        for (const Item& item : step.items)
            if (const auto* scale = std::get_if<ScaleFormat>(&item.format); scale && scale->two_sided && !side) side = &item;
    REQUIRE(side);
    const Item item = *side;
    const std::string left = page.words(two->key(item.id + ".min")), right = page.words(two->key(item.id + ".max"));
    for (const auto& [value, said] : {std::pair{-3, "Helemaal: " + left}, std::pair{0, std::string("Precies in het midden")},
                                      std::pair{1, "Een beetje: " + right}}) {
        Entry entry = urge_entry("e" + std::to_string(value + 5), "2026-11-20", 1);
        entry.activity = "two_sides";
        entry.answers = {{item.id, number(value)}};
        app().model.journal.apply({put(entry)});
        app().happen(RouteOpened{Route{Screen::Entry, entry.id, {}}});
        page.redraw();
        CHECK(page.sees(said));
    }
}

TEST_CASE("a time runs, is rated and ends, also when the page was away") {
    Page page({}, kept({"alcohol"}));
    asks(page, "ride_wave", "signs").choose(page.words("activity.ride_wave.signs.label"), "Nee");
    app().happen(StepChosen{app().model.route().id, "wave"});
    page.redraw();
    page.choose("Hoe lang?", "5 minuten").press("Begin");
    CHECK(page.sees("Nog 5 minuten"));
    page.slide(page.words("help.wave.ask"), 7);
    page.later(3).rings("wave");
    CHECK(page.notice() == page.words("help.wave.ask"));
    page.slide(page.words("help.wave.ask"), 4);
    CHECK(page.sees("7 in het begin, 7 op het hoogst, 4 als laatste"));
    page.later(5).rings("wave");
    CHECK(page.sees(page.words("app.wave.done")));
    page.slide(page.words("help.wave.ask"), 2);
    CHECK(page.sees("7 in het begin, 7 op het hoogst, 2 als laatste"));
}

TEST_CASE("a compass has a figure with a table, names what is strong first, and shows the time before") {
    Page page({}, kept({"alcohol"}));
    const auto take = [&](size_t low) {
        discover(page);
        app().happen(ActivityOpened{"compass_chime", {}});
        page.redraw();
        for (;;) {
            for (const Node& node : std::vector<Node>(page.nodes()))
                if (node.role == NodeRole::RadioGroup) {
                    const auto options = page.options(node.name);
                    page.choose(node.name, options[node.id == "run.hope" ? low : options.size() - 1]);
                }
            if (!page.has(NodeRole::Button, "Verder")) break;
            page.press("Verder");
        }
        page.press("Bewaar");
    };
    take(0);
    const std::string hope = page.words("activity.compass_chime.hope.spoke"),
                      say = page.words("activity.compass_chime.connected.spoke");
    CHECK(page.sees("Hier sta je sterk: " + say));
    CHECK(page.sees("Hier kun je beginnen, als je wilt: " + hope));
    auto table = page.table("Je kompas");
    REQUIRE(table.size() == 6);
    CHECK((table[2] == std::vector<std::string>{hope, "0 op 4"}));
    page.at("2026-12-21 18:05").reload();
    take(3);
    table = page.table("Je kompas");
    CHECK((table[2] == std::vector<std::string>{hope, "3 op 4", "0 op 4"}));
    CHECK(page.sees("De stippellijn is van vorige keer"));
    // Where to begin leads to exercises.
    page.choose("Waar wil je beginnen?", hope);
    const Activity* exercise =
        app().model.catalog->activity(app().model.catalog->activity("compass_chime")->leads.at("hope").front());
    page.press(page.words(exercise->key("title")));
    CHECK(page.heading() == page.words(exercise->key("title")));
}

TEST_CASE("two times of an exercise lie beside each other when the person asks") {
    Page page({}, kept({"alcohol"}));
    asks(page, "my_why", "common_grip_before");
    page.slide("Hoeveel grip voel je nu op je leven?", 3);
    while (page.has(NodeRole::Button, "Verder")) page.press("Verder");
    page.press("Bewaar");
    CHECK_FALSE(page.has(NodeRole::Button, "Vergelijk met vorige keer"));
    page.at("2026-12-21 18:05").reload();
    asks(page, "my_why", "common_grip_before");
    page.slide("Hoeveel grip voel je nu op je leven?", 6);
    while (page.has(NodeRole::Button, "Verder")) page.press("Verder");
    page.press("Bewaar").press("Vergelijk met vorige keer");
    CHECK(page.sees("3 op 10"));
    CHECK(page.sees("6 op 10"));
    CHECK(page.sees("Zaterdag 21 november"));
}

TEST_CASE("an exercise that changed since it was begun keeps what was written and names what is new") {
    Page page({}, kept({"alcohol"}));
    asks(page, "reasons", "like").type(page.words("activity.reasons.like.label") + " 1", "Mijn dochter");
    const std::string run = app().model.route().id;
    // As if the activity had become version 2, with one more question.
    auto newer = std::make_shared<Catalog>(*app().model.catalog);
    for (Activity& activity : newer->activities)
        if (activity.id == "reasons") {
            activity.version = 2;
            for (Step& step : activity.steps)
                for (Item& item : step.items)
                    if (item.id == "they_notice") item.since = 2;
        }
    app().model.catalog = newer;
    page.redraw();
    CHECK(page.sees("Deze oefening is veranderd sinds je begon."));
    CHECK(page.sees("Nieuw: " + page.words("activity.reasons.they_notice.label")));
    CHECK(page.value(page.words("activity.reasons.like.label") + " 1") == "Mijn dochter");
    while (page.has(NodeRole::Button, "Verder")) page.press("Verder");
    page.press("Bewaar");
    const Journal stored = page.store.journal();
    const Entry* entry = stored.newest_of("reasons");
    REQUIRE(entry);
    CHECK(entry->activity_version == 2);
    CHECK(page.sees("Mijn dochter"));
}

TEST_CASE("query extremes is not offered in distress, and its card says why and what helps") {
    Page page({}, kept({"alcohol"}));
    discover(page);
    const std::string title = page.words("activity.extremes.title");
    CHECK(page.sees(title));
    app().happen(ActivityOpened{"check_mood", {}});
    page.redraw();
    for (;;) {
        for (const Node& node : std::vector<Node>(page.nodes()))
            if (node.role == NodeRole::RadioGroup) page.choose(node.name, page.options(node.name).back());
        if (!page.has(NodeRole::Button, "Verder")) break;
        page.press("Verder");
    }
    page.press("Bewaar");
    discover(page);
    CHECK_FALSE(page.sees(title));
    // Who looks for it by its name is not sent away without a word.
    page.type("Zoek op een woord", title).press(title);
    CHECK_FALSE(page.has(NodeRole::Button, "Begin"));
    CHECK(page.has(NodeRole::Button, "Hulp nu"));
}

TEST_CASE("a favourite stands above the rest until it is let go") {
    Page page({}, kept({"alcohol"}));
    discover(page).press(page.words("activity.strengths.title")).press("Bewaar bovenaan");
    discover(page);
    CHECK(page.has(NodeRole::Heading, "Bewaard voor jou"));
    discover(page.reload()).press(page.words("activity.strengths.title")).press("Staat bovenaan");
    discover(page);
    CHECK_FALSE(page.has(NodeRole::Heading, "Bewaard voor jou"));
}

}  // namespace koers::test
