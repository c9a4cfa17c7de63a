#include "core/journal/settings.h"

#include <algorithm>

namespace koers {

static const char* const role_words[] = {"self", "other", "looking"};
static const char* const theme_words[] = {"system", "light", "dark", "contrast"};

template <size_t N>
static int index_of(const char* const (&words)[N], const json& value) {
    for (size_t i = 0; i < N; ++i)
        if (value == words[i]) return static_cast<int>(i);
    return 0;
}

const Followed* Settings::find(std::string_view id) const {
    for (const std::vector<Followed>* list : {&followed, &unfollowed})
        for (const Followed& one : *list)
            if (one.id == id) return &one;
    return nullptr;
}

const Proposed* Settings::find_proposed(std::string_view activity) const {
    for (const Proposed& one : proposed)
        if (one.activity == activity) return &one;
    return nullptr;
}

static json list_json(const std::vector<Followed>& list) {
    json followed = json::array();
    for (const Followed& one : list) {
        json item = one.extra.is_object() ? one.extra : json::object();
        item["id"] = one.id;
        item["substance"] = one.substance;
        if (!one.name.empty()) item["name"] = one.name;
        followed.push_back(std::move(item));
    }
    return followed;
}

json to_json(const Settings& settings) {
    json result = settings.extra.is_object() ? settings.extra : json::object();
    result["started"] = settings.started;
    result["role"] = role_words[static_cast<int>(settings.role)];
    result["language"] = settings.language;
    result["country"] = settings.country;
    result["theme"] = theme_words[static_cast<int>(settings.theme)];
    result["text_percent"] = settings.text_percent;
    result["day_starts_at"] = settings.day_starts_at;
    if (settings.text_face) result["text_face"] = true;
    if (settings.read_aloud) result["read_aloud"] = true;
    result["followed"] = list_json(settings.followed);
    if (!settings.unfollowed.empty()) result["unfollowed"] = list_json(settings.unfollowed);
    if (!settings.favourites.empty()) result["favourites"] = settings.favourites;
    if (!settings.links.empty()) result["links"] = settings.links;
    for (const Proposed& one : settings.proposed) {
        json item = one.extra.is_object() ? one.extra : json::object();
        item["activity"] = one.activity;
        item["since"] = to_text(one.since);
        if (one.rhythm != Rhythm::None) item["rhythm"] = rhythm_words[static_cast<size_t>(one.rhythm)];
        if (one.opened) item["opened"] = to_text(*one.opened);
        result["proposed"].push_back(std::move(item));
    }
    return result;
}

static std::vector<Proposed> proposed_from(const json& value) {
    std::vector<Proposed> list;
    if (!value.is_array()) return list;
    for (const json& one : value) {
        if (!one.is_object() || !one.value("activity", json()).is_string() || !one.value("since", json()).is_string()) continue;
        const auto since = parse_day(one["since"].get<std::string>());
        if (!since) continue;
        Proposed item{one["activity"].get<std::string>(),
                      static_cast<Rhythm>(index_of(rhythm_words, one.value("rhythm", json()))), *since, one};
        if (const json opened = one.value("opened", json()); opened.is_string())
            item.opened = parse_day(opened.get<std::string>());
        for (const char* key : {"activity", "since", "rhythm", "opened"}) item.extra.erase(key);
        list.push_back(std::move(item));
    }
    return list;
}

static std::vector<std::string> texts_from(const json& value) {
    std::vector<std::string> list;
    if (value.is_array())
        for (const json& one : value)
            if (one.is_string()) list.push_back(one.get<std::string>());
    return list;
}

static std::vector<Followed> list_from(const json& value) {
    std::vector<Followed> list;
    if (value.is_array())
        for (const json& one : value)
            if (one.is_object() && one.value("id", json()).is_string() && one.value("substance", json()).is_string()) {
                const json name = one.value("name", json());
                json extra = one;
                for (const char* key : {"id", "substance", "name"}) extra.erase(key);
                list.push_back({one["id"].get<std::string>(), one["substance"].get<std::string>(),
                                name.is_string() ? name.get<std::string>() : std::string(), std::move(extra)});
            }
    return list;
}

// Lenient on purpose: a setting that cannot be read falls back to its default, it never keeps a person from their diary.
Settings settings_from(const json& value) {
    Settings settings;
    if (!value.is_object()) return settings;
    json left = value;
    const auto take = [&](const char* key) {
        json found = left.contains(key) ? left[key] : json();
        left.erase(key);
        return found;
    };
    const auto text = [&](const char* key) {
        const json found = take(key);
        return found.is_string() ? found.get<std::string>() : std::string();
    };
    settings.started = take("started") == true;
    settings.role = static_cast<Role>(index_of(role_words, take("role")));
    settings.language = text("language");
    settings.country = text("country");
    settings.theme = static_cast<ThemeChoice>(index_of(theme_words, take("theme")));
    settings.text_face = take("text_face") == true;
    settings.read_aloud = take("read_aloud") == true;
    const json percent = take("text_percent"), start = take("day_starts_at"), followed = take("followed");
    if (percent.is_number()) settings.text_percent = std::clamp(percent.get<int>(), 100, 200);
    if (start.is_number()) settings.day_starts_at = std::clamp(start.get<int>(), 0, 6);
    settings.followed = list_from(followed);
    settings.unfollowed = list_from(take("unfollowed"));
    settings.favourites = texts_from(take("favourites"));
    settings.links = texts_from(take("links"));
    settings.proposed = proposed_from(take("proposed"));
    settings.extra = std::move(left);
    return settings;
}

}  // namespace koers
