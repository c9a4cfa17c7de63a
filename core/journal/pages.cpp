#include "core/journal/pages.h"

#include <algorithm>
#include <set>

#include "core/json.h"

namespace koers {

static std::string page_id(int number) { return "p" + std::to_string(number); }

static int page_number(const std::string& id) {
    if (id.size() < 2 || id.size() > 8 || id[0] != 'p') return -1;
    int number = 0;
    for (size_t i = 1; i < id.size(); ++i) {
        if (id[i] < '0' || id[i] > '9') return -1;
        number = number * 10 + (id[i] - '0');
    }
    return number;
}

static std::string dumped(const json& value) { return value.dump(-1, ' ', false, json::error_handler_t::replace); }

static std::string page_start() { return "{\"format\":" + std::to_string(journal_format) + ",\"records\":["; }
static const char* const page_end = "]}";

// What a record takes on its page: ["key",value] and a comma. The key counts as it is written, escapes and all.
static size_t bytes_of(const std::string& key, const std::string& text) { return dumped(json(key)).size() + text.size() + 4; }

Pages::Read Pages::read(const std::vector<PageText>& stored, const std::vector<std::string>& unreadable) {
    pages_.clear();
    where_.clear();
    reserved_ = unreadable;
    next_ = 0;
    Read result;
    result.damaged = unreadable;
    for (const PageText& page : stored) {
        const int number = page_number(page.id);
        const json document = read_json(page.text);
        const bool sound = number >= 0 && document.is_object() && document.value("format", json()).is_number_integer() &&
                           document.value("records", json()).is_array();
        if (!sound) {
            result.damaged.push_back(page.id);
            reserved_.push_back(page.id);
            continue;
        }
        if (document["format"].get<int>() > journal_format) result.newer = true;
        Page& into = pages_[number];
        for (const json& record : document["records"]) {
            if (!record.is_array() || record.size() != 2 || !record[0].is_string()) continue;
            Record one{record[0].get<std::string>(), dumped(record[1])};
            into.bytes += bytes_of(one.key, one.text);
            where_[one.key] = number;
            into.records.push_back(std::move(one));
            ++result.records;
        }
        next_ = std::max(next_, number + 1);
    }
    for (const std::string& id : reserved_) next_ = std::max(next_, page_number(id) + 1);
    return result;
}

std::string Pages::text_of(const Page& page) const {
    std::string text = page_start();
    for (size_t i = 0; i < page.records.size(); ++i) {
        if (i) text += ',';
        text += '[' + dumped(json(page.records[i].key)) + ',' + page.records[i].text + ']';
    }
    return text + page_end;
}

static bool fits(size_t bytes_of_records) {
    return page_start().size() + bytes_of_records + std::string_view(page_end).size() <= page_limit;
}

int Pages::page_with_room(size_t bytes) {
    // The newest page first: that is where today is being written. Older ones with room are found as well, so deleting frees space.
    for (auto it = pages_.rbegin(); it != pages_.rend(); ++it)
        if (fits(it->second.bytes + bytes)) return it->first;
    pages_[next_];
    return next_++;
}

PageWrite Pages::apply(const Changes& changes) {
    std::set<int> touched;
    for (const Change& change : changes) {
        const auto found = where_.find(change.key);
        if (found != where_.end()) {
            Page& page = pages_[found->second];
            const auto record =
                std::find_if(page.records.begin(), page.records.end(), [&](const Record& one) { return one.key == change.key; });
            page.bytes -= bytes_of(record->key, record->text);
            touched.insert(found->second);
            const std::string text = change.removes() ? std::string() : dumped(change.value);
            const size_t bytes = bytes_of(change.key, text);
            if (!change.removes() && (fits(page.bytes + bytes) || page.records.size() == 1)) {
                record->text = text;
                page.bytes += bytes;
                continue;
            }
            page.records.erase(record);
            where_.erase(found);
        }
        if (change.removes()) continue;
        Record one{change.key, dumped(change.value)};
        const size_t bytes = bytes_of(one.key, one.text);
        const int number = page_with_room(bytes);
        where_[one.key] = number;
        pages_[number].bytes += bytes;
        pages_[number].records.push_back(std::move(one));
        touched.insert(number);
    }
    PageWrite write;
    for (const int number : touched) {
        if (pages_[number].records.empty()) {
            pages_.erase(number);
            write.gone.push_back(page_id(number));
        } else {
            write.pages.push_back({page_id(number), text_of(pages_[number])});
        }
    }
    return write;
}

PageWrite Pages::write_of(const std::vector<std::string>& ids) const {
    PageWrite write;
    for (const std::string& id : ids) {
        const auto page = pages_.find(page_number(id));
        if (page == pages_.end())
            write.gone.push_back(id);
        else
            write.pages.push_back({id, text_of(page->second)});
    }
    return write;
}

Changes Pages::records() const {
    Changes changes;
    for (const auto& [number, page] : pages_)
        for (const Record& record : page.records) changes.push_back({record.key, read_json(record.text)});
    return changes;
}

}  // namespace koers
