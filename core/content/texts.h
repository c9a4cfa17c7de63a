// Every word a person reads, in one language.
#pragma once

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace koers {

using TextVariables = std::initializer_list<std::pair<std::string_view, std::string_view>>;

struct Texts {
    std::string language;  // "nl", "en"
    std::map<std::string, std::string, std::less<>> entries;

    bool has(std::string_view key) const { return entries.find(key) != entries.end(); }
    // The text, or the key itself where it is missing: visible, never a crash. `./koers check` finds a missing key before a person does.
    const std::string& get(std::string_view key) const;
    // The text with {name} replaced.
    std::string get(std::string_view key, TextVariables variables) const;
    // key.one or key.other after the number, with {n} replaced by `shown`.
    std::string plural(std::string_view key, double n, std::string_view shown) const;
};

// A number as this language writes it: "1,5" in Dutch, "1.5" in English; trailing zeros dropped.
std::string number_text(double value, int max_decimals, std::string_view language);

// 10 to the power of 0 to 12, exactly. (The C library's pow brings 8 KB of tables that no compression makes smaller.)
double ten_to(int power);

// What a person typed, read kindly: comma or point, spaces around. Nothing when it is not one number.
struct ParsedNumber {
    bool ok = false;
    double value = 0;
    int decimals = 0;
};
ParsedNumber parse_number(std::string_view typed);

}  // namespace koers
