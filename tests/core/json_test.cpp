// JSON text comes in through one door, which reads what nlohmann's own parser reads, and nothing that nests too deep to be walked.
#include <doctest/doctest.h>

#include "core/json.h"

using namespace koers;
using nlohmann::json;

TEST_CASE("text is read as nlohmann's own parser reads it, or not at all") {
    for (const char* text : {"null",
                             "true",
                             "false",
                             "0",
                             "-0",
                             "1",
                             "-1",
                             "18446744073709551615",
                             "18446744073709551616",
                             "-9223372036854775809",
                             "1.5",
                             "1e3",
                             "1E-3",
                             "0.1",
                             "1e400",
                             "\"\"",
                             "\"\\u00e9\\n\"",
                             "\"\\ud83c\\udf31\"",
                             "\"\\ud83c\"",
                             "[]",
                             "{}",
                             "[[],{}]",
                             "[1,[2,{\"a\":[3]}],4]",
                             "{\"a\":{\"b\":[1,2,{}],\"c\":null},\"d\":\"e\"}",
                             "{\"a\":1,\"a\":{\"b\":2}}",
                             "{\"a\":{\"b\":2},\"a\":[1]}",
                             " [ 1 , 2 ] ",
                             "",
                             " ",
                             "[",
                             "]",
                             "{",
                             "[1,]",
                             "{\"a\"}",
                             "{\"a\":}",
                             "{\"a\":1,}",
                             "[1 2]",
                             "nul",
                             "01",
                             "+1",
                             ".5",
                             "1.",
                             "NaN",
                             "'a'",
                             "\"a",
                             "\"\t\"",
                             "[1]x",
                             "[1] [2]",
                             "// x",
                             "/**/1",
                             "\xEF\xBB\xBF[1]",
                             "\"\xFF\"",
                             "\"\xC3\""}) {
        CAPTURE(text);
        const json ours = read_json(text), theirs = json::parse(text, nullptr, false);
        CHECK(ours.is_discarded() == theirs.is_discarded());
        if (!theirs.is_discarded()) {
            CHECK(ours == theirs);
            CHECK(ours.type() == theirs.type());
            CHECK(ours.dump() == theirs.dump());
        }
    }
}

TEST_CASE("what nests deeper than Koers ever writes is no text of Koers") {
    const auto nested = [](size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
    CHECK(read_json(nested(deepest_json)).is_array());
    for (const size_t depth : {deepest_json + 1, size_t{100000}}) CHECK(read_json(nested(depth)).is_discarded());
    std::string objects;
    for (int i = 0; i < 100000; ++i) objects += "{\"a\":";
    CHECK(read_json(objects + "1" + std::string(100000, '}')).is_discarded());
    CHECK(read_json(objects).is_discarded());
}
