#include "tests/support/walk.h"

#include <set>

#include "tests/support/given.h"

namespace koers::test {

namespace {

Changes a_full_week() {
    Entry goal = goal_entry("goal", "2026-11-10", "alcohol", "less");
    goal.answers.emplace("per_day", number(3, "glass"));
    goal.answers.emplace("per_week", number(10, "glass"));
    goal.answers.emplace("why", TextAnswer{"Fris opstaan, en ’s avonds nog zin hebben om iets samen te doen."});
    Entry older = goal_entry("older", "2026-11-01", "alcohol", "understand");
    Entry first = use_entry("first", "2026-11-20", "alcohol", 2, "beer33");
    first.answers.emplace(
        "note",
        TextAnswer{
            "Een lange zin over hoe het ging, met eenwoorddatveellangerisdaneenregelbreedkanzijnopeenkleinetelefoon erin."});
    Entry edited = use_entry("edited", "2026-11-20", "alcohol", 3, "beer33");
    edited.replaces = "first";
    edited.written.ms += 60'000;
    Run run;
    run.id = "left";
    run.activity = "urge";
    run.step = "how";
    run.started = at("2026-11-21 09:00");
    run.touched = at("2026-11-21 09:01");
    run.answers.emplace("strength", NumberAnswer{5, ""});
    return {put(goal),
            put(older),
            put(first),
            put(edited),
            put(run),
            put(use_entry("t", "2026-11-19", "tobacco", 8, "cigarette")),
            put(use_entry("n", "2026-11-18", "alcohol", 0, "glass")),
            put(urge_entry("u", "2026-11-19", 8, "alcohol")),
            put(urge_entry("v", "2026-11-20", 4, "alcohol"))};
}

FakeStore full(std::string_view language) {
    FakeStore store = kept({"alcohol", "tobacco"}, a_full_week(), language);
    Settings settings = store.journal().settings;
    settings.followed.push_back({"own-1", "other", "Snoepen als ik me verveel of moe ben ’s nachts"});
    store.written_elsewhere({put(settings)});
    return store;
}

}  // namespace

static void walk_first_visit(const std::string& language, const Look& look) {
    Page page(Visit{.language = language, .languages = {language}});
    look(page, "welcome 1");
    page.press(page.words("welcome.next"));
    look(page, "welcome 2");
    page.press(page.words("welcome.who.me"));
    const std::string own = page.words("welcome.about.own");
    page.type(own, "Snoepen ’s nachts").enter(own).type(own, "nog iets");
    look(page, "welcome 3");
    page.choose(page.words("welcome.age.title"), page.words("welcome.age.no"));
    look(page, "youth");
    page.back().press(page.words("app.back"));
    page.press(page.words("welcome.who.other"));
    look(page, "welcome 3 for another");
    page.choose(page.words("welcome.age.title"), page.words("welcome.age.yes")).press(page.words("welcome.start"));
    look(page, "today for another");
    page.press(page.words("app.place.plan"));
    look(page, "plan with nothing");
    page.press(page.words("app.place.diary"));
    look(page, "diary with nothing");
    page.choose(page.words("app.diary.view"), page.words("app.diary.chart"));
    look(page, "chart with nothing");
}

static void walk_demonstration(const std::string& language, const Look& look) {
    Page page(Visit{.language = language, .languages = {language}});
    page.press(page.words("welcome.next")).press(page.words("welcome.who.look"));
    look(page, "demonstration");
    page.press(page.words("app.place.plan"));
    look(page, "demonstration: plan");
}

void walk_places(const std::string& language, const Look& look) {
    Page page(Visit{.language = language, .languages = {language}}, full(language));
    const auto w = [&](const char* key) { return page.words(key); };
    look(page, "today");
    page.press(w("app.none.all"));
    look(page, "today with a notice");
    page.press(w("app.undo"));
    page.press(w("app.close"));

    page.press(w("app.place.diary"));
    look(page, "diary: list");
    page.choose(w("app.diary.view"), w("app.diary.calendar"));
    look(page, "diary: calendar");
    page.press(w("app.calendar.earlier"));
    look(page, "diary: earlier calendar");
    page.press(w("app.calendar.later"));
    page.choose(w("app.diary.view"), w("app.diary.chart"));
    look(page, "diary: week");
    page.press(w("app.chart.show_table"));
    look(page, "diary: week with table");
    page.choose(w("app.chart.span"), w("app.chart.month"));
    look(page, "diary: month with table");
    page.press(w("app.chart.earlier"));
    look(page, "diary: earlier month");
    page.choose(w("app.diary.view"), w("app.diary.list")).press(w("app.day.add"));
    look(page, "day");
    page.press(w("app.place.diary"), "navigation").press("Alcohol: 3 ");
    look(page, "entry with history");
    page.press(w("app.entry.delete"));
    look(page, "diary after deleting");

    page.press(w("app.place.plan"));
    look(page, "plan");
    page.press(w("app.place.more"));
    look(page, "more");
    for (const char* part : {"follow", "look", "data", "about"}) {
        page.press(w((std::string("app.more.") + part).c_str()));
        look(page, part);
        if (std::string_view(part) == "data") {
            page.press(w("app.data.erase.button"));
            look(page, "erase?");
            page.escape();
        }
        page.back();
    }
    page.press(w("app.help"));
    look(page, "help");
    page.choose(w("help.country"), w("help.country.nl"));
    look(page, "help: nl");
}

// Every step of a run, with every choice in it made.
static void walk_run(Page& page, const std::string& name, const Look& look) {
    const std::string next = page.words("app.run.next"), more = page.words("app.run.tell_more");
    for (int step = 1;; ++step) {
        look(page, name + ", step " + std::to_string(step));
        std::set<std::string> done;
        for (bool again = true; again;) {
            again = false;
            for (const Node& node : page.nodes()) {
                if (node.role == NodeRole::Slider && node.value.empty() && done.insert(node.id).second) {
                    page.slide(std::string(node.name), static_cast<int>(node.max));
                    again = true;
                    break;
                }
                if (node.role == NodeRole::Field && node.kind == FieldKind::Text && node.value.empty() &&
                    done.insert(node.id).second) {
                    page.type(std::string(node.name), "iets");
                    again = true;
                    break;
                }
                if (node.has_open && !node.open) {
                    page.press(std::string(node.name));
                    again = true;
                    break;
                }
            }
        }
        look(page, name + ", step " + std::to_string(step) + " answered");
        if (page.has(NodeRole::Button, next))
            page.press(next);
        else if (page.has(NodeRole::Button, more))
            page.press(more);
        else
            break;
    }
}

void walk_runs(const std::string& language, const Look& look) {
    Page page(Visit{.language = language, .languages = {language}}, full(language));
    const auto w = [&](const std::string& key) { return page.words(key); };
    for (const char* activity : {"use", "urge", "day"}) {
        page.press(w(std::string("activity.") + activity + ".short"));
        if (std::string_view(activity) == "use") {
            page.choose(w("activity.use.substance.label"), "Alcohol")
                .press(w("app.more_choices"))
                .choose(w("app.unit"), w("unit.own_drink.pick"))
                .type(w("activity.use.amount.label"), "9999");
            look(page, "use with a number that does not fit");
            page.type(w("activity.use.amount.label"), "2").press(w("app.run.keep"));
            look(page, "use with something missing");
            page.type(w("activity.use.volume.label"), "440").type(w("activity.use.strength.label"), "8");
        }
        walk_run(page, activity, look);
        if (std::string_view(activity) == "urge") {
            page.choose(w("activity.urge.did.label"), w("activity.urge.did.left"));
            look(page, "urge: what helped");
            page.press(w("app.run.discard"));
            look(page, "discard?");
            page.press(w("app.discard.yes"));
            look(page, "today after discarding");
        } else {
            page.press(w("app.run.keep"));
            look(page, "today after keeping");
        }
        page.press(w("app.place.today"), "navigation");
    }
    page.press(w("app.place.diary")).press("Alcohol: 3 ").press(w("app.entry.edit"));
    look(page, "editing");
    page.press(w("app.run.keep_old"));
    for (const char* aim : {"stop", "less", "safer", "pause", "understand"}) {
        page.press(w("app.place.plan"), "navigation")
            .press(w("app.goal.revise"))
            .choose(w("activity.goal.aim.label"), w(std::string("activity.goal.aim.") + aim));
        walk_run(page, std::string("goal ") + aim, look);
        // What was not touched is just left.
        if (page.has(NodeRole::Button, w("app.run.discard")))
            page.press(w("app.run.discard")).press(w("app.discard.yes"));
        else
            while (!page.has(NodeRole::Navigation, w("app.places"))) page.back();
    }
}

static void walk_safety_notes(const std::string& language, const Look& look) {
    for (const char* substance : {"benzos", "ghb", "opioids"}) {
        Page page(Visit{.language = language, .languages = {language}}, kept({substance}, {}, language));
        page.press(page.words("app.place.plan"))
            .press(page.words("app.goal.set"))
            .choose(page.words("activity.goal.aim.label"), page.words("activity.goal.aim.stop"));
        page.press(page.words("app.run.next"));
        look(page, std::string("safety: ") + substance);
    }
}

static void walk_store(const std::string& language, const Look& look) {
    const auto with = [&](const char* name, const std::function<void(FakeStore&)>& set) {
        FakeStore store = full(language);
        set(store);
        Page page(Visit{.language = language, .languages = {language}}, store);
        look(page, name);
    };
    with("newer", [](FakeStore& store) { store.state = "newer"; });
    with("reading along", [](FakeStore& store) { store.writer = false; });
    with("damaged", [](FakeStore& store) { store.damaged = {"p7", "index"}; });
    with("volatile", [](FakeStore& store) { store.is_volatile = true; });
    with("recovered", [](FakeStore& store) { store.state = "recovered"; });
    with("lost", [&](FakeStore& store) {
        store = FakeStore{};
        store.state = "lost";
    });
    {
        Page page(Visit{.language = language, .languages = {language}, .store_answers = false}, full(language));
        page.rings("opening");
        look(page, "opening");
    }
    Page page(Visit{.language = language, .languages = {language}}, full(language));
    page.fail_saves("full").press(page.words("app.none.all")).message("\"t\":\"update\"");
    look(page, "unsaved, with a new version waiting");
}

// A screen that was looked at once is not looked at again.
void walk_everything(const std::string& language, const Look& look) {
    std::set<std::string> seen;
    const Look once = [&](Page& page, const std::string& where) {
        if (seen.insert(page.everything()).second) look(page, where);
    };
    walk_first_visit(language, once);
    walk_demonstration(language, once);
    walk_places(language, once);
    walk_runs(language, once);
    walk_safety_notes(language, once);
    walk_store(language, once);
}

}  // namespace koers::test
