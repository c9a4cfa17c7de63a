#include <doctest/doctest.h>

#include <algorithm>
#include <map>

#include "core/journal/pages.h"

using namespace koers;

namespace {

// A small linear congruential generator (Knuth, MMIX): the same numbers on every machine.
struct Dice {
    uint64_t state = 20261121;
    uint32_t next() {
        state = state * 6364136223846793005u + 1442695040888963407u;
        return static_cast<uint32_t>(state >> 33);
    }
    int below(int n) { return static_cast<int>(next() % static_cast<uint32_t>(n)); }
};

// What a platform keeps: the texts of pages. Each write is one transaction.
struct Disk {
    std::map<std::string, std::string> pages;

    void write(const PageWrite& write) {
        for (const PageText& page : write.pages) pages[page.id] = page.text;
        for (const std::string& id : write.gone) pages.erase(id);
    }
    std::vector<PageText> all() const {
        std::vector<PageText> texts;
        for (const auto& [id, text] : pages) texts.push_back({id, text});
        return texts;
    }
    static json records_in(const std::string& text) {
        const json document = json::parse(text, nullptr, false);
        return document.is_object() && document.contains("records") ? document["records"] : json::array();
    }
    std::map<std::string, json> records() const {
        std::map<std::string, json> found;
        for (const auto& [id, text] : pages) {
            const json records = records_in(text);
            for (const json& record : records) {
                CHECK_MESSAGE(!found.count(record[0].get<std::string>()), "a record stands on one page only");
                found[record[0].get<std::string>()] = record[1];
            }
        }
        return found;
    }
    std::string page_of(const std::string& key) const {
        for (const auto& [id, text] : pages) {
            const json records = records_in(text);
            for (const json& record : records)
                if (record[0] == key) return id;
        }
        return "";
    }
};

std::map<std::string, json> as_map(const Changes& records) {
    std::map<std::string, json> found;
    for (const Change& record : records) {
        CHECK(!found.count(record.key));
        found[record.key] = record.value;
    }
    return found;
}

Change record(const std::string& key, size_t size, char letter = 'x') { return {key, json{{"text", std::string(size, letter)}}}; }

}  // namespace

TEST_CASE("a first record is the first page, in the form of format 1") {
    Pages pages;
    const PageWrite write = pages.apply({{"settings", json{{"started", true}}}, {"entry/a", json{{"id", "a"}}}});
    REQUIRE(write.pages.size() == 1);
    CHECK(write.gone.empty());
    CHECK(write.pages[0].id == "p0");
    CHECK(write.pages[0].text == R"({"format":1,"records":[["settings",{"started":true}],["entry/a",{"id":"a"}]]})");
}

TEST_CASE("only pages that changed are written") {
    Pages pages;
    Disk disk;
    for (int i = 0; i < 10; ++i) disk.write(pages.apply({record("entry/" + std::to_string(i), 9000)}));
    REQUIRE(disk.pages.size() == 4);
    const PageWrite write = pages.apply({record("entry/0", 8000)});
    REQUIRE(write.pages.size() == 1);
    CHECK(write.pages[0].id == "p0");
    CHECK(pages.apply({}).pages.empty());
    CHECK(pages.apply({{"entry/nobody", nullptr}}).pages.empty());
}

TEST_CASE("a record that is taken away is gone from what is stored, and a page that holds nothing goes with its last record") {
    Pages pages;
    Disk disk;
    disk.write(pages.apply({{"entry/secret", json{{"text", "something private"}}}, {"entry/other", json{{"text", "stays"}}}}));
    disk.write(pages.apply({{"entry/secret", nullptr}}));
    CHECK(disk.pages.at("p0").find("private") == std::string::npos);
    CHECK(disk.pages.at("p0").find("stays") != std::string::npos);
    const PageWrite last = pages.apply({{"entry/other", nullptr}});
    CHECK(last.pages.empty());
    CHECK(last.gone == std::vector<std::string>{"p0"});
}

TEST_CASE("a page is full to the byte and never over") {
    // The frame of a page is {"format":1,"records":[ ... ]}, a record ["k",{"text":"…"}].
    const size_t frame = 25, around = 18;
    for (const size_t over : {size_t{0}, size_t{1}, size_t{30}}) {
        Pages pages;
        Disk disk;
        const size_t half = (page_limit - frame) / 2;
        disk.write(pages.apply({record("a", half - around)}));
        disk.write(pages.apply({record("b", half - around + over)}));
        for (const auto& [id, text] : disk.pages) CHECK(text.size() <= page_limit);
    }
    Pages pages;
    Disk disk;
    for (int i = 0; i < 400; ++i)
        disk.write(pages.apply({record("entry/\"quoted\\" + std::to_string(i), 400 + static_cast<size_t>(i % 7))}));
    for (const auto& [id, text] : disk.pages) CHECK(text.size() <= page_limit);
    CHECK(disk.pages.size() > 5);
    CHECK(disk.pages.size() < 8);
}

TEST_CASE("a dozen records of every size near a twelfth of a page stay within its limit") {
    for (size_t size = 2600; size < 2690; ++size) {
        Pages pages;
        Disk disk;
        for (int i = 0; i < 12; ++i) disk.write(pages.apply({record("entry/" + std::to_string(i), size)}));
        for (const auto& [id, text] : disk.pages)
            if (text.size() > page_limit) FAIL_CHECK(size << ": " << text.size() << " bytes on " << id);
    }
}

TEST_CASE("a record too large for a page stands alone, and shrinks or goes like any other") {
    Pages pages;
    Disk disk;
    disk.write(pages.apply({record("entry/small", 100)}));
    disk.write(pages.apply({record("entry/large", 100'000)}));
    disk.write(pages.apply({record("entry/another", 100)}));
    const std::string alone = disk.page_of("entry/large");
    CHECK(alone != disk.page_of("entry/small"));
    CHECK(disk.page_of("entry/another") == disk.page_of("entry/small"));
    CHECK(disk.pages.at(alone).size() > 100'000);

    disk.write(pages.apply({record("entry/large", 120'000, 'y')}));
    CHECK(disk.page_of("entry/large") == alone);
    // One that grows beyond its page leaves the others where they are.
    disk.write(pages.apply({record("entry/small", 90'000)}));
    CHECK(disk.page_of("entry/small") != disk.page_of("entry/another"));
    disk.write(pages.apply({{"entry/large", nullptr}}));
    CHECK(disk.pages.count(alone) == 0);
    CHECK(disk.records().size() == 2);
}

TEST_CASE("thousands of changes later the disk holds exactly what was put and not removed") {
    Dice dice;
    Pages pages;
    Disk disk;
    std::map<std::string, json> expected;
    int rereads = 0;
    for (int round = 0; round < 4000; ++round) {
        Changes changes;
        for (int n = 1 + dice.below(3); n > 0; --n) {
            const std::string key = (dice.below(10) == 0 ? "run/" : "entry/") + std::to_string(dice.below(300));
            if (dice.below(4) == 0) {
                changes.push_back({key, nullptr});
                expected.erase(key);
            } else {
                const int size = dice.below(40) == 0 ? dice.below(20'000) : dice.below(600);
                const json value{{"n", round},
                                 {"text", std::string(static_cast<size_t>(size), static_cast<char>('a' + dice.below(26)))},
                                 {"deep", {{"é\n\"", {1, nullptr, 2.5}}}}};
                changes.push_back({key, value});
                expected[key] = value;
            }
        }
        const PageWrite write = pages.apply(changes);
        for (const PageText& page : write.pages)
            if (page.text.size() > page_limit)
                FAIL_CHECK("round " << round << ": " << page.id << " has " << page.text.size() << " bytes");
        for (const std::string& gone : write.gone)
            if (!disk.pages.count(gone)) {
                // A page that came and went within one change was never stored.
                const bool fresh =
                    std::none_of(write.pages.begin(), write.pages.end(), [&](const PageText& page) { return page.id == gone; });
                CHECK(fresh);
            }
        disk.write(write);
        if (round % 500 == 499) {
            CHECK((as_map(pages.records()) == expected));  // in parentheses: a failure prints no megabytes
            CHECK((disk.records() == expected));
            Pages again;
            const Pages::Read read = again.read(disk.all(), {});
            CHECK(read.records == static_cast<int>(expected.size()));
            CHECK(read.damaged.empty());
            CHECK((as_map(again.records()) == expected));
            pages = again;
            ++rereads;
        }
    }
    CHECK(rereads == 8);
    CHECK(expected.size() > 100);
    CHECK(disk.pages.size() < 60);
}

TEST_CASE("removing makes room that is used again") {
    Pages pages;
    Disk disk;
    for (int i = 0; i < 100; ++i) disk.write(pages.apply({record("entry/" + std::to_string(i), 3000)}));
    const size_t before = disk.pages.size();
    for (int i = 0; i < 50; ++i) disk.write(pages.apply({{"entry/" + std::to_string(i), nullptr}}));
    for (int i = 100; i < 145; ++i) disk.write(pages.apply({record("entry/" + std::to_string(i), 3000)}));
    CHECK(disk.pages.size() <= before);
    CHECK(disk.records().size() == 95);
}

TEST_CASE("a damaged page keeps its name and its bytes, whatever is written after it") {
    const char* const sound = R"({"format":1,"records":[["entry/a",{"id":"a"}]]})";
    for (const char* damage : {"", "{", "[]", "7", "{\"format\":1}", "{\"records\":[]}", "{\"format\":\"1\",\"records\":[]}",
                               "{\"format\":1,\"records\":{}}", "\xFF\xFE"}) {
        CAPTURE(damage);
        Pages pages;
        const Pages::Read read = pages.read({{"p0", sound}, {"p1", damage}, {"p2", sound}}, {"p5"});
        CHECK(read.damaged == std::vector<std::string>{"p5", "p1"});
        CHECK_FALSE(read.newer);
        Disk disk;
        disk.pages = {{"p0", sound}, {"p1", damage}, {"p2", sound}, {"p5", "sealed and not to be opened"}};
        for (int i = 0; i < 200; ++i) disk.write(pages.apply({record("entry/n" + std::to_string(i), 1000)}));
        for (int i = 0; i < 200; ++i) disk.write(pages.apply({{"entry/n" + std::to_string(i), nullptr}}));
        disk.write(pages.apply({record("entry/last", 31'000), record("entry/last2", 31'000)}));
        CHECK(disk.pages.at("p1") == damage);
        CHECK(disk.pages.at("p5") == "sealed and not to be opened");
        CHECK(disk.page_of("entry/last") != "p1");
    }
}

TEST_CASE("a damaged page that is the last keeps its name too") {
    for (const bool unreadable : {false, true}) {
        Pages pages;
        const std::vector<PageText> last{{"p7", "no page"}};
        const Pages::Read read = pages.read(unreadable ? std::vector<PageText>{} : last,
                                            unreadable ? std::vector<std::string>{"p7"} : std::vector<std::string>{});
        CHECK(read.damaged == std::vector<std::string>{"p7"});
        const PageWrite write = pages.apply({record("entry/b", 32'000), record("entry/c", 32'000)});
        REQUIRE(write.pages.size() == 2);
        for (const PageText& page : write.pages) CHECK(page.id != "p7");
        CHECK(write.pages[0].id == "p8");
    }
}

TEST_CASE("a page whose name is none is left alone as well") {
    Pages pages;
    const Pages::Read read = pages.read(
        {{"canary", R"({"format":1,"records":[["entry/a",{}]]})"}, {"p", R"({"format":1,"records":[]})"}, {"p1x", "{}"}}, {});
    CHECK(read.damaged.size() == 3);
    CHECK(read.records == 0);
    const PageWrite write = pages.apply({record("entry/b", 10)});
    REQUIRE(write.pages.size() == 1);
    CHECK(write.pages[0].id == "p0");
}

TEST_CASE("a page of a newer format is noticed, and still read as far as it goes") {
    Pages pages;
    const Pages::Read read = pages.read({{"p0", R"({"format":1,"records":[["entry/a",{"id":"a"}]]})"},
                                         {"p1", R"({"format":2,"records":[["entry/b",{"id":"b"}]],"index":{}})"}},
                                        {});
    CHECK(read.newer);
    CHECK(read.damaged.empty());
    CHECK(read.records == 2);
}

TEST_CASE("reading again forgets what was there before") {
    Pages pages;
    pages.apply({record("entry/a", 10)});
    CHECK(pages.read({}, {}).records == 0);
    CHECK(pages.records().empty());
    CHECK(pages.apply({{"entry/a", nullptr}}).pages.empty());
}

TEST_CASE("pages come in any order and new ones get a number above all others") {
    Pages pages;
    const std::string full = pages.apply({record("entry/a", 31'000)}).pages[0].text;
    Pages read;
    read.read({{"p10", full}, {"p2", R"({"format":1,"records":[["entry/b",{"t":")" + std::string(31'000, 'x') + "\"}]]}"}}, {});
    const PageWrite write = read.apply({record("entry/c", 5000)});
    REQUIRE(write.pages.size() == 1);
    CHECK(write.pages[0].id == "p11");
}
