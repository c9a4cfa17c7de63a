// Links from a professional: opened for the first time, with a journal, twice, late, damaged, by somebody of ill will. What a link can never do stands here by
// the numbers of its list: 1 run or show anything of its own, 2 touch what is there, 3 change how it is guarded, 4 reach outside, 5 speak in our name,
// 6 leave a trace before a yes, 7 hang or break, 8 do more when it is opened again.
#include <doctest/doctest.h>

#include <algorithm>

#include "app/frame.h"
#include "app/headless.h"
#include "tests/support/given.h"
#include "tests/support/invitations.h"

namespace koers::test {

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

TEST_CASE("a link that does not say for whom asks it, and a relative's Koers is a relative's") {
    Invitation one = some();
    one.whom = ForWhom::Everybody;
    Page page(with(link(one)));
    page.choose(page.words("welcome.who.title"), page.words("welcome.who.other")).press("Beginnen");
    CHECK(page.store.journal().settings.role == Role::Other);
    Page self(with(link(one)));
    self.press("Beginnen");
    CHECK(self.store.journal().settings.role == Role::Self);
    one.whom = ForWhom::Self;
    Page known(with(link(one)));
    CHECK_FALSE(known.has(NodeRole::Group, known.words("welcome.who.title")));
}

TEST_CASE("a new release is not offered where a link is open or words lie nowhere yet") {
    const auto offered = [](Page& page) {
        page.message("\"t\":\"update\"");
        return page.sees(page.words("app.update.title"));
    };
    Page page(with(link(some())), kept({"tobacco"}));
    CHECK_FALSE(offered(page));
    page.press("Laat alles zoals het is");
    CHECK(offered(page));
    app().happen(RouteOpened{Route{Screen::Summary, {}, {}}});
    page.redraw();
    CHECK_FALSE(offered(page));
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
    // Declined, and the short way in: the same.
    page.back();
    page.press(page.words("app.invite.no")).press(page.words("app.welcome.skip_all"));
    CHECK(page.heading() == page.words("youth.title"));
    CHECK(page.store.writes == 0);
    // Another link, and another answer: the last one counts.
    page.opens_link(link(some()));
    page.choose("Ben je 18 of ouder?", page.words("welcome.age.yes")).press("Beginnen");
    CHECK(page.store.writes > 0);
}

TEST_CASE("the page for the young is not three taps away from goals and stop dates, and has the lines of the other country") {
    Page page;
    page.press("Verder").press(page.words("welcome.who.me"));
    page.choose(page.words("welcome.age.title"), page.words("welcome.age.no"));
    CHECK(page.heading() == page.words("youth.title"));
    for (const auto& [country, tel] : {std::pair{"nl", "https://kindertelefoon.nl"}, std::pair{"be", "tel:102"}}) {
        page.choose(page.words("help.country"), page.words(std::string("help.country.") + country));
        CHECK(std::any_of(page.nodes().begin(), page.nodes().end(), [&](const Node& node) { return node.href == tel; }));
    }
    page.back().back().back().press(page.words("app.welcome.skip_all"));
    CHECK(page.heading() == page.words("youth.title"));
    CHECK(page.store.writes == 0);
    page.back().press("Verder").press(page.words("welcome.who.me"));
    page.choose(page.words("welcome.age.title"), page.words("welcome.age.yes")).press(page.words("welcome.start"));
    CHECK(page.store.writes > 0);
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

}  // namespace koers::test
