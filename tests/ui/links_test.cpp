// Links from a professional: opened for the first time, with a journal, twice, late, damaged, by somebody of ill will. What a link can never do stands here by
// the numbers of its list: 1 run or show anything of its own, 2 touch what is there, 3 change how it is guarded, 4 reach outside, 5 speak in our name,
// 6 leave a trace before a yes, 7 hang or break, 8 do more when it is opened again.
#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "app/frame.h"
#include "app/headless.h"
#include "core/invite/link.h"
#include "tests/support/given.h"
#include "tests/support/hostile_links.h"
#include "tests/support/page.h"

namespace koers::test {

namespace {

Invitation some() {
    Invitation one;
    one.activities = {"strengths", "check_alcohol", "kwartet", "use"};
    one.substances = {"alcohol", "tobacco"};
    one.whom = ForWhom::Self;
    one.rhythm = Rhythm::Fortnight;
    return one;
}
std::string link(const Invitation& one) { return fragment_of(one, link_codes()); }

Visit with(const std::string& fragment) { return Visit{.fragment = fragment}; }

// A text by its key, or as it is.
std::string said(const Page& page, std::string_view words) {
    return words.rfind("activity.", 0) == 0 ? page.words(words) : std::string(words);
}
std::string title_of(const Page& page, const char* activity) {
    return page.words("activity." + std::string(activity) + ".title");
}

json settings_of(const FakeStore& store) { return to_json(store.journal().settings); }

}  // namespace

TEST_CASE("a link opened on a first visit says what it offers, and begins with one press") {
    Page page(with(link(some())));
    CHECK(page.heading() == "Een link voor jou");
    for (const char* words : {"activity.strengths.title", "activity.kwartet.title", "Bijhouden: Alcohol en tabak",
                              "De zelfchecks komen om de twee weken terug.", "We zien niet wie deze link maakte."})
        CHECK_MESSAGE(page.sees(said(page, words)), said(page, words), "\n", page.everything());
    CHECK(page.store.writes == 0);
    page.press("Beginnen");
    CHECK(page.heading() == "Zaterdag 21 nov");
    CHECK(page.sees("Uit je link"));
    const Settings settings = page.store.journal().settings;
    CHECK(settings.started);
    CHECK(settings.role == Role::Self);
    REQUIRE(settings.followed.size() == 2);
    CHECK(settings.followed[0].id == "alcohol");
    REQUIRE(settings.proposed.size() == 4);
    CHECK(settings.proposed[1].activity == "check_alcohol");
    CHECK(settings.proposed[1].rhythm == Rhythm::Fortnight);
    CHECK(settings.proposed[0].rhythm == Rhythm::None);  // an exercise does not come back by itself
}

TEST_CASE("what opens first is as the link says, and the first of its list is at hand") {
    const std::pair<FirstScreen, const char*> firsts[] = {{FirstScreen::Today, "Zaterdag 21 nov"},
                                                          {FirstScreen::Diary, "Dagboek"},
                                                          {FirstScreen::Discover, "Ontdekken"},
                                                          {FirstScreen::Plan, "Plan"},
                                                          {FirstScreen::Activity, "activity.strengths.title"}};
    for (const auto& [first, title] : firsts) {
        Invitation one = some();
        one.first = first;
        Page page(with(link(one)));
        page.press("Beginnen");
        CHECK_MESSAGE(page.heading() == said(page, title), title);
    }
    Invitation diary = some();
    diary.first = FirstScreen::Activity;
    diary.activities = {"day"};
    Page page(with(link(diary)));
    page.press("Beginnen");
    CHECK(page.heading() == page.words("activity.day.step.how.title"));
}

TEST_CASE("a relative's link makes a relative's Koers, and follows nothing of the other") {
    Invitation one = some();
    one.whom = ForWhom::Family;
    one.activities = {"family_story"};
    Page page(with(link(one)));
    CHECK(page.sees("omdat een naaste van je drinkt"));
    page.press("Beginnen");
    CHECK(page.store.journal().settings.role == Role::Other);
    CHECK(page.store.journal().settings.followed.empty());
}

TEST_CASE("6: a link that is declined leaves nothing behind, also not its language") {
    Invitation one = some();
    one.language = "en";
    Page page(with(link(one)));
    CHECK(page.heading() == "A link for you");
    page.press("No thanks");
    CHECK(page.heading() == "Welkom bij Koers");
    CHECK(page.sees("Nederlands"));
    CHECK(app().model.language == "nl");
    CHECK(page.store.writes == 0);
    CHECK(page.store.pages.empty());
    page.reload();
    CHECK(page.heading() != "Een link voor jou");
}

TEST_CASE("looking around first stores nothing and comes back to the link") {
    Page page(with(link(some())));
    page.press("Kijk eerst rond");
    CHECK(page.sees("Dit is een voorbeeld"));
    page.press("Stop het voorbeeld");
    CHECK(page.heading() == "Een link voor jou");
    CHECK(page.store.writes == 0);
    page.press("Beginnen");
    CHECK(page.store.journal().settings.proposed.size() == 4);
}

TEST_CASE("who is younger than 18 goes to the page for the young") {
    Page page(with(link(some())));
    page.choose("Ben je 18 of ouder?", "Nee, jonger");
    CHECK(page.heading() == page.words("youth.title"));
    page.back();
    page.press("Beginnen");
    CHECK(page.heading() == page.words("youth.title"));
    CHECK(page.store.writes == 0);
}

TEST_CASE("2 and 3: with a journal a link only offers to add, and adds nothing but that") {
    const FakeStore before = kept({"tobacco"}, {put(use_entry("a", "2026-11-20", "tobacco", 3, "cigarette"))});
    {
        Page page(with(link(some())), before);
        CHECK(page.heading() == "Een link voor jou");
        CHECK(page.sees("Dit komt erbij als je wilt"));
        CHECK_FALSE(page.sees("Bijhouden: tabak"));  // that is there already
        const std::vector<std::string> buttons = page.names(NodeRole::Button, "main");
        REQUIRE(buttons.size() == 2);
        CHECK(buttons[0] == "Laat alles zoals het is");
        page.press("Laat alles zoals het is");
        CHECK(page.heading() == "Zaterdag 21 nov");
        CHECK(page.store.writes == 0);
        CHECK(page.store.pages == before.pages);
    }
    Page page(with(link(some())), before);
    page.press("Voeg dit toe");
    json was = settings_of(before), is = settings_of(page.store);
    for (const char* key : {"followed", "proposed"}) was.erase(key), is.erase(key);
    CHECK(was == is);
    const Journal journal = page.store.journal();
    CHECK(journal.entries.size() == before.journal().entries.size());
    REQUIRE(journal.settings.followed.size() == 2);
    CHECK(journal.settings.followed[0].id == "tobacco");
    page.press("Ongedaan maken");
    CHECK(settings_of(page.store) == settings_of(before));
}

TEST_CASE("8: a link that is opened again does no more than the first time") {
    Page page(with(link(some())), kept({"alcohol"}));
    page.press("Voeg dit toe");
    const json once = settings_of(page.store);
    for (int again = 0; again < 3; ++again) {
        page.at("2026-12-01 10:00").opens_link(link(some()));
        CHECK(page.sees("Je hebt alles uit deze link al."));
        page.press("Ga naar Koers");
        CHECK(settings_of(page.store) == once);
    }
    // Another rhythm for what is there: the present one stays.
    Invitation other = some();
    other.rhythm = Rhythm::Week;
    other.activities.push_back("values");
    page.opens_link(link(other)).press("Voeg dit toe");
    const Settings settings = page.store.journal().settings;
    CHECK(settings.find_proposed("check_alcohol")->rhythm == Rhythm::Fortnight);
    CHECK(settings.find_proposed("values"));
    CHECK(settings.proposed.size() == 5);
}

TEST_CASE("8: a link past its day asks whether it is still meant") {
    Invitation one = some();
    one.until = day("2026-11-20");
    Page page(with(link(one)));
    CHECK(page.sees("Deze link was bedoeld tot gisteren."));
    CHECK(page.names(NodeRole::Button, "main").front() == "Nee, bedankt");
    CHECK_FALSE(page.has(NodeRole::Button, "Beginnen"));
    page.press("Toch bekijken");
    CHECK(page.sees(title_of(page, "strengths")));
    page.press("Beginnen");
    CHECK(page.store.journal().settings.proposed.size() == 4);
    one.until = day("2026-11-21");  // its last day is one of its days
    Page today(with(link(one)));
    CHECK(today.has(NodeRole::Button, "Beginnen"));
}

TEST_CASE("1, 5, 6 and 7: whatever is no link of Koers gets the same calm sentence, and changes nothing") {
    const auto hostile = hostile_links();
    const FakeStore before = kept({"alcohol"}, {put(use_entry("a", "2026-11-20", "alcohol", 2, "glass"))});
    Page page({}, before);
    const std::string home = page.everything();
    std::string unreadable;
    for (const HostileLink& one : hostile) {
        if (one.fragment.empty()) continue;
        CAPTURE(one.what);
        page.opens_link(one.fragment);
        CHECK(page.heading() == "Een link voor jou");
        const std::string seen = page.everything();
        if (one.newer) {
            CHECK(page.sees("gemaakt met een nieuwere Koers"));
        } else {
            if (unreadable.empty()) unreadable = seen;
            CHECK(seen == unreadable);
        }
        page.press("Ga naar Koers");
        CHECK(page.everything() == home);
    }
    CHECK(page.store.writes == 0);
    CHECK(page.store.pages == before.pages);
}

TEST_CASE("4: while a link is on screen nothing is fetched, called, copied, downloaded or asked, and no address stands there") {
    for (const bool started : {false, true}) {
        CAPTURE(started);
        Page page(with(link(some())), started ? kept({"tobacco"}) : FakeStore{});
        REQUIRE(page.heading() == "Een link voor jou");
        for (const Node& node : page.nodes()) CHECK(node.href.empty());
        const Headless& outside = headless();
        CHECK(outside.downloads.empty());
        CHECK(outside.copied.empty());
        CHECK(outside.shared.empty());
        CHECK(outside.codes.empty());
        CHECK(outside.prints + outside.persist_asked + outside.erases + outside.take_overs == 0);
        CHECK(outside.saves.empty());
    }
}

TEST_CASE("5: all words on the screen of a link are Koers's own") {
    Page page(with(link(some())));
    for (const Node& node : page.nodes()) {
        if (node.name.empty() || node.role == NodeRole::Region || node.role == NodeRole::Group) continue;
        const auto& texts = app().model.catalog->texts;
        const bool ours = node.name == "Koers" || node.id.rfind("invite.language.", 0) == 0 ||
                          node.id.rfind("invite.what.", 0) == 0 || node.id == "invite.follow" ||
                          std::any_of(texts.entries.begin(), texts.entries.end(), [&](const auto& one) {
                              return one.second == node.name || one.second.find(node.name) != std::string::npos;
                          });
        CHECK_MESSAGE(ours, node.id << ": " << node.name);
    }
}

TEST_CASE("a link opened inside another app says where to open it, and gives the link back") {
    Visit visit = with(link(some()));
    visit.inside_app = true;
    Page page(visit);
    CHECK(page.sees("Open dit liever in je gewone browser"));
    page.press("Kopieer de link");
    REQUIRE(headless().copied.size() == 1);
    CHECK(headless().copied[0] == "https://koers.example/#" + link(some()));
    page.message("\"t\":\"clipped\",\"yes\":true");
    CHECK(page.notice() == "Gekopieerd.");
}

TEST_CASE("a link opened in the example leaves the example and is shown") {
    Page page;
    page.press("Verder").press(page.words("welcome.who.look"));
    CHECK(page.sees("Dit is een voorbeeld"));
    page.opens_link(link(some()));
    CHECK(page.heading() == "Een link voor jou");
    CHECK_FALSE(page.sees("Dit is een voorbeeld"));
    page.press("Beginnen");
    CHECK(page.store.journal().entries.empty());
    CHECK(page.store.journal().settings.proposed.size() == 4);
}

TEST_CASE("a link in a tab that only reads cannot be taken there") {
    FakeStore store = kept({"tobacco"});
    store.writer = false;
    Page page(with(link(some())), store);
    CHECK(page.node(NodeRole::Button, "Voeg dit toe").off);
    page.press("Laat alles zoals het is");
    CHECK(page.heading() == "Zaterdag 21 nov");
}

TEST_CASE("a link waits while a lost journal is looked for, and is there after it") {
    FakeStore lost;
    lost.state = "lost";
    Page page(with(link(some())), lost);
    CHECK(page.heading() == "Je dagboek is niet te vinden");
    page.press(page.words("app.recovery.empty"));
    CHECK(page.heading() == "Een link voor jou");
}

// --- slow, late and lost

namespace {

// Nothing on the screen is the name of a text instead of the text.
void check_words(const Page& page) {
    for (const Node& node : page.nodes())
        CHECK_MESSAGE((node.name.rfind("app.", 0) != 0 && node.name.find(" app.") == std::string::npos),
                      node.id << ": " << node.name);
}

Visit first_packs(const std::string& fragment = "", std::string language = "nl") {
    Visit visit;
    visit.language = std::move(language);
    visit.fragment = fragment;
    visit.whole = false;
    return visit;
}

}  // namespace

TEST_CASE("the library comes in the language that is wanted, also when another was on screen first") {
    for (const std::string& fragment : {link(some()), std::string("pro")}) {
        Page page(first_packs(fragment, "en"), kept({"tobacco"}));
        CHECK(app().model.language == "nl");
        CHECK(app().model.catalog->whole);
        if (fragment == "pro")
            CHECK(page.sees(page.words("app.pro.lead")));
        else
            CHECK_FALSE(page.node(NodeRole::Button, "Voeg dit toe").off);
    }
    // Chosen while the library is on its way.
    Page page(first_packs(link(some())));
    page.reload().slow_network().opens_link(link(some()));
    page.choose(page.words("about.language"), "English").arrives().arrives();
    CHECK(app().model.catalog->whole);
    page.press("Start");
    CHECK(page.store.journal().settings.language == "en");
}

TEST_CASE("without a network a link offers to try again, and then begins") {
    Page page(first_packs());
    page.loses_network().opens_link(link(some()));
    CHECK(page.sees(page.words("app.discover.missing")));
    CHECK(page.node(NodeRole::Button, "Beginnen").off);
    page.finds_network().press(page.words("app.retry"));
    CHECK(page.sees(page.words("activity.strengths.title")));
    page.press("Beginnen");
    CHECK(page.store.journal().settings.proposed.size() == 4);
}

TEST_CASE("what could not be fetched in one language can be asked for again, whatever was on its way") {
    for (const bool second_comes : {false, true}) {
        CAPTURE(second_comes);
        Page page(first_packs());
        page.slow_network().loses_network().choose(page.words("about.language"), "English");
        page.opens_link("pro");
        REQUIRE(headless().content_asked.size() == 2);
        page.arrives();
        if (second_comes) page.finds_network();
        page.arrives();
        CHECK(app().model.language == "nl");
        REQUIRE(page.has(NodeRole::Button, page.words("app.retry")));
        page.finds_network().press(page.words("app.retry")).arrives();
        CHECK(app().model.catalog->whole);
        CHECK(page.sees(page.words("app.pro.lead")));
    }
    // The link's own language, too.
    Invitation one = some();
    one.language = "en";
    Page page(first_packs());
    page.loses_network().opens_link(link(one));
    CHECK(app().model.language == "nl");
    page.finds_network().press(page.words("app.retry"));
    CHECK(page.heading() == "A link for you");
}

TEST_CASE("nobody is taken away from Hulp nu because another tab saved") {
    Page page(with(link(some())), kept({"tobacco"}));
    page.press("Hulp nu");
    const int arrivals = app().model.arrivals;
    page.store_reopens();
    CHECK(page.heading() == "Hulp nu");
    CHECK(app().model.arrivals == arrivals);
    page.back();
    CHECK(page.heading() == "Een link voor jou");
    page.store_reopens();
    CHECK(app().model.arrivals == arrivals + 1);
}

TEST_CASE("what was taken has its words without the library") {
    Invitation one = some();
    one.activities = {"use", "day"};
    one.substances = {"alcohol"};
    FakeStore store;
    {
        Page page(first_packs(link(one)));
        page.press("Beginnen");
        store = page.store;
    }
    Page page(first_packs(), store);
    CHECK_FALSE(app().model.catalog->whole);
    CHECK(page.sees("Uit je link"));
    check_words(page);
    page.press("Alles bekijken");
    check_words(page);
}

TEST_CASE("6: declined before its language came, a link leaves the language as it was") {
    Invitation one = some();
    one.language = "en";
    Page page(first_packs());
    page.slow_network().opens_link(link(one));
    CHECK(page.heading() == "Een link voor jou");
    page.press("Nee, bedankt");
    while (!headless().content_asked.empty()) page.arrives();
    CHECK(app().model.language == "nl");
    CHECK(page.heading() == "Welkom bij Koers");
    // Going elsewhere is an answer, too.
    Page away(first_packs());
    away.opens_link(link(one));
    CHECK(app().model.language == "en");
    away.back();
    CHECK(app().model.language == "nl");
    CHECK(app().model.invite.link == LinkState::None);
}

TEST_CASE("the link's language comes before the host's, and the host's comes back") {
    Visit visit;
    visit.languages = {"pl"};
    visit.language = "en";
    Page page(visit);
    auto catalog = std::make_shared<Catalog>(*app().model.catalog);
    catalog->host.language = "nl";
    app().model.catalog = catalog;
    page.store_reopens();
    CHECK(app().model.language == "nl");
    Invitation one = some();
    one.language = "en";
    page.opens_link(link(one));
    CHECK(page.heading() == "A link for you");
    page.press("No thanks");
    CHECK(app().model.language == "nl");
}

TEST_CASE("a link that was left does not come back by itself, and one that comes again is shown again") {
    FakeStore store = kept({"tobacco"});
    Page page(with(link(some())), store);
    page.press("Vandaag").store_reopens();
    CHECK(page.heading() == "Zaterdag 21 nov");
    page.opens_link(link(some())).press("Hulp nu").opens_link(link(some()));
    CHECK(page.heading() == "Een link voor jou");
    const int arrivals = app().model.arrivals;
    Invitation other = some();
    other.activities = {"values"};
    page.opens_link(link(other));
    CHECK(app().model.arrivals > arrivals);  // said, and from its top
    CHECK(page.sees(title_of(page, "values")));
    page.back();
    CHECK(page.heading() == "Hulp nu");
}

TEST_CASE("3: a link opened in the example waits for the journal that is there") {
    FakeStore store = kept({"tobacco"}, {put(use_entry("a", "2026-11-20", "tobacco", 3, "cigarette"))});
    Page page({}, store);
    page.press("Meer").press("Voor hulpverleners").press(page.words("demo.person.week"));
    app().happen(LinkOpened{link(some())});  // and the journal has not answered yet
    CHECK_FALSE(app().model.may_write());
    CHECK(app().model.route().screen != Screen::Invited);
    page.message("\"t\":\"touch\"");
    CHECK(page.heading() == "Een link voor jou");
    CHECK(page.has(NodeRole::Button, "Laat alles zoals het is"));
    CHECK(page.store.pages == store.pages);
}

TEST_CASE("where everything is there already, a tab that only reads can go on, and nothing is said to be added") {
    FakeStore store;
    Invitation family = some();
    family.whom = ForWhom::Family;
    family.activities = {"family_story"};
    {
        Page page(with(link(family)));
        page.press("Beginnen");
        store = page.store;
    }
    Page page(with(link(family)), store);  // its substances are not for a relative's Koers
    CHECK(page.sees("Je hebt alles uit deze link al."));
    page.press("Ga naar Koers");
    CHECK(page.notice().empty());
    CHECK(page.store.pages == store.pages);
    store.writer = false;
    Page reading(with(link(family)), store);
    reading.press("Ga naar Koers");
    CHECK(reading.heading() == "Zaterdag 21 nov");
    CHECK(reading.notice().empty());
}

// --- what was taken

TEST_CASE("a part of the plan that was there already is gone on with, and a new version of it is done") {
    Entry people;
    people.id = "people";
    people.activity = "plan_people";
    people.day = day("2026-11-02");
    people.written = at("2026-11-02 12:00");
    people.answers.emplace("people", RowsAnswer{{{{"name", "Els"}, {"phone", "0470 11 22 33"}}}});
    Invitation one = some();
    one.activities = {"plan_people"};
    one.substances.clear();
    Page page(with(link(one)), kept({"alcohol"}, {put(people)}));
    page.press("Voeg dit toe");
    REQUIRE(page.sees("Uit je link"));
    app().happen(ProposalOpened{"plan_people"});
    page.redraw();
    REQUIRE(app().model.journal.runs.size() == 1);
    CHECK(app().model.journal.runs.begin()->second.replaces == "people");
    while (page.has(NodeRole::Button, page.words("app.run.next"))) page.press(page.words("app.run.next"));
    page.press(page.words("app.run.keep")).press("Vandaag");
    const Journal stored = page.store.journal();
    const auto* rows = find_as<RowsAnswer>(stored.newest_of("plan_people")->answers, "people");
    REQUIRE(rows);
    CHECK(rows->rows.size() == 1);
    CHECK(stored.newest_of("plan_people")->replaces == "people");
    CHECK_FALSE(page.sees("Uit je link"));
}

TEST_CASE("something old that is mended after a link was taken is not done now") {
    Invitation one = some();
    one.activities = {"check_wellbeing"};
    Entry old;
    old.id = "old";
    old.activity = "check_wellbeing";
    old.day = day("2026-01-10");
    old.written = at("2026-01-10 12:00");
    Entry mended = old;
    mended.id = "mended";
    mended.replaces = "old";
    mended.written = at("2026-11-21 18:00");
    Page page(with(link(one)), kept({"alcohol"}, {put(old)}));
    page.press("Voeg dit toe");
    page.store.written_elsewhere({put(mended)});
    page.store_reopens();
    CHECK(page.sees("Uit je link"));
}

TEST_CASE("what was taken stands on Vandaag until it is done, and a check comes back in its rhythm") {
    Invitation one = some();
    one.activities = {"check_wellbeing", "kwartet"};
    Page page(with(link(one)));
    page.press("Beginnen");
    CHECK(page.sees("Uit je link"));
    const auto done = [&](const char* activity) {
        Entry entry;
        entry.id = std::string("done-") + activity;
        entry.activity = activity;
        entry.written = at("2026-11-22 12:00");
        entry.day = day("2026-11-22");
        page.store.written_elsewhere({put(entry)});
        page.store_reopens();
    };
    page.at("2026-11-22 12:30");
    done("check_wellbeing");
    done("kwartet");
    CHECK_FALSE(page.sees("Uit je link"));
    page.at("2026-12-05 09:00").reload();
    CHECK_FALSE(page.sees("Uit je link"));
    page.at("2026-12-06 09:00").reload();
    CHECK(page.sees("Uit je link"));
    CHECK(page.sees("weer aan de beurt"));
    CHECK_FALSE(page.sees(title_of(page, "kwartet")));
    page.press("Alles bekijken");
    CHECK(page.sees(title_of(page, "kwartet")));
    page.press("Haal alles weg");
    CHECK(page.store.journal().settings.proposed.empty());
    page.press("Ongedaan maken");
    CHECK(page.store.journal().settings.proposed.size() == 2);
}

// --- making one

TEST_CASE("a professional makes a link from an example, changes it, and what opens is what was made") {
    Page page({}, kept({"alcohol"}));
    page.press("Meer").press("Voor hulpverleners").press(page.words("app.pro.link.title"));
    CHECK(page.heading() == "Een link maken");
    CHECK(page.node(NodeRole::Button, "Maak de link").off);
    page.choose("Begin met een kant-en-klare set", page.words("set.first.name"));
    page.press("Haal weg: " + title_of(page, "kwartet"), "main");
    page.press("Omhoog: " + title_of(page, "ordinary_day"));
    page.choose("Wat bijhouden", "Gokken").choose("Wat bijhouden", "Alcohol");
    page.choose("Taal", "Nederlands");
    page.choose("Bedoeld tot", "Over 6 weken");
    page.press("Maak de link");
    REQUIRE(headless().codes.size() == 1);
    const std::string made = headless().codes[0];
    CHECK(made.rfind("https://koers.example/#1.", 0) == 0);
    CHECK(made.size() <= 110);
    const LinkRead read = read_link(made.substr(made.find('#') + 1), link_codes());
    REQUIRE(read.problem == LinkProblem::None);
    CHECK(read.invitation.activities == std::vector<std::string>{"ordinary_day", "strengths", "rulers"});
    CHECK(read.invitation.substances == std::vector<std::string>{"alcohol", "gambling"});
    CHECK(*read.invitation.until == day("2027-01-02"));
    CHECK(page.sees(made));
    CHECK(page.store.writes == 0);  // nothing of it is stored
    page.press("Kopieer de link");
    CHECK(headless().copied.back() == made);
    page.press("Bekijk wat de ander ziet");
    CHECK(page.sees("Dit ziet iemand die de link opent."));
    CHECK(page.sees(title_of(page, "ordinary_day")));
    CHECK_FALSE(page.has(NodeRole::Button, "Beginnen"));
    page.back();
    page.press("Bewaar deze link hier");
    CHECK(page.store.journal().settings.links.size() == 1);
    page.back();
    CHECK(page.sees("Mijn bewaarde links"));
}

TEST_CASE("a code is shown when it was made, for this link and no other, and can be kept as a drawing") {
    Page page({}, kept({"alcohol"}));
    page.press("Meer").press("Voor hulpverleners").press(page.words("app.pro.link.title"));
    page.choose("Begin met een kant-en-klare set", page.words("set.first.name")).press("Maak de link");
    const std::string made = headless().codes.back();
    page.message("\"t\":\"code\",\"text\":\"another\",\"rows\":[\"11\",\"11\"]");
    CHECK(page.sees("De QR-code wordt gemaakt."));
    page.message("\"t\":\"code\",\"text\":\"" + made + "\",\"rows\":[\"101\",\"010\",\"110\"]");
    const Node& code = page.node(NodeRole::Image, "QR-code van de link");
    CHECK(code.picture_side == 3);
    CHECK(code.picture == "M0 0h1v1h-1zM2 0h1v1h-1zM1 1h1v1h-1zM0 2h2v1h-2z");
    page.press("Bewaar als tekening (SVG)");
    CHECK(page.last_download().first == "koers-qr.svg");
    CHECK(page.last_download().second.find("viewBox=\"-4 -4 11 11\"") != std::string::npos);
    page.press("Bewaar als afbeelding");
    CHECK(headless().codes_kept.back() == made);
    page.press("Blad om mee te geven");
    CHECK(page.sees(made));
    CHECK(page.sees("Koers vraagt nooit wie je bent."));
    page.press(page.words("app.paper.print"));
    CHECK(headless().prints == 1);
}

TEST_CASE("the page for professionals has an address of its own, also for who has no journal") {
    Page page(with("pro"));
    CHECK(page.heading() == "Voor hulpverleners");
    CHECK(page.store.writes == 0);
    page.back();
    CHECK(page.heading() == "Welkom bij Koers");
}

TEST_CASE("three example people can be looked at, and nothing of them is stored") {
    Page page({}, kept({"alcohol"}));
    for (const char* person : {"week", "gambling", "relative"}) {
        CAPTURE(person);
        page.press("Meer").press("Voor hulpverleners").press(page.words(std::string("demo.person.") + person));
        CHECK(page.sees("Dit is een voorbeeld"));
        CHECK(app().model.journal.entries.size() > 10);
        page.press("Plan").press("Samenvatting");
        CHECK(page.sees("Zo ziet het eruit"));
        page.press("Vandaag").press("Stop het voorbeeld");
        CHECK(page.heading() == "Zaterdag 21 nov");
    }
    CHECK(page.store.writes == 0);
}

}  // namespace koers::test
