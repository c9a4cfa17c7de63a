#include "core/export/fhir.h"

#include <cmath>
#include <cstdint>

#include "core/insight/score.h"

namespace koers {

namespace {

bool has_codes(const Activity* activity) {
    return activity && (!activity->loinc.items.empty() || !activity->loinc.scores.empty());
}

std::string two(int64_t number) { return (number < 10 ? "0" : "") + std::to_string(number); }

// "2026-11-22T18:05:00+01:00", the person's own clock.
std::string date_time(const Moment& moment) {
    const ClockTime clock = clock_of(moment);
    const int64_t seconds = ((moment.ms / 1000) % 60 + 60) % 60;
    const int offset = std::abs(moment.offset);
    return to_text(day_of(moment)) + "T" + clock_text(clock) + ":" + two(seconds) + (moment.offset < 0 ? "-" : "+") +
           two(offset / 60) + ":" + two(offset % 60);
}

// The same name for the same thing in every export, and nothing of the journal's own ids in it: version 8 of RFC 9562, from FNV-1a.
std::string uuid_of(const std::string& text) {
    std::string digits;
    for (const uint64_t seed : {0xcbf29ce484222325ULL, 0x84222325cbf29ce4ULL}) {
        uint64_t hash = seed;
        for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
        for (int shift = 60; shift >= 0; shift -= 4) digits += "0123456789abcdef"[(hash >> shift) & 15];
    }
    digits[12] = '8';
    digits[16] = "89ab"[digits[16] & 3];
    return digits.substr(0, 8) + "-" + digits.substr(8, 4) + "-" + digits.substr(12, 4) + "-" + digits.substr(16, 4) + "-" +
           digits.substr(20);
}

json number(double value) { return value == std::floor(value) ? json(static_cast<int64_t>(value)) : json(value); }

// Objects are filled key by key: lists in braces cost the program 10 KB that every visitor would carry.
json with(std::initializer_list<std::pair<const char*, std::string>> texts) {
    json object = json::object();
    for (const auto& [key, text] : texts) object[key] = text;
    return object;
}

json listed(json one) {
    json list = json::array();
    list.push_back(std::move(one));
    return list;
}

json coding(const char* system, const std::string& code, const std::string& display) {
    return with({{"system", system}, {"code", code}, {"display", display}});
}

constexpr const char* loinc_system = "http://loinc.org";

struct Writing {
    const Catalog& catalog;
    const Journal& journal;
    const Activity& activity;
    const Entry& entry;
    json& entries;

    const Texts& texts() const { return catalog.texts; }
    std::string source() const {
        const std::string key = activity.key("source");
        return texts().get("app.data.fhir.note") + (texts().has(key) ? " " + texts().get(key) : "");
    }
    // When it was filled in; of an answer that was mended later only the day it is about is known.
    std::string when() const {
        const bool then = day_of(entry.written, journal.settings.day_starts_at) == entry.day;
        return then ? date_time(entry.written) : to_text(entry.day);
    }
    void add(const std::string& name, json resource) const {
        const std::string id = uuid_of(name);
        resource["id"] = id;
        resource["language"] = texts().language;
        json held = with({{"fullUrl", "urn:uuid:" + id}});
        held["resource"] = std::move(resource);
        entries.push_back(std::move(held));
    }

    json answer(const Item& item) const {
        const auto* chosen = find_as<ChoiceAnswer>(entry.answers, item.id);
        const auto weight = weight_of(item, entry.answers);
        if (!chosen || !weight) return nullptr;
        json value = coding("urn:koers:choice", chosen->id, texts().get(activity.key(item.id + "." + chosen->id)));
        json ordinal = with({{"url", "http://hl7.org/fhir/StructureDefinition/ordinalValue"}});
        ordinal["valueDecimal"] = number(*weight);
        value["extension"] = listed(std::move(ordinal));
        json given = json::object();
        given["valueCoding"] = std::move(value);
        json one = with({{"linkId", "/" + activity.loinc.items.find(item.id)->second},
                         {"text", texts().get(activity.key(item.id + ".label"))}});
        one["answer"] = listed(std::move(given));
        return one;
    }

    void response() const {
        json items = json::array();
        for (const Step& step : activity.steps)
            for (const Item& item : step.items)
                if (activity.loinc.items.count(item.id))
                    if (json one = answer(item); !one.is_null()) items.push_back(std::move(one));
        json resource =
            with({{"resourceType", "QuestionnaireResponse"},
                  {"status", entry.replaces.empty() ? "completed" : "amended"},
                  {"questionnaire", "urn:koers:activity:" + activity.id + "|" + std::to_string(entry.activity_version)},
                  {"authored", date_time(entry.written)}});
        if (!activity.loinc.panel.empty())
            resource["meta"]["tag"] = listed(coding(loinc_system, activity.loinc.panel, texts().get(activity.key("title"))));
        if (!items.empty()) resource["item"] = std::move(items);
        add(entry.id, std::move(resource));
    }

    void observation(const ScoreResult& result, const std::string& code) const {
        if (!result.value) return;
        const std::string name = texts().get(activity.key("score." + result.score->id));
        json resource = with({{"resourceType", "Observation"},
                              {"status", entry.replaces.empty() ? "final" : "amended"},
                              {"effectiveDateTime", when()}});
        json category = json::object();
        category["coding"] = listed(coding("http://terminology.hl7.org/CodeSystem/observation-category", "survey", "Survey"));
        resource["category"] = listed(std::move(category));
        json& what = resource["code"] = with({{"text", name}});
        what["coding"] = listed(coding(loinc_system, code, name));
        json& quantity = resource["valueQuantity"] =
            with({{"unit", "{score}"}, {"system", "http://unitsofmeasure.org"}, {"code", "{score}"}});
        quantity["value"] = number(*result.value);
        resource["derivedFrom"] = listed(with({{"reference", "urn:uuid:" + uuid_of(entry.id)}}));
        resource["note"] = listed(with({{"text", source()}}));
        if (result.band)
            resource["interpretation"] = listed(with({{"text", texts().get(activity.key("band." + result.band->id))}}));
        add(entry.id + "." + result.score->id, std::move(resource));
    }

    void check() const {
        response();
        for (const ScoreResult& result : scores_of(activity, entry.answers, journal.settings))
            if (const auto code = activity.loinc.scores.find(result.score->id); code != activity.loinc.scores.end())
                observation(result, code->second);
    }
};

}  // namespace

bool has_fhir(const Catalog& catalog, const Journal& journal, DayRange range) {
    for (const Entry* entry : journal.current())
        if (range.contains(entry->day) && has_codes(catalog.activity(entry->activity))) return true;
    return false;
}

std::string checks_as_fhir(const Catalog& catalog, const Journal& journal, Moment now, DayRange range) {
    json entries = json::array();
    for (const Entry* entry : journal.current())
        if (const Activity* activity = catalog.activity(entry->activity); has_codes(activity) && range.contains(entry->day))
            Writing{catalog, journal, *activity, *entry, entries}.check();
    json bundle = with({{"resourceType", "Bundle"}, {"type", "collection"}, {"timestamp", date_time(now)}});
    bundle["meta"]["tag"] = listed(coding("urn:koers:notice", "loinc", catalog.texts.get("app.data.fhir.notice")));
    if (!entries.empty()) bundle["entry"] = std::move(entries);
    return bundle.dump(2, ' ', false, json::error_handler_t::replace);
}

}  // namespace koers
