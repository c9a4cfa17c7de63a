#include "core/export/summary.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/json.h"

namespace koers {

using nlohmann::json;

namespace {

// More than a person writes: the longest answer has 10 000 letters of at most four bytes, and its lines are one paragraph each.
constexpr size_t most_blocks = 1000, most_parts = 4000, most_lines = 20000, longest_line = 50000, longest_words = 20000;

std::string dumped(const json& value) { return value.dump(-1, ' ', false, json::error_handler_t::replace); }

// Reads what a stranger wrote: the first thing that is not as it should be makes all of it unreadable.
struct Strict {
    bool good = true;
    size_t parts = 0, lines = 0;

    std::string text(const json& from, const char* key, size_t longest, bool needed = true) {
        const auto found = from.find(key);
        if (found == from.end()) {
            good = good && !needed;
            return {};
        }
        if (!found->is_string() || found->get_ref<const std::string&>().size() > longest) {
            good = false;
            return {};
        }
        return plain_text(found->get_ref<const std::string&>());
    }
    const json* list(const json& from, const char* key, size_t most) {
        const auto found = from.find(key);
        if (found == from.end() || !found->is_array() || found->size() > most) {
            good = false;
            return nullptr;
        }
        return &*found;
    }
    void keys(const json& from, std::initializer_list<std::string_view> allowed) {
        good = good && from.is_object();
        for (auto it = from.begin(); good && it != from.end(); ++it)
            good = std::find(allowed.begin(), allowed.end(), it.key()) != allowed.end();
    }

    PaperLines part(const json& from) {
        PaperLines part;
        keys(from, {"question", "lines"});
        if (!good) return part;
        part.question = text(from, "question", longest_line, false);
        if (const json* given = list(from, "lines", most_lines))
            for (const json& line : *given) {
                good = good && line.is_string() && line.get_ref<const std::string&>().size() <= longest_line &&
                       ++lines <= most_lines;
                if (!good) return part;
                part.lines.push_back(plain_text(line.get_ref<const std::string&>()));
            }
        return part;
    }
    PaperBlock block(const json& from) {
        PaperBlock block;
        keys(from, {"title", "note", "parts"});
        if (!good) return block;
        block.title = text(from, "title", longest_line);
        block.note = text(from, "note", longest_line, false);
        if (const json* given = list(from, "parts", most_parts))
            for (const json& one : *given) {
                if (!good || ++parts > most_parts) return good = false, block;
                block.parts.push_back(part(one));
            }
        return block;
    }
};

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '&')
            out += "&amp;";
        else if (c == '<')
            out += "&lt;";
        else if (c == '>')
            out += "&gt;";
        else if (c == '"')
            out += "&quot;";
        else
            out += c;
    }
    return out;
}

constexpr const char* page_style =
    "body{font:16px/1.5 \"Atkinson Hyperlegible Next\",system-ui,sans-serif;color:#20302f;background:#fff;max-width:42rem;"
    "margin:2rem auto;padding:0 1rem}h1{font-size:1.5rem;margin:0}h2{font-size:1.1rem;margin:1.5rem 0 .25rem;break-after:avoid}"
    "p{margin:.25rem 0;white-space:pre-line;overflow-wrap:anywhere}.soft{color:#51615f;font-size:.875rem}"
    ".own{border-left:4px solid #1e6b5e;padding-left:1rem;margin:1rem 0}"
    "@media print{body{font-size:11pt;margin:0;max-width:none}}";

}  // namespace

std::string plain_text(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (size_t i = 0; i < text.size(); ++i) {
        const auto at = [&](size_t k) { return i + k < text.size() ? static_cast<unsigned char>(text[i + k]) : 0; };
        const unsigned char c = at(0);
        size_t skip = 0;
        if ((c < 0x20 && c != '\n') || c == 0x7F)
            skip = 1;
        else if (c == 0xC2 && at(1) >= 0x80 && at(1) < 0xA0)  // C1
            skip = 2;
        else if (c == 0xD8 && at(1) == 0x9C)  // ALM
            skip = 2;
        else if (c == 0xE2 && at(1) == 0x80 && (at(2) == 0x8E || at(2) == 0x8F || (at(2) >= 0xA8 && at(2) <= 0xAE)))
            skip = 3;
        else if (c == 0xE2 && at(1) == 0x81 && at(2) >= 0xA6 && at(2) <= 0xA9)
            skip = 3;
        if (skip == 0) {
            out += text[i];
            continue;
        }
        out += ' ';
        i += skip - 1;
    }
    return out;
}

std::string summary_text(const Summary& summary) {
    json blocks = json::array();
    for (const PaperBlock& block : summary.blocks) {
        json one = json::object();
        one["title"] = block.title;
        if (!block.note.empty()) one["note"] = block.note;
        json& parts = one["parts"] = json::array();
        for (const PaperLines& part : block.parts) {
            json lines = json::object();
            lines["lines"] = part.lines;
            if (!part.question.empty()) lines["question"] = part.question;
            parts.push_back(std::move(lines));
        }
        blocks.push_back(std::move(one));
    }
    json document = json::object();
    document["koers"] = "summary";
    document["format"] = 1;
    for (const auto& [key, text] : {std::pair{"language", &summary.language},
                                    {"title", &summary.title},
                                    {"made", &summary.made},
                                    {"period", &summary.period},
                                    {"words", &summary.words},
                                    {"limits", &summary.limits}})
        document[key] = *text;
    document["blocks"] = std::move(blocks);
    return dumped(document);
}

SummaryRead read_summary(std::string_view text) {
    SummaryRead read;
    if (text.size() > longest_summary) return read;
    const json document = read_json(text);
    const auto ours = document.find("koers"), format = document.find("format");
    if (ours == document.end() || *ours != "summary") return read;
    if (format == document.end() || !format->is_number_integer() || format->get<int64_t>() < 1) return read;
    if (format->get<int64_t>() > 1) {
        read.problem = SummaryProblem::Newer;
        return read;
    }
    Strict strict;
    strict.keys(document, {"koers", "format", "language", "title", "made", "period", "words", "limits", "blocks"});
    Summary& summary = read.summary;
    summary.language = strict.text(document, "language", 8);
    summary.title = strict.text(document, "title", 200);
    summary.made = strict.text(document, "made", 200);
    summary.period = strict.text(document, "period", 200);
    summary.words = strict.text(document, "words", longest_words, false);
    summary.limits = strict.text(document, "limits", 2000, false);
    if (const json* blocks = strict.list(document, "blocks", most_blocks))
        for (const json& one : *blocks) {
            summary.blocks.push_back(strict.block(one));
            summary.blocks.back().id = "read." + std::to_string(summary.blocks.size());
            if (!strict.good) break;
        }
    if (strict.good)
        read.problem = SummaryProblem::None;
    else
        summary = {};
    return read;
}

bool long_enough(std::string_view phrase) {
    size_t letters = 0;
    for (size_t i = 0; i < phrase.size(); ++i) {
        const auto at = [&](size_t k) { return i + k < phrase.size() ? static_cast<unsigned char>(phrase[i + k]) : 0; };
        const bool space = at(0) <= ' ' || (at(0) == 0xC2 && at(1) == 0xA0) ||
                           (at(0) == 0xE2 && at(1) == 0x80 && at(2) <= 0x8A) || (at(0) == 0xE3 && at(1) == 0x80 && at(2) == 0x80);
        letters += !space && (at(0) & 0xC0) != 0x80;
    }
    return letters >= least_phrase;
}

std::string summary_page(const Summary& summary) {
    const std::string language = summary.language == "en" ? "en" : "nl";
    std::string page = "<!doctype html>\n<html lang=\"" + language +
                       "\">\n<head>\n<meta charset=\"utf-8\">\n"
                       "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
                       "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                       "<meta name=\"referrer\" content=\"no-referrer\">\n<title>" +
                       escaped(summary.title) + "</title>\n<style>" + page_style + "</style>\n</head>\n<body>\n<main>\n<h1>" +
                       escaped(summary.title) + "</h1>\n<p class=\"soft\">" + escaped(summary.made + " · " + summary.period) +
                       "</p>\n";
    if (!summary.words.empty()) page += "<p class=\"own\">" + escaped(summary.words) + "</p>\n";
    for (const PaperBlock& block : summary.blocks) {
        page += "<section>\n<h2>" + escaped(block.title) + "</h2>\n";
        for (const PaperLines& part : block.parts) {
            if (!part.question.empty()) page += "<p class=\"soft\">" + escaped(part.question) + "</p>\n";
            for (const std::string& line : part.lines) page += "<p>" + escaped(line) + "</p>\n";
        }
        if (!block.note.empty()) page += "<p class=\"soft\">" + escaped(block.note) + "</p>\n";
        page += "</section>\n";
    }
    if (!summary.limits.empty()) page += "<p class=\"soft\">" + escaped(summary.limits) + "</p>\n";
    return page + "</main>\n</body>\n</html>\n";
}

}  // namespace koers
