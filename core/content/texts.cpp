#include "core/content/texts.h"

#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace koers {

const std::string& Texts::get(std::string_view key) const {
    const auto found = entries.find(key);
    if (found != entries.end()) return found->second;
    static std::map<std::string, std::string, std::less<>> missing;
    return missing.emplace(key, key).first->second;
}

std::string Texts::get(std::string_view key, TextVariables variables) const {
    std::string text = get(key);
    for (const auto& [name, value] : variables) {
        const std::string placeholder = "{" + std::string(name) + "}";
        for (size_t at = text.find(placeholder); at != std::string::npos; at = text.find(placeholder, at + value.size()))
            text.replace(at, placeholder.size(), value);
    }
    return text;
}

std::string Texts::plural(std::string_view key, double n, std::string_view shown) const {
    const bool one = std::abs(n - 1) < 1e-9;
    return get(std::string(key) + (one ? ".one" : ".other"), {{"n", shown}});
}

std::string number_text(double value, int max_decimals, std::string_view language) {
    char buffer[64];
    std::snprintf(buffer, sizeof buffer, "%.*f", max_decimals, value);
    std::string text = buffer;
    if (text.find('.') != std::string::npos) {
        while (text.back() == '0') text.pop_back();
        if (text.back() == '.') text.pop_back();
    }
    if (text == "-0") text = "0";
    if (language != "en")
        for (char& c : text)
            if (c == '.') c = ',';
    return text;
}

double ten_to(int power) {
    double value = 1;
    while (power-- > 0) value *= 10;
    return value;
}

ParsedNumber parse_number(std::string_view typed) {
    while (!typed.empty() && typed.front() == ' ') typed.remove_prefix(1);
    while (!typed.empty() && typed.back() == ' ') typed.remove_suffix(1);
    ParsedNumber result;
    if (typed.empty() || typed.size() > 12) return result;
    bool point = false, digit = false;
    double value = 0, place = 1;
    size_t at = 0;
    const bool negative = typed[0] == '-';
    if (negative) at = 1;
    for (; at < typed.size(); ++at) {
        const char c = typed[at];
        if (c == ',' || c == '.') {
            if (point) return result;
            point = true;
        } else if (c >= '0' && c <= '9') {
            digit = true;
            if (point) {
                place /= 10;
                value += (c - '0') * place;
                ++result.decimals;
            } else {
                value = value * 10 + (c - '0');
            }
        } else {
            return result;
        }
    }
    if (!digit) return result;
    // Rounded to what was typed, so that "0,1" three times is not 0.30000000000000004 in what is kept.
    const double scale = ten_to(result.decimals);
    result.value = std::round(value * scale) / scale * (negative ? -1 : 1);
    result.ok = true;
    return result;
}

}  // namespace koers
