// The keys in the sources and the keys in the texts: none missing, none left over.
#include <doctest/doctest.h>

#include <cctype>
#include <nlohmann/json.hpp>
#include <set>

#include "core/journal/questions.h"
#include "tests/support/files.h"

namespace koers::test {

namespace {

using Keys = std::map<std::string, std::string>;

const Keys& keys_of(const std::string& language, const std::string& only = "") {
    static std::map<std::string, Keys> known;
    Keys& keys = known[language + "/" + only];
    if (!keys.empty()) return keys;
    const std::filesystem::path folder = std::filesystem::path(KOERS_ROOT) / "assets/texts" / language;
    for (const auto& [path, bytes] : content_under(folder)) {
        if (!only.empty() && path != only) continue;
        const json document = json::parse(bytes, nullptr, false);
        REQUIRE_MESSAGE(document.is_object(), path);
        for (auto it = document.begin(); it != document.end(); ++it) keys[it.key()] = it.value().get<std::string>();
    }
    REQUIRE(keys.size() > 60);
    return keys;
}

struct Used {
    std::map<std::string, std::string> where;  // key or beginning of keys -> file
};

bool ends_with_call(std::string_view before) {
    while (!before.empty() && (before.back() == ' ' || before.back() == '\n')) before.remove_suffix(1);
    static constexpr std::string_view conversion = "std::string(";
    if (before.size() > conversion.size() && before.substr(before.size() - conversion.size()) == conversion)
        before.remove_suffix(conversion.size());
    for (const std::string_view call : {"t(", "get(", "plural(", "has(", "notify("}) {
        if (before.size() <= call.size() || before.substr(before.size() - call.size()) != call) continue;
        const char in_front = before[before.size() - call.size() - 1];
        if (!std::isalnum(static_cast<unsigned char>(in_front)) && in_front != '_') return true;
    }
    return false;
}

// Ids of Nodes look like keys of other files, so those count only where a text is asked for; "app." is no beginning of an id.
const Used& used_in_sources() {
    static Used used;
    if (!used.where.empty()) return used;
    for (const char* room : {"app", "core"})
        for (const auto& file : std::filesystem::recursive_directory_iterator(std::filesystem::path(KOERS_ROOT) / room)) {
            if (file.path().extension() != ".cpp" && file.path().extension() != ".h") continue;
            const std::string source = bytes_of_file(file.path());
            for (size_t quote = source.find('"'); quote != std::string::npos; quote = source.find('"', quote + 1)) {
                const size_t end = source.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_.", quote + 1);
                if (end == std::string::npos || source[end] != '"') continue;
                const std::string key = source.substr(quote + 1, end - quote - 1);
                const size_t dot = key.find('.');
                if (dot == std::string::npos || dot == 0 || key.size() == dot + 1) continue;
                if (key.rfind("app.", 0) == 0 || ends_with_call(std::string_view(source).substr(0, quote)))
                    used.where.emplace(key, file.path().filename().string());
            }
        }
    return used;
}

bool begins(const std::string& key, const std::string& with) { return key.rfind(with, 0) == 0; }

// "app.week.none" is asked for as a plural, "app.erase" with ".title" behind it, "app.place." with a word behind it.
bool stands_for_several(const std::string& key, const Keys& keys) {
    const std::string beginning = key.back() == '.' ? key : key + ".";
    const auto next = keys.lower_bound(beginning);
    return next != keys.end() && begins(next->first, beginning);
}

std::set<std::string> placeholders(const std::string& text) {
    std::set<std::string> found;
    for (size_t open = text.find('{'); open != std::string::npos; open = text.find('{', open + 1))
        found.insert(text.substr(open, text.find('}', open) - open + 1));
    return found;
}

}  // namespace

TEST_CASE("every text a source asks for exists in every language") {
    const Used& used = used_in_sources();
    CHECK(used.where.size() > 200);
    const auto languages = languages_in(content_under(std::filesystem::path(KOERS_ROOT) / "assets"));
    REQUIRE(languages.size() >= 2);
    for (const std::string& language : languages) {
        const Keys& keys = keys_of(language);
        for (const auto& [key, file] : used.where)
            CHECK_MESSAGE((keys.count(key) || stands_for_several(key, keys)), language, ": \"", key, "\" of ", file,
                          " has no text");
    }
}

TEST_CASE("every text of the program's own words is asked for somewhere") {
    const Used& used = used_in_sources();
    Keys own = keys_of("nl", "app.json");
    for (const auto& [key, text] : keys_of("nl", "library/words.json"))
        if (begins(key, "app.")) own.emplace(key, text);
    for (const auto& [key, text] : own) {
        bool asked = used.where.count(key) > 0;
        for (const auto& [one, file] : used.where) {
            if (asked) break;
            // Only a beginning that is no text itself stands for what comes after it.
            asked = !own.count(one) && begins(key, one.back() == '.' ? one : one + ".");
        }
        CHECK_MESSAGE(asked, "\"", key, "\" is asked for nowhere");
    }
}

TEST_CASE("keys that are put together exist to the last one") {
    for (const char* language : {"nl", "en"}) {
        const Keys& keys = keys_of(language);
        std::vector<std::string> wanted;
        for (int i = 1; i <= static_cast<int>(Problem::InFuture); ++i)
            wanted.push_back("app.problem." + std::string(problem_id(static_cast<Problem>(i))));
        for (int i = 0; i < 7; ++i)
            wanted.insert(wanted.end(), {"app.weekday." + std::to_string(i), "app.weekday.short." + std::to_string(i)});
        for (int i = 1; i <= 12; ++i)
            wanted.insert(wanted.end(), {"app.month." + std::to_string(i), "app.month.short." + std::to_string(i)});
        for (const char* one : {"place.today", "place.diary", "place.plan", "place.more", "look.theme.system", "look.theme.light",
                                "look.theme.dark", "look.theme.contrast"})
            wanted.push_back(std::string("app.") + one);
        for (const char* one : {"erase", "discard"})
            for (const char* part : {".title", ".body", ".yes", ".no"}) wanted.push_back(std::string("app.") + one + part);
        for (const std::string& key : wanted) CHECK_MESSAGE(keys.count(key), language, ": ", key);
        for (const auto& [key, text] : keys)
            if (begins(key, "app.") && key.size() > 4 && key.compare(key.size() - 4, 4, ".one") == 0)
                CHECK_MESSAGE(keys.count(key.substr(0, key.size() - 4) + ".other"), language, ": ", key, " has no other");
    }
}

TEST_CASE("a text has the same places to fill in in every language") {
    const Keys &dutch = keys_of("nl"), &english = keys_of("en");
    for (const auto& [key, text] : dutch) {
        const auto other = english.find(key);
        CHECK_MESSAGE(other != english.end(), key);
        if (other != english.end())
            CHECK_MESSAGE(placeholders(text) == placeholders(other->second), key, ": ", text, " / ", other->second);
    }
}

}  // namespace koers::test
