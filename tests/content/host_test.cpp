// The host's own file: contacts instead of the built-in ones, all of it or nothing, and never a reason not to start.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "tests/support/small_content.h"

using namespace koers;
using namespace koers::test;
using nlohmann::json;

namespace {

const char* const good = R"json({"format": 1, "contacts": {"be": [
  {"id": "house", "groups": ["talk"], "tel": "+32 9 000 00 00", "chat": "https://chat.example.be/praat", "site": "example.be/hulp",
   "checked": "2026-11-20", "source": "the house itself",
   "texts": {"nl": {"name": "Het Huis", "what": "Elke werkdag een luisterend oor", "hours": "9 tot 17 uur"}, "en": {"name": "The House", "what": "Somebody who listens"}}}
]}})json";

CatalogResult with_host(const std::string& bytes, std::string_view language = "nl") {
    ContentFiles files = small_content();
    files[host_file] = bytes;
    return load_catalog(files, language);
}

}  // namespace

TEST_CASE("contacts of the host take the place of the built-in ones, and 112 stays") {
    for (const char* language : {"nl", "en"}) {
        const CatalogResult result = with_host(good, language);
        REQUIRE(result.catalog);
        CHECK(result.host_errors.empty());
        const ContactList* list = result.catalog->contacts("be");
        REQUIRE(list->contacts.size() == 2);
        CHECK(list->contacts[0].tel == "112");
        CHECK(list->contacts[1].tel == "+32 9 000 00 00");
        CHECK(result.catalog->texts.get("contact." + list->contacts[1].id + ".name") ==
              (std::string(language) == "nl" ? "Het Huis" : "The House"));
    }
    // A language the host did not write: better other words than none.
    json other = json::parse(good);
    other["contacts"]["be"][0]["texts"].erase("en");
    const CatalogResult result = with_host(other.dump(), "en");
    CHECK(result.catalog->texts.get("contact." + result.catalog->contacts("be")->contacts[1].id + ".name") == "Het Huis");
    // Nothing in it: nothing changes.
    const CatalogResult none = with_host(R"({"format": 1})");
    CHECK(none.host_errors.empty());
    CHECK(none.catalog->contacts("be")->contacts.size() ==
          load_catalog(small_content(), "nl").catalog->contacts("be")->contacts.size());
}

TEST_CASE("whatever is wrong in the host's file, it is said and the built-in list stands") {
    const auto place = [](const char* pointer, const json& value) {
        json one = json::parse(good);
        one[json::json_pointer(pointer)] = value;
        return one.dump();
    };
    const auto contact = [&](const char* key, const json& value) {
        return place((std::string("/contacts/be/0/") + key).c_str(), value);
    };
    const auto text = [&](const char* key, const json& value) {
        return contact((std::string("texts/nl/") + key).c_str(), value);
    };
    const std::vector<std::string> bad = {
        "",
        "{",
        "[]",
        "null",
        "{\"format\": 2}",
        "{\"format\": 1, \"script\": \"x\"}",
        std::string(70000, ' '),
        place("/contacts", json::array()),
        place("/contacts/be", json::object()),
        place("/contacts/xx", json::array()),
        place("/contacts/be", json(std::vector<json>(41, json::parse(good)["contacts"]["be"][0]))),
        contact("tel", "bel mij"),
        contact("tel", "javascript:1"),
        contact("tel", std::string(40, '1')),
        contact("tel", 112),
        contact("groups", json::array({"friends"})),
        contact("groups", json::array()),
        contact("groups", json::array({"emergency"})),
        contact("tel", " - "),
        contact("checked", "abcd"),
        contact("site", "https://example.be"),
        contact("site", "javascript:alert(1)"),
        contact("site", "example"),
        contact("site", "example.be/\" onclick"),
        contact("site", "user@example.be"),
        contact("site", std::string(300, 'a') + ".be"),
        contact("chat", "http://example.be"),
        contact("chat", "javascript:alert(1)"),
        contact("chat", "data:text/html,x"),
        contact("chat", "https://"),
        contact("checked", "gisteren"),
        contact("source", ""),
        contact("more", "x"),
        contact("texts", json::object()),
        text("name", ""),
        text("name", std::string(301, 'a')),
        text("name", "a\nb"),
        text("name", "a\u202Eb"),
        text("name", "**112**"),
        text("what", 3),
        text("script", "x"),
        text("note", "zie {name}"),
    };
    const size_t built_in = load_catalog(small_content(), "nl").catalog->contacts("be")->contacts.size();
    for (const std::string& bytes : bad) {
        CAPTURE(bytes.substr(0, 400));
        const CatalogResult result = with_host(bytes);
        REQUIRE(result.catalog);
        CHECK(result.errors.empty());
        CHECK_FALSE(result.host_errors.empty());
        CHECK(result.catalog->contacts("be")->contacts.size() == built_in);
        CHECK_FALSE(result.catalog->texts.has("contact.host.be.0.name"));
    }
    CHECK(bad.size() == 42);
}

TEST_CASE("whom to call with thoughts of death and for the young is not the host's to take away") {
    ContentFiles files = small_content();
    std::string& contacts = files["contacts/be.json"];
    contacts.replace(contacts.rfind("]}"), 2,
                     R"(, {"id": "be_line", "groups": ["crisis"], "tel": "1813", "checked": "2026", "source": "example.be"},
                        {"id": "be_young", "groups": ["youth"], "tel": "102", "checked": "2026", "source": "example.be"}]})");
    files[host_file] = good;
    const CatalogResult result = load_catalog(files, "nl");
    REQUIRE(result.catalog);
    std::vector<std::string> numbers;
    for (const Contact& one : result.catalog->contacts("be")->contacts) numbers.push_back(one.tel);
    CHECK(numbers == std::vector<std::string>{"112", "1813", "102", "+32 9 000 00 00"});
}

TEST_CASE("who runs this Koers may say so, choose for who chose nothing, and bring sets of their own") {
    const json file = json::parse(R"json({"format": 1, "language": "en", "country": "be",
      "organisation": {"site": "huis.example/koers", "texts": {"nl": {"name": "Het Huis", "imprint": "Het Huis vzw, Gent"}, "en": {"name": "The House"}}},
      "sets": [{"activities": ["use", "day"], "substances": ["alcohol"], "for": "self", "rhythm": "week", "first": "diary",
                "texts": {"nl": {"name": "Onze start", "what": "Zo beginnen wij."}}}]})json");
    const auto hosted = [](const json& one, std::string_view language = "nl") {
        ContentFiles files = small_content();
        files["invite/codes.json"] =
            R"json({"format": 1, "activities": ["use", "urge", "day", "goal"], "substances": ["alcohol", "gambling"], "languages": ["nl", "en"]})json";
        files[host_file] = one.dump();
        return load_catalog(files, language);
    };
    const CatalogResult result = hosted(file);
    for (const ContentError& error : result.host_errors) FAIL_CHECK(error.path << " " << error.message);
    REQUIRE(result.catalog);
    CHECK(result.catalog->host.name == "Het Huis");
    CHECK(result.catalog->host.imprint == "Het Huis vzw, Gent");
    CHECK(result.catalog->host.site == "huis.example/koers");
    CHECK(result.catalog->host.language == "en");
    CHECK(result.catalog->host.country == "be");
    REQUIRE(result.catalog->sets.size() == 1);
    CHECK(result.catalog->sets[0].invitation.activities == std::vector<std::string>{"use", "day"});
    CHECK(result.catalog->texts.get("set.host.0.name") == "Onze start");
    CHECK(hosted(file, "en").catalog->host.name == "The House");

    const auto with = [&](const char* pointer, const json& value) {
        json one = file;
        one[json::json_pointer(pointer)] = value;
        return one;
    };
    for (const json& bad : {with("/language", "fr"),
                            with("/country", "xx"),
                            with("/organisation", "Het Huis"),
                            with("/organisation/site", "javascript:alert(1)"),
                            with("/organisation/site", "https://huis.example"),
                            with("/organisation/script", "x"),
                            with("/organisation/texts/nl/name", ""),
                            with("/organisation/texts/nl/name", std::string(301, 'x')),
                            with("/organisation/texts/nl/imprint", "a\u202eb"),
                            with("/organisation/texts/nl/logo", "x"),
                            with("/organisation/texts", json::object()),
                            with("/sets", "x"),
                            with("/sets", json(std::vector<json>(13, file["sets"][0]))),
                            with("/sets/0/id", "mine"),
                            with("/sets/0/activities", json::array()),
                            with("/sets/0/activities", json::array({"mine"})),
                            with("/sets/0/activities", json::array({"use", "use"})),
                            with("/sets/0/substances", json::array({"gambling", "alcohol"})),
                            with("/sets/0/for", "children"),
                            with("/sets/0/rhythm", "hour"),
                            with("/sets/0/first", "data"),
                            with("/sets/0/texts/nl/what", "a*b"),
                            with("/sets/0/texts/nl/tel", "0900"),
                            with("/sets/0/url", "x"),
                            with("/imprint", "x")}) {
        CAPTURE(bad.dump());
        const CatalogResult refused = hosted(bad);
        CHECK_FALSE(refused.host_errors.empty());
        REQUIRE(refused.catalog);
        CHECK(refused.catalog->host.name.empty());
        CHECK(refused.catalog->host.country.empty());
        CHECK(refused.catalog->sets.empty());
        CHECK_FALSE(refused.catalog->texts.has("set.host.0.name"));
    }
}
