// Reading what lies on disk beside the tests. Only tests and the content checker read files; the core never does.
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "core/content/catalog.h"

namespace koers::test {

inline std::string bytes_of_file(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

// Every file under assets/ but the README, by its path there.
inline ContentFiles content_under(const std::filesystem::path& folder) {
    ContentFiles files;
    std::error_code error;
    for (std::filesystem::recursive_directory_iterator it(folder, error), end; !error && it != end; it.increment(error))
        if (it->is_regular_file() && it->path().extension() == ".json")
            files[it->path().lexically_relative(folder).generic_string()] = bytes_of_file(it->path());
    return files;
}

// The languages that have a folder under texts/, in the order of the alphabet.
inline std::vector<std::string> languages_in(const ContentFiles& files) {
    std::vector<std::string> languages;
    for (const auto& [path, bytes] : files) {
        if (path.rfind("texts/", 0) != 0) continue;
        const std::string language = path.substr(6, path.find('/', 6) - 6);
        if (std::find(languages.begin(), languages.end(), language) == languages.end()) languages.push_back(language);
    }
    return languages;
}

}  // namespace koers::test
