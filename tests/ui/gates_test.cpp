// The safety gates A-D (clinical facts 9.1-9.4), each on both sides of each condition: what is said, and whether a day or a number can be chosen.
#include <doctest/doctest.h>

#include <algorithm>

#include "app/frame.h"
#include "tests/support/given.h"
#include "tests/support/page.h"

namespace koers::test {

namespace {

struct Gate {
    const char *substance, *aim, *item;
    Answer answer;
    const char* card;  // the note that stands there because of the answer; empty = none
    bool plans;        // a day or a number may be chosen
};

Answer ticks(std::vector<std::string> ids) { return ManyAnswer{std::move(ids)}; }

}  // namespace

TEST_CASE("every gate, on both sides of every condition") {
    Page page({}, kept({"alcohol", "benzos", "ghb", "opioids", "painkillers", "tobacco"}));
    const Activity& goal = *app().model.catalog->activity("goal");
    std::vector<Gate> gates;
    for (const char* aim : {"stop", "less", "pause"}) {
        for (const char* sign : {"six_a_day", "morning", "seizure", "other_downers", "illness", "older"})
            gates.push_back({"alcohol", aim, "alcohol_signs", ticks({sign}), "safe_alcohol_stop", false});
        gates.push_back({"alcohol", aim, "alcohol_signs", ticks({"morning", "older"}), "safe_alcohol_stop", false});
        gates.push_back({"alcohol", aim, "alcohol_signs", ticks({"pregnant"}), "safe_alcohol_pregnant", false});
        gates.push_back({"alcohol", aim, "alcohol_signs", ticks({"pregnant", "morning"}), "safe_alcohol_stop", false});
        gates.push_back({"alcohol", aim, "alcohol_signs", ticks({"none"}), "safe_alcohol_light", true});
        gates.push_back({"benzos", aim, "benzo_signs", YesNoAnswer{true}, "safe_benzo_stop", false});
        gates.push_back({"benzos", aim, "benzo_signs", YesNoAnswer{false}, "", true});
        gates.push_back({"ghb", aim, "ghb_often", pick("day_night"), "safe_ghb_urgent", false});
        gates.push_back({"ghb", aim, "ghb_often", pick("often"), "safe_ghb_stop", false});
        gates.push_back({"ghb", aim, "ghb_often", pick("sometimes"), "", true});
        for (const char* one : {"opioids", "painkillers"}) {
            const bool less = std::string_view(aim) == "less";
            gates.push_back({one, aim, "opioid_last", pick("today"), "safe_opioids_stop", false});
            gates.push_back({one, aim, "opioid_last", pick("some_days"), "safe_tolerance", !less});
            gates.push_back({one, aim, "opioid_last", pick("weeks"), "safe_tolerance", !less});
        }
        gates.push_back({"tobacco", aim, "", Skipped{}, "", true});
        // A word of one's own may be any of them.
        gates.push_back({"other", aim, "other_kind", pick("maybe"), "safe_other_stop", false});
        gates.push_back({"other", aim, "other_kind", pick("no"), "", true});
        gates.push_back({"other", aim, "other_kind", Skipped{}, "", false});
        // Not answered: nothing is planned, and it cannot be kept that way.
        gates.push_back({"alcohol", aim, "alcohol_signs", Skipped{}, "", false});
    }
    for (const Gate& gate : gates) {
        Answers answers{{"substance", pick(gate.substance)}, {"aim", pick(gate.aim)}};
        if (*gate.item) answers.insert_or_assign(gate.item, gate.answer);
        CAPTURE(std::string(gate.substance) + " " + gate.aim + " " + to_json(gate.answer).dump());
        std::vector<std::string> cards;
        bool plans = false;
        for (const Item* item : shown_items(goal, for_conditions(goal, answers, app().model.journal.settings))) {
            if (item->id.rfind("safe_", 0) == 0) cards.push_back(item->id);
            for (const char* one : {"since", "until", "per_day", "per_week", "free_days"}) plans = plans || item->id == one;
        }
        CHECK(plans == gate.plans);
        static const std::vector<std::string> answered = {"safe_alcohol_stop", "safe_alcohol_pregnant", "safe_alcohol_light",
                                                          "safe_benzo_stop",   "safe_ghb_urgent",       "safe_ghb_stop",
                                                          "safe_opioids_stop", "safe_tolerance",        "safe_other_stop"};
        for (const std::string& one : answered) {
            const bool there = std::find(cards.begin(), cards.end(), one) != cards.end();
            const bool meant = one == gate.card || (one == "safe_ghb_stop" && std::string_view(gate.card) == "safe_ghb_urgent");
            CAPTURE(one);
            CHECK(there == meant);
        }
        if (std::holds_alternative<Skipped>(gate.answer) && *gate.item)
            CHECK(first_open(app().model.ask(), goal, answers)->id == gate.item);
    }
    CHECK(gates.size() == 78);
}

TEST_CASE("looking only, and being safer, ask nothing about the body") {
    Page page({}, kept({"alcohol", "ghb"}));
    const Activity& goal = *app().model.catalog->activity("goal");
    for (const char* substance : {"alcohol", "ghb", "benzos"})
        for (const char* aim : {"understand", "safer"}) {
            const Answers answers{{"substance", pick(substance)}, {"aim", pick(aim)}};
            for (const Item* item : shown_items(goal, for_conditions(goal, answers, app().model.journal.settings)))
                CHECK(item->id.find("_signs") == std::string::npos);
            CHECK(first_open(app().model.ask(), goal, answers) == nullptr);
        }
}

TEST_CASE("the card that takes the place of a day has words for the doctor, a door to help, and is no dead end") {
    for (const char* language : {"nl", "en"}) {
        Page page(Visit{.language = language, .languages = {language}}, kept({"alcohol"}, {}, language));
        app().happen(ActivityOpened{"goal", about("alcohol")});
        page.redraw();
        page.choose(page.words("activity.goal.aim.label"), page.words("activity.goal.aim.stop"))
            .press(page.words("app.run.next"));
        page.choose(page.words("activity.goal.alcohol_signs.label"), page.words("activity.goal.alcohol_signs.seizure"));
        page.press(page.words("app.run.next"));
        const std::string card = page.words("activity.goal.safe_alcohol_stop.label");
        CHECK(page.has(NodeRole::Heading, card));
        CHECK(page.has(NodeRole::Button, page.words("app.help")));
        CHECK(page.sees(page.words("activity.goal.alcohol_signs.seizure")));
        page.press(page.words("app.run.next"));
        page.type(page.words("activity.goal.prepare.label"), "Maandag bel ik");
        while (page.has(NodeRole::Button, page.words("app.run.next"))) page.press(page.words("app.run.next"));
        page.press(page.words("app.run.keep"));
        const Journal stored = page.store.journal();
        REQUIRE(stored.newest_of("goal"));
        CHECK(find_as<TextAnswer>(stored.newest_of("goal")->answers, "prepare")->text == "Maandag bel ik");
        CHECK_FALSE(find(stored.newest_of("goal")->answers, "since"));
    }
}

TEST_CASE("what the journal itself says keeps a gate shut, on both sides of the line") {
    const auto shown = [](int days, double glasses) {
        Changes records;
        for (int i = 1; i <= days; ++i)
            records.push_back(
                put(use_entry("u" + std::to_string(i), to_text(day("2026-11-21") - i), "alcohol", glasses, "glass")));
        Page page({}, kept({"alcohol"}, records));
        const Activity& goal = *app().model.catalog->activity("goal");
        const Answers answers{{"substance", pick("alcohol")}, {"aim", pick("stop")}, {"alcohol_signs", ticks({"none"})}};
        std::vector<std::string> ids;
        for (const Item* item : shown_items(goal, for_conditions(app().model.ask(), goal, answers))) ids.push_back(item->id);
        const auto has = [&](const char* id) { return std::find(ids.begin(), ids.end(), id) != ids.end(); };
        CHECK(has("safe_alcohol_seen") == has("safe_alcohol_stop"));
        CHECK(has("safe_alcohol_seen") == has("prepare"));
        CHECK(has("safe_alcohol_seen") != has("since"));
        CHECK(has("safe_alcohol_seen") != has("safe_alcohol_light"));
        return has("safe_alcohol_seen");
    };
    CHECK_FALSE(shown(0, 0));
    CHECK_FALSE(shown(13, 6));
    CHECK(shown(14, 6));
    CHECK_FALSE(shown(27, 5.4));
    CHECK_MESSAGE(shown(27, 5.9), "six beers of 25 cl are 5.9 glasses");
    CHECK(shown(27, 12));
}

TEST_CASE(
    "days of use in the diary keep the gates of sleeping pills and GHB shut, whatever was ticked, on both sides of the line") {
    struct Line {
        const char *substance, *unit, *item, *seen, *stop;
        Answer light;
        int days;  // from so many on
    };
    for (const Line& line :
         {Line{"benzos", "tablet", "benzo_signs", "safe_benzo_seen", "safe_benzo_stop", YesNoAnswer{false}, 14},
          Line{"benzos", "mg", "benzo_signs", "safe_benzo_seen", "safe_benzo_stop", YesNoAnswer{false}, 14},
          Line{"ghb", "ml", "ghb_often", "safe_ghb_seen", "safe_ghb_stop", pick("sometimes"), 6}})
        for (const int days : {0, line.days - 1, line.days, 27})
            for (const char* activity : {"goal", "change_plan"}) {
                CAPTURE(std::string(line.substance) + " " + activity + " " + std::to_string(days));
                Changes records;
                // Few days are spread, so that no single week speaks for itself.
                const int apart = days <= 6 ? 4 : 1;
                for (int i = 1; i <= days; ++i)
                    records.push_back(put(use_entry("u" + std::to_string(i), to_text(day("2026-11-21") - i * apart),
                                                    line.substance, 1, line.unit)));
                Page page({}, kept({line.substance}, records));
                const Activity& asked = *app().model.catalog->activity(activity);
                Answers answers{{"substance", pick(line.substance)}, {"aim", pick("stop")}};
                const bool shut = days >= line.days;
                const auto shown = [&] {
                    std::vector<std::string> ids;
                    for (const Item* item : shown_items(asked, for_conditions(app().model.ask(), asked, answers)))
                        ids.push_back(item->id);
                    return [ids](const std::string& id) { return std::find(ids.begin(), ids.end(), id) != ids.end(); };
                };
                CHECK_FALSE_MESSAGE(shown()(line.stop), "not before it was asked");
                CHECK_FALSE(shown()("since"));
                answers.insert_or_assign(line.item, line.light);
                const auto has = shown();
                CHECK(has(line.seen) == shut);
                CHECK(has(line.stop) == shut);
                if (std::string_view(activity) == "goal") {
                    CHECK(has("since") != shut);
                    CHECK(has("prepare") == shut);
                }
            }
}

TEST_CASE(
    "other downers in the diary, and drinking in the morning in a check, keep the gate of alcohol shut, on both sides of the "
    "line") {
    const auto shut = [](const Changes& records, const char* morning) {
        Page page({}, kept({"alcohol", "benzos", "ghb", "opioids", "painkillers", "cannabis"}, records));
        app().happen(LibraryAsked{});
        page.redraw();
        if (*morning) {
            Entry check = urge_entry("c", "2026-11-01", 1);
            check.activity = "check_alcohol";
            check.answers = {{"how_often", pick("most_days")}, {"morning", pick(morning)}};
            app().model.journal.apply({put(check)});
        }
        const Activity& goal = *app().model.catalog->activity("goal");
        const Answers answers{{"substance", pick("alcohol")}, {"aim", pick("stop")}, {"alcohol_signs", ticks({"none"})}};
        std::vector<std::string> ids;
        for (const Item* item : shown_items(goal, for_conditions(app().model.ask(), goal, answers))) ids.push_back(item->id);
        const auto has = [&](const char* id) { return std::find(ids.begin(), ids.end(), id) != ids.end(); };
        CHECK(has("safe_alcohol_stop") == has("safe_alcohol_seen"));
        CHECK(has("safe_alcohol_stop") == has("prepare"));
        CHECK(has("safe_alcohol_stop") != has("since"));
        return has("safe_alcohol_stop");
    };
    const auto used = [](const char* substance, const char* unit, int days, int apart) {
        Changes records;
        for (int i = 1; i <= days; ++i)
            records.push_back(
                put(use_entry("u" + std::to_string(i), to_text(day("2026-11-21") - i * apart), substance, 1, unit)));
        return records;
    };
    for (const char* one : {"benzos", "painkillers"}) {
        CAPTURE(one);
        CHECK_FALSE(shut(used(one, "tablet", 13, 1), ""));
        CHECK(shut(used(one, "tablet", 14, 1), ""));
    }
    CHECK_FALSE(shut(used("opioids", "dose", 13, 1), ""));
    CHECK(shut(used("opioids", "dose", 14, 1), ""));
    CHECK_FALSE(shut(used("ghb", "ml", 5, 5), ""));
    CHECK(shut(used("ghb", "ml", 6, 4), ""));
    CHECK(shut(used("ghb", "ml", 3, 1), ""));
    CHECK_FALSE(shut(used("cannabis", "gram", 27, 1), ""));
    CHECK_FALSE(shut({}, "never"));
    for (const char* often : {"less_monthly", "weekly", "daily"}) CHECK(shut({}, often));
}

TEST_CASE("how the body is now is asked anew of whoever revises a goal, edits it, or comes back to one that was begun") {
    Page page({}, kept({"alcohol"}));
    page.press("Plan").press("Kies een doel").choose(page.words("activity.goal.aim.label"), "Stoppen").press("Verder");
    const std::string signs = page.words("activity.goal.alcohol_signs.label"),
                      none = page.words("activity.goal.alcohol_signs.none");
    page.choose(signs, none).press("Verder");
    // Begun and left: taken up again at the question.
    app().happen(RunPaused{});
    page.redraw();
    REQUIRE(app().model.journal.runs.size() == 1);
    app().happen(RunOpened{app().model.journal.runs.begin()->first});
    page.redraw();
    CHECK(page.has(NodeRole::Group, signs));
    CHECK_FALSE(page.chosen(signs, none));
    page.choose(signs, none);
    while (page.has(NodeRole::Button, "Verder")) page.press("Verder");
    page.press("Bewaar");
    const std::string first = page.store.journal().newest_of("goal")->id;
    CHECK(find_as<ManyAnswer>(page.store.journal().newest_of("goal")->answers, "alcohol_signs"));
    // Revised months later.
    page.at("2027-03-01 09:00").press("Plan").press("Doel aanpassen");
    CHECK(page.chosen(page.words("activity.goal.aim.label"), page.words("activity.goal.aim.stop")));
    page.press("Verder");
    CHECK_FALSE(page.chosen(signs, none));
    while (page.has(NodeRole::Button, "Verder")) page.press("Verder");
    CHECK_FALSE(page.has(NodeRole::Field, page.words("activity.goal.since.label")));
    page.press("Bewaar");
    CHECK_MESSAGE(page.store.journal().newest_of("goal")->id == first, "not kept without an answer");
    CHECK(page.has(NodeRole::Group, signs));
    // And when that entry is edited.
    app().happen(EntryEdited{first});
    page.redraw();
    for (const auto& [id, run] : app().model.journal.runs) CHECK_FALSE(find(run.answers, "alcohol_signs"));
}

TEST_CASE("a few days of GHB in one week keep its gate shut in a young diary, and long ago they do not") {
    const auto shut = [](std::initializer_list<int> days_ago) {
        Changes records;
        for (const int ago : days_ago)
            records.push_back(put(use_entry("u" + std::to_string(ago), to_text(day("2026-11-21") - ago), "ghb", 1, "dose_ghb")));
        Page page({}, kept({"ghb"}, records));
        const Activity& goal = *app().model.catalog->activity("goal");
        const Answers answers{{"substance", pick("ghb")}, {"aim", pick("stop")}, {"ghb_often", pick("sometimes")}};
        bool seen = false, plans = false;
        for (const Item* item : shown_items(goal, for_conditions(app().model.ask(), goal, answers)))
            seen = seen || item->id == "safe_ghb_seen", plans = plans || item->id == "since";
        CHECK(seen != plans);
        return seen;
    };
    CHECK_FALSE(shut({0, 6}));
    CHECK(shut({0, 3, 6}));
    CHECK(shut({1, 2, 3, 4, 5}));
    CHECK_FALSE(shut({7, 8, 9, 10, 11}));
    CHECK(shut({15, 16, 17, 18, 19, 20}));
    CHECK_FALSE(shut({28, 29, 30, 31, 32, 33, 34}));
}

TEST_CASE(
    "a day that was chosen before the diary spoke stays, as long as what was ticked stays light; nobody chooses a new one") {
    Changes records;
    for (int i = 1; i <= 20; ++i)
        records.push_back(put(use_entry("u" + std::to_string(i), to_text(day("2026-11-21") - i), "ghb", 1, "dose_ghb")));
    Page page({}, kept({"ghb"}, records));
    const Activity& goal = *app().model.catalog->activity("goal");
    Answers answers{{"substance", pick("ghb")}, {"aim", pick("stop")}, {"ghb_often", pick("sometimes")}};
    const auto has = [&](const char* id) {
        for (const Item* item : shown_items(goal, for_conditions(app().model.ask(), goal, answers)))
            if (item->id == std::string_view(id)) return true;
        return false;
    };
    CHECK_FALSE(has("since"));
    answers.insert_or_assign("since", DayAnswer{day("2026-11-01")});
    CHECK(has("since"));
    CHECK(has("safe_ghb_stop"));
    answers.insert_or_assign("ghb_often", pick("day_night"));
    CHECK_FALSE(has("since"));
}

TEST_CASE(
    "a high alcohol check keeps it shut too: of ten questions, five at their highest do, four do not; what was left open does "
    "not open it") {
    const auto plans = [](size_t highest, size_t left_open, const char* on, int later_low) {
        Page page({}, kept({"alcohol"}));
        app().happen(LibraryAsked{});
        page.redraw();
        const Activity* check = app().model.catalog->activity("check_alcohol");
        REQUIRE(check);
        const Score& score = check->scores.front();
        const auto done = [&](const char* id, const char* day_done, size_t high, size_t open) {
            Entry entry = urge_entry(id, day_done, 1);
            entry.activity = check->id;
            entry.answers.clear();
            for (size_t i = 0; i + open < score.items.size(); ++i) {
                const auto& choices = std::get<ChoiceFormat>(check->find_item(score.items[i])->format).choices;
                const auto by_weight = [](const Choice& a, const Choice& b) { return a.weight < b.weight; };
                const auto& one = i < high ? *std::max_element(choices.begin(), choices.end(), by_weight)
                                           : *std::min_element(choices.begin(), choices.end(), by_weight);
                entry.answers.emplace(score.items[i], pick(one.id));
            }
            return put(entry);
        };
        app().model.journal.apply({done("c1", on, highest, left_open)});
        if (later_low) app().model.journal.apply({done("c2", "2026-11-20", 0, later_low == 2 ? 9 : 0)});
        const Activity& goal = *app().model.catalog->activity("goal");
        const Answers answers{{"substance", pick("alcohol")}, {"aim", pick("less")}, {"alcohol_signs", ticks({"none"})}};
        for (const Item* item : shown_items(goal, for_conditions(app().model.ask(), goal, answers)))
            if (item->id == "per_day") return true;
        return false;
    };
    CHECK(plans(4, 0, "2026-11-01", 0));
    CHECK_FALSE(plans(5, 0, "2026-11-01", 0));
    CHECK_FALSE(plans(6, 1, "2026-11-01", 0));
    CHECK_MESSAGE(plans(5, 0, "2025-11-01", 0), "more than a year ago");
    CHECK_MESSAGE(plans(5, 0, "2026-11-01", 1), "a later one that is low counts");
    CHECK_MESSAGE(!plans(5, 0, "2026-11-01", 2), "but not when it was left open");
}

TEST_CASE("the change plan has the same gates: first steps and a moment to begin only where a goal may have a day") {
    Page page({}, kept({"alcohol"}));
    app().happen(LibraryAsked{});
    const Activity* plan = app().model.catalog->activity("change_plan");
    REQUIRE(plan);
    struct Row {
        const char *substance, *aim, *item;
        Answer answer;
        bool plans;
    };
    const std::vector<Row> rows = {
        {"alcohol", "stop", "alcohol_signs", ticks({"morning"}), false},
        {"alcohol", "stop", "alcohol_signs", ticks({"none"}), true},
        {"alcohol", "less", "alcohol_signs", Skipped{}, false},
        {"alcohol", "safer", "", Skipped{}, true},
        {"benzos", "less", "benzo_signs", YesNoAnswer{true}, false},
        {"benzos", "less", "benzo_signs", YesNoAnswer{false}, true},
        {"ghb", "pause", "ghb_often", pick("often"), false},
        {"ghb", "pause", "ghb_often", pick("sometimes"), true},
        {"opioids", "stop", "opioid_last", pick("today"), false},
        {"opioids", "stop", "opioid_last", pick("weeks"), true},
        {"opioids", "less", "opioid_last", pick("weeks"), false},
        {"painkillers", "understand", "", Skipped{}, true},
        {"gambling", "stop", "", Skipped{}, true},
        {"other", "less", "other_kind", pick("no"), true},
        {"other", "less", "other_kind", pick("maybe"), false},
        {"other", "less", "other_kind", Skipped{}, false},
    };
    for (const Row& row : rows) {
        CAPTURE(std::string(row.substance) + " " + row.aim + " " + to_json(row.answer).dump());
        Answers answers{{"substance", pick(row.substance)}, {"aim", pick(row.aim)}};
        if (*row.item) answers.insert_or_assign(row.item, row.answer);
        // Words that were written before are not a taper beside a gate.
        if (!row.plans) answers.insert_or_assign("first_steps", ManyAnswer{{"Elke dag twee minder"}});
        bool steps = false, prepares = false;
        for (const Item* item : shown_items(*plan, for_conditions(app().model.ask(), *plan, answers))) {
            steps = steps || item->id == "first_steps";
            prepares = prepares || item->id == "prepare";
        }
        CHECK(steps == row.plans);
        if (!std::holds_alternative<Skipped>(row.answer)) CHECK(prepares != row.plans);
    }
}

}  // namespace koers::test
