#include "core/content/reader.h"

#include <algorithm>
#include <cmath>

namespace koers {

using nlohmann::json;

static const json nothing = json::object();

Reader::Reader(const json& value, std::string file, std::string path, std::vector<ContentError>& errors)
    : value_(value.is_object() ? value : nothing), file_(std::move(file)), path_(std::move(path)), errors_(errors) {
    if (!value.is_object()) error(path_, "should be an object");
}

Reader::~Reader() {
    for (auto it = value_.begin(); it != value_.end(); ++it)
        if (std::find(asked_.begin(), asked_.end(), it.key()) == asked_.end()) error(path_of(it.key().c_str()), "unknown key");
}

void Reader::error(const std::string& path, const std::string& message) { errors_.push_back({file_, path, message}); }

bool Reader::has(const char* key) const { return value_.contains(key); }

const json* Reader::find(const char* key, bool required) {
    asked_.emplace_back(key);
    const auto it = value_.find(key);
    if (it != value_.end()) return &*it;
    if (required) error(path_of(key), "is missing");
    return nullptr;
}

std::string Reader::text(const char* key, bool required) {
    const json* found = find(key, required);
    if (!found) return {};
    if (!found->is_string() || found->get_ref<const std::string&>().empty()) {
        error(path_of(key), "should be a text that is not empty");
        return {};
    }
    return found->get<std::string>();
}

double Reader::number(const char* key, double fallback, bool required) {
    const json* found = find(key, required);
    if (!found) return fallback;
    if (!found->is_number()) {
        error(path_of(key), "should be a number");
        return fallback;
    }
    return found->get<double>();
}

int Reader::integer(const char* key, int fallback, bool required) {
    const double value = number(key, fallback, required);
    if (value != std::floor(value) || std::abs(value) > 1e9) {
        error(path_of(key), "should be a whole number");
        return fallback;
    }
    return static_cast<int>(value);
}

bool Reader::flag(const char* key, bool fallback) {
    const json* found = find(key, false);
    if (!found) return fallback;
    if (!found->is_boolean()) {
        error(path_of(key), "should be true or false");
        return fallback;
    }
    return found->get<bool>();
}

std::vector<std::string> Reader::texts(const char* key, bool required) {
    std::vector<std::string> result;
    const json* found = array(key, required);
    if (!found) return result;
    for (size_t i = 0; i < found->size(); ++i) {
        const json& one = (*found)[i];
        if (one.is_string() && !one.get_ref<const std::string&>().empty())
            result.push_back(one.get<std::string>());
        else
            error(path_of(key, i), "should be a text that is not empty");
    }
    return result;
}

size_t Reader::one_of(const char* key, std::initializer_list<const char*> words, bool required) {
    const std::string word = text(key, required);
    size_t index = 0;
    std::string all;
    for (const char* candidate : words) {
        if (word == candidate) return index;
        all += (all.empty() ? "" : ", ") + std::string(candidate);
        ++index;
    }
    if (!word.empty()) error(path_of(key), "\"" + word + "\" is none of: " + all);
    return 0;
}

const json* Reader::object(const char* key, bool required) {
    const json* found = find(key, required);
    if (found && !found->is_object()) {
        error(path_of(key), "should be an object");
        return nullptr;
    }
    return found;
}

const json* Reader::array(const char* key, bool required) {
    const json* found = find(key, required);
    if (found && !found->is_array()) {
        error(path_of(key), "should be a list");
        return nullptr;
    }
    return found;
}

}  // namespace koers
