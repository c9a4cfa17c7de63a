// Reads one JSON object strictly: every key is asked for by name, wrong types are errors, and what nobody asked for is an error too.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "core/content/catalog.h"

namespace koers {

class Reader {
  public:
    Reader(const nlohmann::json& value, std::string file, std::string path, std::vector<ContentError>& errors);
    ~Reader();  // reports unknown keys
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;

    bool has(const char* key) const;
    std::string text(const char* key, bool required = true);
    double number(const char* key, double fallback, bool required = false);
    int integer(const char* key, int fallback, bool required = false);
    bool flag(const char* key, bool fallback = false);
    std::vector<std::string> texts(const char* key, bool required = false);
    // One of the allowed words; an error and the first of them when it is another.
    size_t one_of(const char* key, std::initializer_list<const char*> words, bool required = true);
    const nlohmann::json* object(const char* key, bool required = false);
    const nlohmann::json* array(const char* key, bool required = false);

    std::string path_of(const char* key) const { return path_.empty() ? key : path_ + "." + key; }
    std::string path_of(const char* key, size_t index) const { return path_of(key) + "[" + std::to_string(index) + "]"; }
    void error(const std::string& path, const std::string& message);
    const std::string& file() const { return file_; }
    const std::string& path() const { return path_; }
    std::vector<ContentError>& errors() { return errors_; }

  private:
    const nlohmann::json* find(const char* key, bool required);

    const nlohmann::json& value_;
    std::string file_, path_;
    std::vector<ContentError>& errors_;
    std::vector<std::string> asked_;
};

}  // namespace koers
