// The link format: one form per meaning, and a calm answer to everything that is not a link.
#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "core/invite/link.h"
#include "tests/support/hostile_links.h"

using namespace koers;
using namespace koers::test;

namespace {

InviteCodes codes() { return link_codes(); }

Invitation any_invitation(std::mt19937& chance, const InviteCodes& codes) {
    const auto below = [&](size_t n) { return std::uniform_int_distribution<size_t>(0, n - 1)(chance); };
    Invitation one;
    one.activities = codes.activities;
    std::shuffle(one.activities.begin(), one.activities.end(), chance);
    one.activities.resize(1 + below(most_invited));
    for (const std::string& id : codes.substances)
        if (below(4) == 0) one.substances.push_back(id);
    one.whom = static_cast<ForWhom>(below(3));
    if (below(2)) one.language = codes.languages[below(codes.languages.size())];
    one.rhythm = static_cast<Rhythm>(below(6));
    one.first = static_cast<FirstScreen>(below(5));
    if (below(2)) one.until = first_until + static_cast<int>(below(most_days_until));
    return one;
}

}  // namespace

TEST_CASE("a hundred thousand invitations come back as they were, in the one form each of them has") {
    const InviteCodes all = codes();
    std::mt19937 chance(20261122);
    size_t longest = 0;
    for (int i = 0; i < 100000; ++i) {
        const Invitation one = any_invitation(chance, all);
        const std::string fragment = fragment_of(one, all);
        const LinkRead read = read_link(fragment, all);
        // One CHECK for all of it: a hundred thousand of them take their time.
        if (fragment.empty() || read.problem != LinkProblem::None || !(read.invitation == one) || read.skipped ||
            fragment_of(read.invitation, all) != fragment)
            FAIL("invitation " << i << " did not come back: " << fragment);
        longest = std::max(longest, fragment.size());
    }
    // The whole address stays below 300 characters, also of the longest host that a QR code on paper can hold.
    CHECK(longest <= 120);
    CHECK(longest >= 70);
}

TEST_CASE("a link as one is usually made is short") {
    Invitation one;
    one.activities = {"strengths", "ordinary_day", "kwartet", "rulers", "check_alcohol", "day"};
    one.substances = {"alcohol", "tobacco"};
    one.whom = ForWhom::Self;
    one.language = "nl";
    one.rhythm = Rhythm::Month;
    one.first = FirstScreen::Activity;
    one.until = day_from(2027, 3, 1);
    const std::string address = "https://koers.example.org/#" + fragment_of(one, codes());
    CAPTURE(address);
    CHECK(address.size() <= 110);
}

TEST_CASE("what a link cannot say makes no link") {
    const InviteCodes all = codes();
    Invitation good;
    good.activities = {"values"};
    REQUIRE_FALSE(fragment_of(good, all).empty());
    const auto none = [&](auto change) {
        Invitation bad = good;
        change(bad);
        return fragment_of(bad, all).empty();
    };
    CHECK(none([](Invitation& one) { one.activities.clear(); }));
    CHECK(none([](Invitation& one) { one.activities = {"values", "values"}; }));
    CHECK(none([](Invitation& one) { one.activities = {"mine"}; }));
    CHECK(none([](Invitation& one) { one.activities = {""}; }));
    CHECK(none([&](Invitation& one) { one.activities.assign(all.activities.begin(), all.activities.begin() + 21); }));
    CHECK(none([](Invitation& one) { one.substances = {"tobacco", "alcohol"}; }));
    CHECK(none([](Invitation& one) { one.substances = {"alcohol", "alcohol"}; }));
    CHECK(none([](Invitation& one) { one.substances = {"other"}; }));
    CHECK(none([](Invitation& one) { one.language = "fr"; }));
    CHECK(none([](Invitation& one) { one.until = day_from(2025, 12, 31); }));
    CHECK(none([](Invitation& one) { one.until = day_from(2126, 1, 2); }));
}

TEST_CASE("a number that was given is never given to another") {
    // These may never be edited: links on paper speak of them. New ones stand at the end of assets/invite/codes.json, and then here.
    const std::vector<std::string> given = {"use",
                                            "urge",
                                            "day",
                                            "goal",
                                            "balance",
                                            "boundaries",
                                            "change_plan",
                                            "check_alcohol",
                                            "check_cannabis",
                                            "check_craving",
                                            "check_drugs",
                                            "check_gambling",
                                            "check_gaming",
                                            "check_hold",
                                            "check_mood",
                                            "check_situations",
                                            "check_tobacco",
                                            "check_wellbeing",
                                            "children_home",
                                            "compass_capital",
                                            "compass_chime",
                                            "compass_forms",
                                            "extremes",
                                            "family_story",
                                            "good_activity",
                                            "info_alcohol_medicine",
                                            "info_benzos",
                                            "info_cannabis",
                                            "info_gambling",
                                            "info_gaming",
                                            "info_ghb",
                                            "info_mixing",
                                            "info_opioids",
                                            "info_stimulants",
                                            "info_tobacco",
                                            "info_withdrawal",
                                            "kwartet",
                                            "lapse_analysis",
                                            "less_powerless",
                                            "looking_back_forward",
                                            "my_story",
                                            "my_why",
                                            "myths",
                                            "ordinary_day",
                                            "others_and_me",
                                            "past_successes",
                                            "people",
                                            "plan_people",
                                            "plan_places",
                                            "plan_reasons",
                                            "plan_safety",
                                            "plan_signals",
                                            "plan_situations",
                                            "plan_values",
                                            "reasons",
                                            "ride_wave",
                                            "roles",
                                            "routines",
                                            "rulers",
                                            "small_decisions",
                                            "strengths",
                                            "talking",
                                            "two_sides",
                                            "use_analysis",
                                            "values"};
    const InviteCodes all = codes();
    REQUIRE(all.activities.size() >= given.size());
    for (size_t i = 0; i < given.size(); ++i) CHECK(all.activities[i] == given[i]);
    const std::vector<std::string> followed = {"alcohol", "tobacco",  "vape",    "cannabis", "cocaine",     "speed",    "xtc",
                                               "ghb",     "ketamine", "opioids", "benzos",   "painkillers", "gambling", "gaming"};
    REQUIRE(all.substances.size() >= followed.size());
    for (size_t i = 0; i < followed.size(); ++i) CHECK(all.substances[i] == followed[i]);
    CHECK(all.languages == std::vector<std::string>{"nl", "en"});
    // And so a link that was printed in 2026 still means what it meant.
    const LinkRead read = read_link(frozen_link, all);
    REQUIRE(read.problem == LinkProblem::None);
    CHECK(read.invitation.activities == std::vector<std::string>{"strengths", "ordinary_day", "check_alcohol", "values"});
    CHECK(read.invitation.substances == std::vector<std::string>{"alcohol", "gambling"});
    CHECK(read.invitation.whom == ForWhom::Self);
    CHECK(read.invitation.language == "nl");
    CHECK(read.invitation.rhythm == Rhythm::Month);
    CHECK(read.invitation.first == FirstScreen::Activity);
    CHECK(*read.invitation.until == day_from(2027, 6, 30));
    CHECK(fragment_of(read.invitation, all) == frozen_link);
}

TEST_CASE("whatever is no link of Koers is unreadable, and nothing of it is kept") {
    const InviteCodes all = codes();
    const auto hostile = hostile_links();
    CHECK(hostile.size() >= 300);
    for (const HostileLink& one : hostile) {
        CAPTURE(one.what);
        CAPTURE(one.fragment);
        const LinkRead read = read_link(one.fragment, all);
        CHECK(static_cast<int>(read.problem) == static_cast<int>(one.newer ? LinkProblem::Newer : LinkProblem::Unreadable));
        CHECK(read.invitation == Invitation{});
    }
}

TEST_CASE("parts that may be skipped are skipped, and the rest counts") {
    const InviteCodes all = codes();
    const LinkRead read = read_link(made_link({{1, {37, 59}}, {64, {1, 2, 3}}, {90, {}}}), all);
    REQUIRE(read.problem == LinkProblem::None);
    CHECK(read.skipped);
    CHECK(read.invitation.activities == std::vector<std::string>{"kwartet", "rulers"});
}

TEST_CASE("every bit that changes on the way is noticed") {
    const InviteCodes all = codes();
    const std::string link = frozen_link, letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    for (size_t at = 2; at < link.size(); ++at)
        for (int bit = 0; bit < 6; ++bit) {
            std::string other = link;
            other[at] = letters[letters.find(link[at]) ^ (1U << bit)];
            CAPTURE(other);
            CHECK(static_cast<int>(read_link(other, all).problem) == static_cast<int>(LinkProblem::Unreadable));
        }
    // Also what people do: two letters exchanged.
    for (size_t at = 2; at + 1 < link.size(); ++at) {
        if (link[at] == link[at + 1]) continue;
        std::string other = link;
        std::swap(other[at], other[at + 1]);
        CHECK(static_cast<int>(read_link(other, all).problem) == static_cast<int>(LinkProblem::Unreadable));
    }
}
