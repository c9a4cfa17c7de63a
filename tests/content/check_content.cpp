// koers_content <assets folder>: loads all that ships, in every language, and says what is wrong in it, one line each: "file: path: message".
#include <cstdio>
#include <map>
#include <set>
#include <string>

#include <nlohmann/json.hpp>

#include "core/content/catalog.h"
#include "tests/content/language.h"
#include "tests/support/files.h"

using namespace koers;
using nlohmann::json;

namespace {

struct Check {
    std::set<std::string> lines;  // sorted, and each said once though every language finds it

    void error(const std::string& file, const std::string& path, const std::string& message) {
        lines.insert(file + ": " + path + ": " + message);
    }

    std::set<std::string> icons(const ContentFiles& files) {
        std::set<std::string> known;
        const char* const file = "icons/icons.json";
        const auto found = files.find(file);
        if (found == files.end()) {
            error(file, "", "is missing");
            return known;
        }
        const json document = json::parse(found->second, nullptr, false);
        if (!document.is_object() || !document.value("icons", json()).is_array()) {
            error(file, "icons", "should be a list");
            return known;
        }
        // "library": those that only exercises and checks need; they come with them.
        for (const char* list : {"icons", "library"})
            for (const json& one : document.value(list, json::array())) {
                if (!one.is_string())
                    error(file, list, "should be a list of names");
                else if (!known.insert(one.get<std::string>()).second)
                    error(file, list, "\"" + one.get<std::string>() + "\" stands here twice");
            }
        return known;
    }

    void icons_in(const Catalog& catalog, const std::set<std::string>& known) {
        const auto need = [&](const std::string& icon, const std::string& file, const std::string& path) {
            if (!icon.empty() && !known.count(icon)) error(file, path, "icon \"" + icon + "\" is not in icons/icons.json");
        };
        const auto choices = [&](const std::vector<Choice>& list, const std::string& file, const std::string& item) {
            for (const Choice& choice : list) need(choice.icon, file, item + "." + choice.id + ".icon");
        };
        for (const Substance& substance : catalog.substances)
            need(substance.icon, "substances/substances.json", substance.id + ".icon");
        for (const Activity& activity : catalog.activities) {
            const std::string file = "activities/" + activity.id + ".json";
            need(activity.icon, file, "icon");
            for (const Step& step : activity.steps)
                for (const Item& item : step.items) {
                    if (const auto* one = std::get_if<ChoiceFormat>(&item.format)) choices(one->choices, file, item.id);
                    if (const auto* many = std::get_if<ChoicesFormat>(&item.format)) choices(many->choices, file, item.id);
                }
        }
    }

    // {n}, {name}: what a text leaves open.
    static std::set<std::string> placeholders(const std::string& text) {
        std::set<std::string> found;
        for (size_t from = text.find('{'); from != std::string::npos; from = text.find('{', from + 1)) {
            const size_t to = text.find('}', from);
            if (to == std::string::npos) break;
            found.insert(text.substr(from, to - from + 1));
        }
        return found;
    }

    void language(const std::string& language, const Catalog& catalog) {
        for (const auto& [key, text] : catalog.texts.entries)
            for (const std::string& problem : test::language_problems(language, text)) error("texts/" + language, key, problem);
    }

    void same_texts(const std::map<std::string, std::shared_ptr<const Catalog>>& catalogs) {
        for (const auto& [language, catalog] : catalogs)
            for (const auto& [other_language, other] : catalogs)
                for (const auto& [key, text] : other->texts.entries) {
                    if (!catalog->texts.has(key)) {
                        error("texts/" + language, key, "this text is missing; " + other_language + " has it");
                    } else if (language < other_language && placeholders(text) != placeholders(catalog->texts.get(key))) {
                        error("texts/" + language, key,
                              "leaves open other words between braces than " + other_language + " does");
                    }
                }
    }
};

}  // namespace

int main(int count, char** arguments) {
    if (count != 2) {
        std::fprintf(stderr, "usage: koers_content <assets folder>\n");
        return 2;
    }
    const ContentFiles files = test::content_under(arguments[1]);
    const std::vector<std::string> languages = test::languages_in(files);
    Check check;
    if (languages.empty()) check.error(arguments[1], "texts", "no language here");
    const std::set<std::string> icons = check.icons(files);
    std::map<std::string, std::shared_ptr<const Catalog>> catalogs;
    for (const std::string& language : languages) {
        const CatalogResult result = load_sources(files, language);
        for (const ContentError& error : result.errors) check.error(error.file, error.path, error.message);
        if (!result.catalog) continue;
        check.icons_in(*result.catalog, icons);
        check.language(language, *result.catalog);
        catalogs[language] = result.catalog;
    }
    check.same_texts(catalogs);
    for (const std::string& line : check.lines) std::printf("%s\n", line.c_str());
    if (!check.lines.empty()) return 1;
    const Catalog& any = *catalogs.begin()->second;
    std::printf("content: %zu activities, %zu substances, %zu languages, %zu texts each\n", any.activities.size(),
                any.substances.size(), catalogs.size(), any.texts.entries.size());
    return 0;
}
