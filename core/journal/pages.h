// How the journal lies on disk: records in pages of at most 32 KiB of JSON text. A page is what gets sealed and written; see README.md beside this file.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/journal/journal.h"

namespace koers {

constexpr int journal_format = 1;
constexpr size_t page_limit = 32 * 1024 - 512;  // bytes of JSON text; the rest of 32 KiB is for padding, IV and tag

// A page as stored: {"format":1,"records":[["entry/…", {…}], …]}
struct PageText {
    std::string id;  // "p0", "p1", …
    std::string text;
};

// What one save writes: whole pages, in one transaction.
struct PageWrite {
    std::vector<PageText> pages;
    std::vector<std::string> gone;  // pages that hold nothing any more
};

// Knows which record stands on which page. Values are kept as text, so what this version does not understand survives byte for byte in meaning.
class Pages {
  public:
    struct Read {
        std::vector<std::string> damaged;  // pages that were no JSON or no pages
        bool newer = false;                // a page of a newer format: nothing may be written
        int records = 0;
    };
    Read read(const std::vector<PageText>& stored, const std::vector<std::string>& unreadable);
    // Applies the changes and says what must be written. A record too large for a page gets one of its own.
    PageWrite apply(const Changes& changes);
    // The present text of these pages (or that they are gone): what a failed save has to write again.
    PageWrite write_of(const std::vector<std::string>& ids) const;
    // All records, for building a Journal.
    Changes records() const;

  private:
    struct Record {
        std::string key, text;
    };
    struct Page {
        std::vector<Record> records;
        size_t bytes = 0;  // of its records as written
    };
    std::map<int, Page> pages_;
    std::map<std::string, int, std::less<>> where_;
    std::vector<std::string> reserved_;  // damaged pages: their ids are never reused, so their bytes stay
    int next_ = 0;

    std::string text_of(const Page& page) const;
    int page_with_room(size_t bytes);
};

}  // namespace koers
