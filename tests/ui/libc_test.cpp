// The browser's own printing and reading of numbers, held against the C library's.
#include <doctest/doctest.h>

#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <algorithm>
#include <random>
#include <string>

#include "app/vendor/libc_small.h"

namespace koers::test {

namespace {

__attribute__((format(printf, 1, 2))) void same(const char* format, ...) {
    for (const size_t size : {size_t{400}, size_t{5}, size_t{1}}) {
        char ours[400] = "x", theirs[400] = "x";
        va_list one, other;
        va_start(one, format);
        va_copy(other, one);
        const int a = small_vsnprintf(ours, size, format, one), b = std::vsnprintf(theirs, size, format, other);
        va_end(one);
        va_end(other);
        CAPTURE(format);
        CHECK(std::string(ours) == theirs);
        CHECK(a == b);
    }
}

double exact(const char* text, size_t length) { return std::strtod(std::string(text, length).c_str(), nullptr); }

void read_same(const std::string& text) {
    char *ours, *theirs;
    const double a = small_strtod(text.c_str(), &ours, exact), b = std::strtod(text.c_str(), &theirs);
    CAPTURE(text);
    CHECK(std::memcmp(&a, &b, sizeof a) == 0);
    CHECK(ours == theirs);
}

}  // namespace

TEST_CASE("text, whole numbers and marks come out as the C library writes them") {
    same("plain %% text");
    same("%s/%s_%08X", "a", "b", 0xBEEFu);
    same("%d %i %u %x %X", -5, 0, 7u, 255u, 255u);
    same("[%5d][%-5d][%05d][%+d][% d]", 42, 42, 42, 42, 42);
    same("[%8s][%-8s][%.2s]", "koers", "koers", "koers");
    same("%04d-%02d-%02d %02d:%02d", 2026, 1, 9, 7, 5);
    same("\\u%04x #%06x", 31u, 0xFBF8F3u);
    same("%c%5c", 'k', 'x');
    same("%ld %lld %lu %llu %zu", -3L, 1LL << 60, 9UL, ~0ULL, size_t{12});
    same("%lld %lld", -9223372036854775807LL - 1, 9223372036854775807LL);
    same("%hhX %hu", static_cast<unsigned char>(200), static_cast<unsigned short>(65535));
    same("%*d|%-*d|%.*f", 6, 42, 6, 42, 2, 3.14159);
    same("%.0d|%.3d", 0, 7);
}

__attribute__((format(scanf, 2, 3))) static int reads(const char* text, const char* format, ...) {
    va_list args;
    va_start(args, format);
    const int read = small_vsscanf(text, format, args);
    va_end(args);
    return read;
}

TEST_CASE("whole numbers are read from between words as the C library reads them") {
    for (const char* text : {"#version 100", "#version 300 es", "#version", "OpenGL ES 2.0", "3.1 (WebGL)", "-7.+8", "", "x"})
        for (const int which : {0, 1}) {
            int a = -99, b = -99, c = -99, d = -99;
            CAPTURE(text);
            if (which == 0)
                CHECK(reads(text, "#version %d", &a) == std::max(std::sscanf(text, "#version %d", &c), 0));
            else
                CHECK(reads(text, "%d.%d", &a, &b) == std::max(std::sscanf(text, "%d.%d", &c, &d), 0));
            CHECK(a == c);
            CHECK(b == d);
        }
}

TEST_CASE("decimals come out as the C library writes them") {
    for (const double value : {0.,         1.,  -1.,  0.5,      1.5, 2.5,    0.25,       0.125,     3.14159, 99.995, 1e-7,
                               123456.789, 0.1, 1e15, 999999.5, 1e6, 0.0001, 0.00001234, 9.9999996, 1e100,   42.}) {
        same("%g", value);
        same("%.3g", value);
        same("%10g|%-10g|%+g", value, value, value);
        if (value < 1e15) same("%f %.0f %.1f %.2f %.3f", value, value, value, value, value);
        if (value < 1e15) same("%8.2f|%-8.2f|%08.2f", value, value, value);
    }
    std::mt19937 chance(7);
    for (int i = 0; i < 3000; ++i) {
        // What Koers writes: figures of a screen, amounts with up to three decimals.
        const double value = static_cast<double>(static_cast<int>(chance() % 2000000) - 1000000) / 1000;
        same("%g|%.1f|%.2f|%.3f", static_cast<double>(static_cast<float>(value)), value, value, value);
    }
}

TEST_CASE("numbers are read to the last bit as the C library reads them") {
    for (const char* text : {"0",
                             "-0",
                             "1",
                             "12.5",
                             "-3.25",
                             "+7",
                             "1e3",
                             "1E-3",
                             "0.1",
                             "0.30000000000000004",
                             "1780000000000",
                             "9007199254740993",
                             "1e22",
                             "1e23",
                             "1e400",
                             "1e-400",
                             "123456789012345678901234567890",
                             "0.000000000000000000000000123",
                             ".5",
                             "5.",
                             "1e",
                             "1e+",
                             "abc",
                             "",
                             "  12",
                             "12abc",
                             "-",
                             "1.7976931348623157e308"})
        read_same(text);
    std::mt19937_64 chance(11);
    for (int i = 0; i < 20000; ++i) {
        const double value = static_cast<double>(static_cast<int64_t>(chance())) / static_cast<double>(1 + chance() % 1000000);
        char text[64];
        std::snprintf(text, sizeof text, i % 2 ? "%.17g" : "%.12g", value);
        read_same(text);
    }
}

}  // namespace koers::test
