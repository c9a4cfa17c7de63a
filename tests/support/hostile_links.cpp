#include "tests/support/hostile_links.h"

#include <filesystem>
#include <nlohmann/json.hpp>

#include "tests/support/files.h"

namespace koers::test {

InviteCodes link_codes() {
    static const InviteCodes codes = [] {
        const auto files = content_under(std::filesystem::path(KOERS_ROOT) / "assets" / "invite");
        const auto document = nlohmann::json::parse(files.at("codes.json"));
        return InviteCodes{document["activities"].get<std::vector<std::string>>(),
                           document["substances"].get<std::vector<std::string>>(),
                           document["languages"].get<std::vector<std::string>>()};
    }();
    return codes;
}

const char* const frozen_link = "1.AQQ9LAhBAgIBDQMBAQQBAQUBAwYBBAcCogTquvUJ";

// By another way than the program's, on purpose: whole bytes at a time, and a table.
static uint32_t crc_of(const std::vector<uint8_t>& bytes) {
    uint32_t table[256];
    for (uint32_t i = 0; i < 256; ++i) {
        uint32_t one = i;
        for (int bit = 0; bit < 8; ++bit) one = one & 1 ? 0xEDB88320U ^ (one >> 1) : one >> 1;
        table[i] = one;
    }
    uint32_t state = 0xFFFFFFFFU;
    for (const uint8_t byte : bytes) state = table[(state ^ byte) & 0xFF] ^ (state >> 8);
    return state ^ 0xFFFFFFFFU;
}

std::string in_base64url(const std::vector<uint8_t>& bytes) {
    static const char* const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    std::string text;
    for (size_t i = 0; i < bytes.size(); i += 3) {
        const uint32_t three = (static_cast<uint32_t>(bytes[i]) << 16) |
                               (i + 1 < bytes.size() ? static_cast<uint32_t>(bytes[i + 1]) << 8 : 0) |
                               (i + 2 < bytes.size() ? bytes[i + 2] : 0U);
        const size_t count = std::min<size_t>(4, (bytes.size() - i) + 1);
        for (size_t k = 0; k < count; ++k) text += letters[(three >> (18 - 6 * k)) & 63];
    }
    return text;
}

static std::vector<uint8_t> checked(std::vector<uint8_t> payload) {
    std::vector<uint8_t> whole{'1', '.'};
    whole.insert(whole.end(), payload.begin(), payload.end());
    const uint32_t crc = crc_of(whole);
    for (int shift = 24; shift >= 0; shift -= 8) payload.push_back(static_cast<uint8_t>(crc >> shift));
    return payload;
}

std::string checked_link(std::vector<uint8_t> payload) { return "1." + in_base64url(checked(std::move(payload))); }

static std::vector<uint8_t> payload_of(const LinkFields& fields) {
    std::vector<uint8_t> payload;
    for (const auto& [tag, value] : fields) {
        payload.push_back(static_cast<uint8_t>(tag));
        payload.push_back(static_cast<uint8_t>(value.size()));
        payload.insert(payload.end(), value.begin(), value.end());
    }
    return payload;
}

std::string made_link(const LinkFields& fields) { return checked_link(payload_of(fields)); }

std::vector<HostileLink> hostile_links() {
    std::vector<HostileLink> all;
    const auto add = [&](std::string what, std::string fragment, bool newer = false) {
        all.push_back({std::move(what), std::move(fragment), newer});
    };
    const std::string good = made_link({{1, {37, 59, 8}}, {2, {1, 13}}, {3, {1}}, {5, {3}}, {7, {0x80, 0x02}}});
    const std::vector<uint8_t> payload = payload_of({{1, {37, 59, 8}}, {2, {1, 13}}, {3, {1}}, {5, {3}}, {7, {0x80, 0x02}}});

    for (size_t length = 1; length < good.size(); ++length)
        add("cut off after " + std::to_string(length), good.substr(0, length));
    for (size_t at = 0; at <= good.size(); ++at)
        add("markup at " + std::to_string(at), std::string(good).insert(at, "<img src=x onerror=alert(1)>"));
    for (size_t bit = 0; bit < payload.size() * 8; ++bit) {
        // The checksum of the one before: damage on the way.
        std::vector<uint8_t> bytes = checked(payload);
        bytes[bit / 8] ^= static_cast<uint8_t>(1U << (bit % 8));
        add("bit " + std::to_string(bit) + " flipped", "1." + in_base64url(bytes));
    }
    for (size_t i = 0; i < 4; ++i) {
        std::vector<uint8_t> bytes = checked(payload);
        bytes[payload.size() + i] ^= 0x55;
        add("wrong checksum", "1." + in_base64url(bytes));
    }
    for (const size_t length : {241, 300, 2048, 65536, 1000000}) {
        add("too long", "1." + std::string(length, 'A'));
        add("a good one with a tail", good + std::string(length, 'A'));
    }

    // What every allow-list before this one let through (CyberChef's recipes, and their kin).
    for (const char* text : {"<script>alert(1)</script>",
                             "javascript:alert(1)",
                             "1.<svg/onload=alert(1)>",
                             "recipe=To_Hex('Space')&input=PHNjcmlwdD4",
                             "1.%3Cscript%3E",
                             "1.&lt;",
                             "1.\"onfocus=alert(1) autofocus=\"",
                             "__proto__",
                             "1.__proto__",
                             "1.constructor",
                             "../../etc/passwd",
                             "1.../..",
                             "data:text/html,x",
                             "1.{{7*7}}",
                             "${7*7}",
                             "pro<",
                             "pro ",
                             " pro",
                             "PRO",
                             "pro#pro",
                             "erase",
                             "export",
                             "1.erase",
                             "tel:112",
                             "1.tel:112",
                             "https://koers.example/#1.AQ",
                             "1.https://",
                             "http://[::1]",
                             "1.null",
                             "null",
                             "undefined",
                             "1.undefined",
                             "true",
                             "0",
                             "1",
                             "1.",
                             "1..",
                             "..",
                             ".",
                             "1.=",
                             "1.==",
                             "1.A",
                             "1.AA",
                             "1.AAA",
                             "1.AAAA",
                             "1.AAAAA",
                             "1.AAAAAA",
                             "01.AQ",
                             "1.1.",
                             "-1.AQ",
                             "+1.AQ",
                             "1,AQ",
                             "١.AQ",
                             "１.AQ",
                             "v1.AQ",
                             "0.AQ",
                             "10.AQ",
                             "11.AQ",
                             "1\t.AQ",
                             "1.\n",
                             "1.\r\nSet-Cookie:a=b",
                             "\xEF\xBB\xBF"
                             "1.AQ",
                             "1.\xE2\x80\xAE",
                             "1.\xC3\x28",
                             "1.\xF0\x9F\x92\x8A",
                             "\xF0\x9F\x92\x8A",
                             "2",
                             "2,AQ",
                             "2.<script>",
                             "2.A",
                             "2.!!!!",
                             "9.=AAA"})
        add("text", text);
    add("a zero inside", std::string("1.\0AQE", 6));
    for (const char* tail : {"=", "==", "===", "%3D", " ", "\n", "#", "#x", "?x=1", "&x", "/", ".", "+", "A", "AA"})
        add("a tail", good + tail);
    for (const char* head : {" ", "#", "?", "/", "\n", "1.", "\xEF\xBB\xBF"}) add("a head", head + good);
    {
        std::string other = good;
        for (char& c : other)
            if (c == '-') c = '+';
        // The other alphabet, and bits that say nothing.
        add("the alphabet of base64", other.find('+') != std::string::npos ? other : "1.+/+/+/+/");
        std::vector<uint8_t> bytes = checked(payload);
        while (bytes.size() % 3 == 0)
            bytes = checked([&] {
                std::vector<uint8_t> more = payload;
                more.push_back(64);
                more.push_back(static_cast<uint8_t>(0));
                return more;
            }());
        std::string text = in_base64url(bytes);
        const std::string letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        for (unsigned bits = 1; bits < 4; ++bits) {
            std::string loose = text;
            loose.back() = letters[letters.find(text.back()) | bits];
            if (loose != text) add("bits that say nothing", "1." + loose);
        }
    }

    // With a right checksum: as only a program could make them.
    add("nothing in it", made_link(LinkFields{}));
    add("no activities", made_link({{2, {1}}}));
    add("no activity in the list", made_link({{1, {}}}));
    add("the same one twice", made_link({{1, {37, 37}}}));
    add("number 0", made_link({{1, {0}}}));
    add("number 0 among others", made_link({{1, {37, 0}}}));
    add("more than a link holds", made_link({{1, {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21}}}));
    add("a number in a longer form", made_link({{1, {0xA5, 0x00}}}));
    add("a number without an end", made_link({{1, {0x80}}}));
    add("a number of five bytes", made_link({{1, {0xFF, 0xFF, 0xFF, 0xFF, 0x0F}}}));
    add("a number of nine bytes", made_link({{1, {0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F}}}));
    add("substances in another order", made_link({{1, {37}}, {2, {13, 1}}}));
    add("a substance twice", made_link({{1, {37}}, {2, {1, 1}}}));
    add("no substances in the list", made_link({{1, {37}}, {2, {}}}));
    add("substance 0", made_link({{1, {37}}, {2, {0}}}));
    for (const uint8_t value : {uint8_t{0}, uint8_t{3}, uint8_t{127}})
        add("a role there is not", made_link({{1, {37}}, {3, {value}}}));
    for (const uint8_t value : {uint8_t{0}, uint8_t{6}, uint8_t{127}})
        add("a rhythm there is not", made_link({{1, {37}}, {5, {value}}}));
    for (const uint8_t value : {uint8_t{0}, uint8_t{5}, uint8_t{127}})
        add("a screen there is not", made_link({{1, {37}}, {6, {value}}}));
    for (const std::vector<uint8_t>& value : std::vector<std::vector<uint8_t>>{
             {0}, {0xAE, 0x9D, 0x02}, {0xFF, 0xFF, 0xFF, 0x7F}, {0xFF, 0xFF, 0xFF, 0xFF, 0x07}, {}, {1, 1}})
        add("a day there is not", made_link({{1, {37}}, {7, value}}));
    for (uint32_t tag = 3; tag <= 7; ++tag) {
        add("an empty field", made_link({{1, {37}}, {tag, {}}}));
        add("two numbers where one is", made_link({{1, {37}}, {tag, {1, 1}}}));
        add("a field twice", made_link({{1, {37}}, {tag, {1}}, {tag, {1}}}));
        add("fields in another order", made_link({{tag, {1}}, {1, {37}}}));
    }
    add("language 0", made_link({{1, {37}}, {4, {0}}}));
    add("field 0", made_link({{0, {}}, {1, {37}}}));
    add("the list twice", made_link({{1, {37}}, {1, {59}}}));
    add("longer than there is", checked_link(std::vector<uint8_t>{1, 200, 37}));
    add("longer than anything", checked_link(std::vector<uint8_t>{1, 0xFF, 0xFF, 0xFF, 0x7F, 37}));
    add("a length without an end", checked_link(std::vector<uint8_t>{1, 0x80}));
    add("a length of five bytes", checked_link(std::vector<uint8_t>{1, 0xFF, 0xFF, 0xFF, 0xFF, 0x0F}));
    add("a tag alone", checked_link(std::vector<uint8_t>{1, 1, 37, 3}));
    add("a tag in a longer form", checked_link(std::vector<uint8_t>{0x81, 0x00, 1, 37}));
    add("a tag of five bytes", checked_link(std::vector<uint8_t>{1, 1, 37, 0xFF, 0xFF, 0xFF, 0xFF, 0x0F, 0}));
    {
        std::vector<uint8_t> inside(good.begin(), good.end());
        add("a link in a link", checked_link(inside));
        inside.insert(inside.begin(), {1, static_cast<uint8_t>(inside.size())});
        add("a link in its list", checked_link(inside));
        std::vector<uint8_t> nested = payload;
        for (int depth = 0; depth < 20; ++depth)
            nested.insert(nested.begin(), {1, static_cast<uint8_t>(std::min<size_t>(nested.size(), 127))});
        add("lists in lists", checked_link(nested));
        const std::string words = "{\"activities\":[\"<b>\"],\"tel\":\"0900\"}";
        add("JSON with a checksum", checked_link(std::vector<uint8_t>(words.begin(), words.end())));
        add("the checksum of nothing", "1.AAAAAA");
        add("the checksum of other words", "1." + in_base64url({0xCB, 0xF4, 0x39, 0x26}));
    }

    // Not hostile, only later: the other sentence.
    add("the next version", "2.AQEl", true);
    add("a later version", "9.AAAA", true);
    add("an activity of a newer Koers", made_link({{1, {37, 120}}}), true);
    add("an activity of a far newer Koers", made_link({{1, {0xFF, 0xFF, 0xFF, 0x7F}}}), true);
    add("a substance of a newer Koers", made_link({{1, {37}}, {2, {1, 99}}}), true);
    add("a language of a newer Koers", made_link({{1, {37}}, {4, {9}}}), true);
    for (const uint8_t tag : {uint8_t{8}, uint8_t{63}})
        add("a field that has to be understood", made_link(LinkFields{{1, {37}}, {tag, {1, 2, 3}}}), true);
    add("the same, without a list", made_link({{9, {1}}}), true);
    return all;
}

}  // namespace koers::test
