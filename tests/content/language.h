// How Koers speaks, as far as a machine can hold a text to it: short sentences, no word that shames, no claim that it diagnoses or treats.
// The words to avoid and what to say instead: clinical facts 8.5 (VAD, Taal en stigma, 2020); the lengths: 8.1 (Vlaanderen, heerlijk helder).
#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace koers::test {

constexpr int longest_sentence = 22;       // words
constexpr double longest_on_average = 12;  // words a sentence, over one text

struct Wording {
    std::vector<std::string_view> avoid;   // words and phrases that shame or command
    std::vector<std::string_view> claims;  // what Koers is not
};

inline const Wording& wording(std::string_view language) {
    static const std::map<std::string_view, Wording> all{
        {"nl",
         {{"verslaafde",   "verslaafden", "ex-verslaafde", "junk",       "junks",         "junkie",      "alcoholist",
           "alcoholisten", "clean",       "misbruik",      "misbruiker", "terugval",      "falen",       "gefaald",
           "mislukt",      "gezondigd",   "ongemotiveerd", "ontkenning", "therapietrouw", "slachtoffer", "lijdt aan",
           "vervuilde",    "codependent", "je moet",       "moet je",    "je mag niet",   "patiënt",     "patiënten"},
          {"je hebt een verslaving", "je bent verslaafd", "screent", "behandelt", "geneest"}}},
        {"en",
         {{"addict", "addicts", "junkie", "junkies", "alcoholic", "alcoholics", "abuser", "substance abuse", "drug abuse",
           "unmotivated", "in denial", "codependent", "you must", "you should", "you have to"},
          {"you have an addiction", "you are addicted", "screens for", "treats", "cures"}}}};
    static const Wording none;
    const auto found = all.find(language);
    return found == all.end() ? none : found->second;
}

// Whether the words stand in the text by themselves, not inside longer ones. `text` in small letters.
inline bool stands_in(std::string_view text, std::string_view words) {
    const auto letter = [&](size_t at) {
        const auto c = static_cast<unsigned char>(text[at]);
        return c >= 0x80 || c == '-' || (c >= 'a' && c <= 'z');
    };
    for (size_t at = text.find(words); at != std::string_view::npos; at = text.find(words, at + 1))
        if ((at == 0 || !letter(at - 1)) && (at + words.size() == text.size() || !letter(at + words.size()))) return true;
    return false;
}

// The words of each sentence; a line, a colon and three dots end one too.
inline std::vector<int> sentence_lengths(std::string_view text) {
    std::vector<int> lengths;
    int words = 0;
    bool inside = false;
    const auto end = [&] {
        if (words > 0) lengths.push_back(words);
        words = 0;
    };
    for (size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const bool last = i + 1 == text.size() || text[i + 1] == ' ' || text[i + 1] == '\n' || text[i + 1] == '*';
        if (c == ' ' || c == '\n') {
            inside = false;
            if (c == '\n') end();
        } else if ((c == '.' || c == '?' || c == '!' || c == ':') && last) {
            end();
        } else if (c != '*' && !inside) {
            inside = true;
            ++words;
        }
    }
    end();
    return lengths;
}

// What is wrong with a text of this language, in words for who wrote it.
inline std::vector<std::string> language_problems(std::string_view language, const std::string& text) {
    std::vector<std::string> problems;
    std::string small = text;
    for (char& c : small)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    for (const std::string_view word : wording(language).avoid)
        if (stands_in(small, word)) problems.push_back("says \"" + std::string(word) + "\" (see assets/README.md, language)");
    for (const std::string_view claim : wording(language).claims)
        if (stands_in(small, claim)) problems.push_back("claims \"" + std::string(claim) + "\"");
    if (text.find('!') != std::string::npos) problems.push_back("has an exclamation mark");
    if (language != "nl") return problems;
    if (stands_in(small, "diagnose") && !stands_in(small, "geen diagnose")) problems.push_back("claims \"diagnose\"");
    const std::vector<int> lengths = sentence_lengths(text);
    int sum = 0;
    for (const int length : lengths) sum += length;
    if (!lengths.empty() && *std::max_element(lengths.begin(), lengths.end()) > longest_sentence)
        problems.push_back("has a sentence of more than " + std::to_string(longest_sentence) + " words");
    if (!lengths.empty() && sum > longest_on_average * static_cast<double>(lengths.size()))
        problems.push_back("has more than " + std::to_string(static_cast<int>(longest_on_average)) + " words a sentence");
    return problems;
}

}  // namespace koers::test
