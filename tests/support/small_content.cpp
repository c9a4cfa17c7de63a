#include "tests/support/small_content.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

namespace koers::test {

static const char* const use_file = R"json({
  "format": 1, "id": "use", "kind": "diary", "version": 3, "icon": "glass-water", "minutes": 1, "day": "when", "time": "clock",
  "steps": [
    {"id": "what", "items": [
      {"id": "substance", "format": {"kind": "choice", "from": "my_substances"}, "required": true, "prefill": "last"},
      {"id": "amount", "format": {"kind": "number", "min": 0, "max": 1000, "decimals": 2, "units_from": "substance", "default": 1}, "required": true},
      {"id": "volume", "show_if": {"item": "amount", "op": "unit_is", "value": "own_drink"}, "required": true,
       "format": {"kind": "number", "min": 10, "max": 3000, "step": 10, "units": ["ml"]}},
      {"id": "strength", "show_if": {"item": "amount", "op": "unit_is", "value": "own_drink"}, "required": true,
       "format": {"kind": "number", "min": 0.5, "max": 80, "step": 0.5, "decimals": 1, "units": ["percent"]}}
    ]},
    {"id": "when", "items": [
      {"id": "when", "format": {"kind": "day"}, "prefill": "today"},
      {"id": "clock", "show_if": {"item": "amount", "op": "at_least", "value": 0.01}, "format": {"kind": "time"}, "prefill": "now"}
    ]},
    {"id": "around", "show_if": {"item": "amount", "op": "at_least", "value": 0.01}, "items": [
      {"id": "company", "format": {"kind": "choices", "choices": [{"id": "alone", "exclusive": true}, {"id": "friends"}, {"id": "family"}]}},
      {"id": "place", "format": {"kind": "text", "max": 10}}
    ]},
    {"id": "more", "items": [{"id": "note", "format": {"kind": "long_text", "max": 200}}]}
  ],
  "examples": [
    {"answers": {"substance": "alcohol", "amount": {"value": 2, "unit": "beer33"}}, "asked": ["substance", "amount", "when", "clock", "company", "place", "note"]},
    {"answers": {"substance": "alcohol", "amount": {"value": 0, "unit": "glass"}}, "asked": ["substance", "amount", "when", "note"]}
  ]
})json";

static const char* const urge_file = R"json({
  "format": 1, "id": "urge", "kind": "diary", "version": 1, "icon": "waves", "day": "when", "time": "clock",
  "steps": [
    {"id": "how", "items": [
      {"id": "strength", "format": {"kind": "scale", "min": 0, "max": 10}, "required": true},
      {"id": "substance", "format": {"kind": "choice", "from": "my_substances"}, "prefill": "last"}
    ]},
    {"id": "when", "items": [
      {"id": "when", "format": {"kind": "day"}, "prefill": "today"},
      {"id": "clock", "format": {"kind": "time"}, "prefill": "now"}
    ]},
    {"id": "around", "items": [
      {"id": "did", "format": {"kind": "choices", "choices": [{"id": "moved"}, {"id": "talked"}, {"id": "nothing", "exclusive": true}]}},
      {"id": "helped", "show_if": {"all": [{"item": "did", "op": "answered"}, {"item": "did", "op": "is_not", "value": "nothing"}]},
       "format": {"kind": "yes_no"}}
    ]}
  ],
  "examples": [{"answers": {"strength": 7, "did": ["moved"]}, "asked": ["strength", "substance", "when", "clock", "did", "helped"]}]
})json";

static const char* const day_file = R"json({
  "format": 1, "id": "day", "kind": "diary", "version": 1, "icon": "smile", "day": "when",
  "steps": [
    {"id": "how", "items": [
      {"id": "mood", "format": {"kind": "scale", "min": 0, "max": 10}, "required": true},
      {"id": "sleep", "format": {"kind": "number", "min": 0, "max": 24, "step": 0.5, "decimals": 1, "units": ["hour"]}},
      {"id": "gave", "format": {"kind": "list", "max_lines": 3, "max": 10}}
    ]},
    {"id": "when", "items": [{"id": "when", "format": {"kind": "day"}, "prefill": "today"}]}
  ],
  "examples": [{"answers": {"mood": 6, "gave": ["sun"]}, "asked": ["mood", "sleep", "gave", "when"]}]
})json";

static const char* const goal_file = R"json({
  "format": 1, "id": "goal", "kind": "goal", "version": 1, "icon": "target",
  "steps": [
    {"id": "what", "items": [
      {"id": "substance", "format": {"kind": "choice", "from": "my_substances"}, "required": true},
      {"id": "aim", "required": true, "format": {"kind": "choice", "choices":
        [{"id": "stop"}, {"id": "less"}, {"id": "safer"}, {"id": "pause"}, {"id": "understand"}]}}
    ]},
    {"id": "safety", "items": [
      {"id": "safe_alcohol", "format": {"kind": "note", "tone": "safety"},
       "show_if": {"all": [{"item": "substance", "op": "is", "value": "alcohol"}, {"item": "aim", "op": "in", "value": ["stop", "less"]}]}}
    ]},
    {"id": "how", "items": [
      {"id": "per_day", "show_if": {"item": "aim", "op": "is", "value": "less"},
       "format": {"kind": "number", "min": 0, "max": 1000, "decimals": 2, "units_from": "substance"}},
      {"id": "per_week", "show_if": {"item": "aim", "op": "is", "value": "less"},
       "format": {"kind": "number", "min": 0, "max": 1000, "decimals": 2, "units_from": "substance"}},
      {"id": "free_days", "show_if": {"item": "aim", "op": "is", "value": "less"}, "format": {"kind": "number", "min": 0, "max": 7}},
      {"id": "until", "show_if": {"item": "aim", "op": "is", "value": "pause"}, "format": {"kind": "day", "future": true}},
      {"id": "since", "show_if": {"item": "aim", "op": "is", "value": "stop"}, "format": {"kind": "day"}}
    ]},
    {"id": "why", "items": [{"id": "why", "format": {"kind": "long_text", "max": 200}}]}
  ],
  "examples": [{"answers": {"substance": "alcohol", "aim": "stop"}, "asked": ["substance", "aim", "safe_alcohol", "since", "why"]}]
})json";

// One question of every kind, most of them conditional on the first.
static const char* const every_file = R"json({
  "format": 1, "id": "every", "kind": "diary", "version": 1, "icon": "list",
  "steps": [
    {"id": "one", "items": [
      {"id": "pick", "format": {"kind": "choice", "choices": [{"id": "red"}, {"id": "green", "weight": 2, "icon": "leaf"}, {"id": "blue"}]}},
      {"id": "several", "format": {"kind": "choices", "choices": [{"id": "sun"}, {"id": "rain"}, {"id": "none", "exclusive": true}]}},
      {"id": "ruler", "format": {"kind": "scale", "min": 1, "max": 5}},
      {"id": "plain", "format": {"kind": "number", "min": -5, "max": 99, "decimals": 1}},
      {"id": "heavy", "format": {"kind": "number", "min": 0, "max": 1000, "decimals": 3, "units": ["gram", "ml"]}},
      {"id": "line", "format": {"kind": "text", "max": 5}},
      {"id": "story", "format": {"kind": "long_text", "max": 12}},
      {"id": "lines", "format": {"kind": "list", "max_lines": 2, "max": 4}},
      {"id": "past", "format": {"kind": "day"}},
      {"id": "later", "format": {"kind": "day", "future": true}},
      {"id": "hour", "format": {"kind": "time"}},
      {"id": "sure", "format": {"kind": "yes_no"}},
      {"id": "said", "format": {"kind": "note", "tone": "info"}}
    ]},
    {"id": "two", "show_if": {"any": [{"item": "pick", "op": "in", "value": ["green", "blue"]}, {"item": "sure", "op": "is", "value": true}]}, "items": [
      {"id": "if_green", "show_if": {"item": "pick", "op": "is", "value": "green"}, "format": {"kind": "yes_no"}},
      {"id": "if_not_red", "show_if": {"item": "pick", "op": "is_not", "value": "red"}, "format": {"kind": "yes_no"}},
      {"id": "if_low", "show_if": {"item": "ruler", "op": "at_most", "value": 2}, "format": {"kind": "yes_no"}},
      {"id": "if_not_sure", "show_if": {"item": "sure", "op": "is", "value": false}, "format": {"kind": "yes_no"}}
    ]}
  ],
  "examples": [
    {"answers": {"pick": "green", "ruler": 2}, "asked": ["pick", "several", "ruler", "plain", "heavy", "line", "story", "lines", "past", "later", "hour", "sure", "said", "if_green", "if_not_red", "if_low"]},
    {"answers": {"past": "2026-11-20", "hour": "07:30", "sure": false, "several": ["sun", "rain"], "lines": ["a", "b"], "line": "word", "heavy": {"value": 0.125, "unit": "gram"}, "plain": 3.5},
     "asked": ["pick", "several", "ruler", "plain", "heavy", "line", "story", "lines", "past", "later", "hour", "sure", "said"]}
  ]
})json";

static const char* const substances_file = R"json({"format": 1, "substances": [
  {"id": "alcohol", "icon": "glass-water", "group": "alcohol", "units": ["glass", "beer33", "wine10", "own_drink"]},
  {"id": "tobacco", "icon": "flame", "group": "tobacco", "units": ["cigarette", "gram"]},
  {"id": "gambling", "icon": "coins", "group": "gambling", "units": ["euro_lost", "hour"]},
  {"id": "other", "icon": "circle-ellipsis", "group": "other", "units": ["time", "hour", "gram"]}
]})json";

static const char* const units_file = R"json({"format": 1, "units": [
  {"id": "glass", "counts_as": "glass", "factor": 1, "max": 100, "decimals": 1},
  {"id": "beer33", "counts_as": "glass", "ml": 330, "abv": 5, "max": 100, "decimals": 1},
  {"id": "wine10", "counts_as": "glass", "ml": 100, "abv": 12, "max": 100, "decimals": 1},
  {"id": "own_drink", "counts_as": "glass", "ml_item": "volume", "abv_item": "strength", "max": 20, "decimals": 1},
  {"id": "cigarette", "counts_as": "cigarette", "max": 200},
  {"id": "gram", "counts_as": "gram", "step": 0.1, "max": 500, "decimals": 3},
  {"id": "euro_lost", "counts_as": "euro_lost", "step": 5, "max": 100000, "decimals": 2},
  {"id": "hour", "counts_as": "hour", "step": 0.5, "max": 168, "decimals": 1},
  {"id": "time", "counts_as": "time", "max": 1000},
  {"id": "ml", "counts_as": "ml", "max": 5000, "decimals": 1},
  {"id": "percent", "counts_as": "percent", "max": 100, "decimals": 1}
]})json";

static const char* const contacts_file = R"json({"format": 1, "country": "be", "contacts": [
  {"id": "be_112", "groups": ["emergency"], "tel": "112", "checked": "2025-02", "source": "example.be"},
  {"id": "be_talk", "groups": ["talk", "crisis"], "chat": "https://example.be/chat", "site": "example.be", "checked": "2026-11-21", "source": "example.be"}
]})json";

static const char* const demo_file = R"json({"format": 1, "role": "self", "substances": ["alcohol"], "entries": [
  {"activity": "goal", "day": -3, "answers": {"substance": "alcohol", "aim": "less", "per_week": {"value": 10, "unit": "glass"}, "why": "@substance.alcohol"}},
  {"activity": "goal", "day": -2, "answers": {"substance": "alcohol", "aim": "pause", "until": 7}},
  {"activity": "use", "day": -1, "time": "20:00", "answers": {"substance": "alcohol", "amount": {"value": 2, "unit": "glass"}}},
  {"activity": "urge", "day": 0, "time": "18:00", "answers": {"strength": 6, "substance": "alcohol"}}
]})json";

static const char* const many_file = R"json({
  "format": 1, "id": "many", "kind": "exercise", "question": "who", "version": 2, "icon": "list",
  "carries": [{"items": ["order", "lines", "feel"], "to": "plan_own", "item": "words"}, {"items": ["people"], "to": "plan_own", "item": "people"}],
  "withhold": {"check": "calm", "score": "total", "at_least": 3},
  "steps": [
    {"id": "give", "items": [
      {"id": "lines", "format": {"kind": "list", "max_lines": 4, "max": 20}},
      {"id": "feel", "format": {"kind": "choices", "choices": [{"id": "warm"}, {"id": "cold"}, {"id": "calm"}], "most": 2}},
      {"id": "side", "format": {"kind": "scale", "min": -3, "max": 3, "two_sided": true}}
    ]},
    {"id": "cards", "items": [
      {"id": "cards", "format": {"kind": "sort", "cards": [{"id": "sun"}, {"id": "moon"}, {"id": "star"}], "piles": [{"id": "very"}, {"id": "not"}]}},
      {"id": "order", "format": {"kind": "rank", "from": "cards", "pile": "very", "most": 2}},
      {"id": "link", "format": {"kind": "pairs", "left": ["lines"], "right": ["feel", "order"], "most": 2}}
    ]},
    {"id": "rows", "items": [
      {"id": "week", "format": {"kind": "table", "rows": [{"id": "morning"}, {"id": "evening"}],
        "columns": [{"id": "what", "max": 10}, {"id": "how", "choices": [{"id": "good"}, {"id": "bad"}]}]}},
      {"id": "story", "format": {"kind": "timeline", "most": 3, "columns": [{"id": "when", "max": 10}, {"id": "what"}]}},
      {"id": "people", "since": 2, "format": {"kind": "circles", "most": 3, "ring": "circle", "tone": "effect",
        "columns": [{"id": "name", "max": 20}, {"id": "circle", "choices": [{"id": "close"}, {"id": "far"}]}, {"id": "effect", "choices": [{"id": "helps"}, {"id": "hard"}]}]}}
    ]},
    {"id": "time", "show_if": {"item": "week", "op": "answered"}, "items": [
      {"id": "wave", "format": {"kind": "timer", "minutes": 5, "least": 1, "most": 10, "every": 2}},
      {"id": "note", "format": {"kind": "note", "opens": "calm"}}
    ]},
    {"id": "back", "items": [{"id": "own", "format": {"kind": "review", "items": ["cards", "order", "link", "week", "story", "people", "wave"]}}]}
  ],
  "examples": [{"answers": {"lines": ["a walk"], "feel": ["warm"], "side": -2, "cards": {"sun": "very", "moon": "not"}, "order": ["sun"], "link": [["a walk", "warm"]],
    "week": [{"row": "morning", "what": "coffee", "how": "good"}], "story": [{"when": "1998", "what": "moved"}], "people": [{"name": "Els", "circle": "close"}],
    "wave": {"minutes": 5, "points": [[0, 7], [120, 4]]}},
    "asked": ["lines", "feel", "side", "cards", "order", "link", "week", "story", "people", "wave", "note", "own"]},
    {"answers": {}, "asked": ["lines", "feel", "side", "cards", "order", "link", "week", "story", "people", "own"]}]
})json";

static const char* const calm_file = R"json({
  "format": 1, "id": "calm", "kind": "check", "question": "where", "version": 1, "icon": "list", "for": "self", "radar": ["a", "b", "c"], "leads": {"a": ["many"]},
  "steps": [{"id": "one", "items": [
    {"id": "a", "format": {"kind": "scale", "min": 0, "max": 2}}, {"id": "b", "format": {"kind": "scale", "min": 0, "max": 2}},
    {"id": "c", "format": {"kind": "scale", "min": 0, "max": 2}}]}],
  "scores": [{"id": "total", "sum": ["a", "b", "c"], "max": 6}],
  "examples": [{"answers": {"a": 1}, "asked": ["a", "b", "c"]}], "vectors": [{"weights": [1, 1, 1], "scores": {"total": 3}}]
})json";

static const char* const plan_file = R"json({
  "format": 1, "id": "plan_own", "kind": "plan", "version": 1, "icon": "list",
  "steps": [{"id": "one", "items": [
    {"id": "words", "format": {"kind": "list", "max_lines": 4, "max": 20}},
    {"id": "people", "format": {"kind": "circles", "most": 3, "ring": "circle",
      "columns": [{"id": "name", "max": 20}, {"id": "circle", "choices": [{"id": "close"}, {"id": "far"}]}, {"id": "phone", "max": 20}]}}]}],
  "examples": [{"answers": {"words": ["rest"]}, "asked": ["words", "people"]}]
})json";

// Which texts are needed is what the loader says; that it asks for each of them is tested by taking them away.
static void give_texts(ContentFiles& files) {
    for (const char* language : {"nl", "en"}) {
        const std::string folder = "texts/" + std::string(language);
        nlohmann::json texts = nlohmann::json::object();
        for (const ContentError& error : load_sources(files, language).errors)
            if (error.file == folder) texts[error.path] = error.path + " (" + language + ")";
        files[folder + "/all.json"] = texts.dump();
    }
}

ContentFiles small_content() {
    static const ContentFiles whole = [] {
        ContentFiles files{{"activities/use.json", use_file},     {"activities/urge.json", urge_file},
                           {"activities/day.json", day_file},     {"activities/goal.json", goal_file},
                           {"activities/every.json", every_file}, {"substances/substances.json", substances_file},
                           {"substances/units.json", units_file}, {"contacts/be.json", contacts_file},
                           {"demo/week.json", demo_file},         {"icons/icons.json", R"({"format": 1, "icons": []})"}};
        give_texts(files);
        return files;
    }();
    return whole;
}

ContentFiles library_content() {
    static const ContentFiles whole = [] {
        ContentFiles files = small_content();
        files["activities/many.json"] = many_file;
        files["activities/calm.json"] = calm_file;
        files["activities/plan_own.json"] = plan_file;
        for (const char* texts : {"texts/nl/all.json", "texts/en/all.json"}) files.erase(texts);
        give_texts(files);
        return files;
    }();
    return whole;
}

static std::shared_ptr<const Catalog> loaded(const ContentFiles& files, std::string_view language) {
    const CatalogResult result = load_sources(files, language);
    for (const ContentError& error : result.errors) MESSAGE(error.file << ": " << error.path << ": " << error.message);
    REQUIRE(result.catalog);
    return result.catalog;
}

std::shared_ptr<const Catalog> small_catalog(std::string_view language) { return loaded(small_content(), language); }
std::shared_ptr<const Catalog> library_catalog(std::string_view language) { return loaded(library_content(), language); }

}  // namespace koers::test
