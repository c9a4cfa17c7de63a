#include "app/vendor/libc_small.h"

#include <cmath>
#include <cstdint>
#include <cstring>

namespace koers {

namespace {

struct Out {
    char* text;
    size_t size, length = 0;
    void add(char c) {
        if (length + 1 < size) text[length] = c;
        ++length;
    }
    void add(char c, int times) {
        for (; times > 0; --times) add(c);
    }
    void add(const char* words, size_t count) {
        for (size_t i = 0; i < count; ++i) add(words[i]);
    }
};

struct Spec {
    bool left = false, plus = false, space = false, zero = false;
    int width = 0, precision = -1;
};

void padded(Out& out, const Spec& spec, const char* sign, const char* digits, size_t count, bool zeros) {
    const int room = spec.width - static_cast<int>(count + std::strlen(sign));
    if (!spec.left && !zeros) out.add(' ', room);
    out.add(sign, std::strlen(sign));
    if (!spec.left && zeros) out.add('0', room);
    out.add(digits, count);
    if (spec.left) out.add(' ', room);
}

const char* sign_of(const Spec& spec, bool negative) { return negative ? "-" : spec.plus ? "+" : spec.space ? " " : ""; }

// The digits of a whole number, written backwards from `end`.
char* digits_of(uint64_t value, unsigned base, bool large, char* end) {
    do {
        const unsigned digit = static_cast<unsigned>(value % base);
        *--end = static_cast<char>(digit < 10 ? '0' + digit : (large ? 'A' : 'a') + digit - 10);
        value /= base;
    } while (value);
    return end;
}

void integer(Out& out, const Spec& spec, uint64_t value, bool negative, unsigned base, bool large) {
    char text[72], *end = text + sizeof text, *start = digits_of(value, base, large, end);
    while (end - start < spec.precision && start > text) *--start = '0';
    if (spec.precision == 0 && value == 0) start = end;
    padded(out, spec, sign_of(spec, negative), start, static_cast<size_t>(end - start), spec.zero && spec.precision < 0);
}

// |value| with so many decimals into `text`; how long it is. Beyond what a whole number holds the digits that are known are followed by zeros.
size_t fixed(double value, int decimals, char* text) {
    static constexpr double powers[] = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};
    const int kept = decimals > 9 ? 9 : decimals;
    const double whole = std::floor(value);
    char buffer[400], *end = buffer + sizeof buffer, *start;
    double part = std::nearbyint((value - whole) * powers[kept]), above = whole;
    if (part >= powers[kept]) part -= powers[kept], above += 1;
    if (kept == 0 && value - whole == 0.5) above = std::nearbyint(value);
    start = end;
    if (kept > 0) {
        start = digits_of(static_cast<uint64_t>(part), 10, false, start);
        while (end - start < kept) *--start = '0';
        *--start = '.';
    }
    int zeros = 0;
    for (; above >= 1e18; above /= 10) ++zeros;
    for (; zeros > 0; --zeros) *--start = '0';
    start = digits_of(static_cast<uint64_t>(above), 10, false, start);
    const auto length = static_cast<size_t>(end - start);
    std::memcpy(text, start, length);
    for (int i = kept; i < decimals; ++i) text[length + static_cast<size_t>(i - kept)] = '0';
    return length + static_cast<size_t>(decimals - kept);
}

// Exact up to 1e22, and as good as its last bits beyond. (The C library's pow brings 6 KB of tables that no compression makes smaller.)
double ten_to(int power) {
    double value = 1;
    for (; power >= 22; power -= 22) value *= 1e22;
    for (; power > 0; --power) value *= 10;
    return value;
}

void real(Out& out, const Spec& spec, double value, bool shortest) {
    const bool negative = std::signbit(value);
    const char* sign = sign_of(spec, negative);
    value = std::fabs(value);
    if (!std::isfinite(value)) return padded(out, spec, sign, std::isnan(value) ? "nan" : "inf", 3, false);
    char text[440];
    int decimals = spec.precision < 0 ? 6 : spec.precision > 30 ? 30 : spec.precision;
    if (!shortest) return padded(out, spec, sign, text, fixed(value, decimals, text), spec.zero);
    // %g: so many figures, no zeros behind them, and a power of ten where that is shorter.
    if (decimals == 0) decimals = 1;
    int power = value > 0 ? static_cast<int>(std::floor(std::log10(value))) : 0;
    const auto scaled = [&](int by) { return by > 0 ? value / ten_to(by) : value * ten_to(-by); };
    // 9.9999996 with six figures is 10.
    if (value > 0 && std::nearbyint(scaled(power - decimals + 1)) >= ten_to(decimals)) ++power;
    const bool as_power = power < -4 || power >= decimals;
    size_t length = fixed(as_power ? scaled(power) : value, as_power ? decimals - 1 : decimals - 1 - power, text);
    if (std::memchr(text, '.', length)) {
        while (text[length - 1] == '0') --length;
        if (text[length - 1] == '.') --length;
    }
    if (as_power) {
        text[length++] = 'e';
        text[length++] = power < 0 ? '-' : '+';
        char digits[8], *end = digits + sizeof digits,
                        *start = digits_of(static_cast<uint64_t>(power < 0 ? -power : power), 10, false, end);
        if (end - start < 2) *--start = '0';
        std::memcpy(text + length, start, static_cast<size_t>(end - start));
        length += static_cast<size_t>(end - start);
    }
    padded(out, spec, sign, text, length, spec.zero);
}

}  // namespace

int small_vsnprintf(char* text, size_t size, const char* format, va_list args) {
    Out out{text, size};
    for (; *format; ++format) {
        if (*format != '%') {
            out.add(*format);
            continue;
        }
        Spec spec;
        for (++format;; ++format) {
            if (*format == '-')
                spec.left = true;
            else if (*format == '+')
                spec.plus = true;
            else if (*format == ' ')
                spec.space = true;
            else if (*format == '0')
                spec.zero = true;
            else if (*format != '#')
                break;
        }
        const auto number = [&] {
            if (*format == '*') {
                ++format;
                return va_arg(args, int);
            }
            int value = 0;
            for (; *format >= '0' && *format <= '9'; ++format) value = value * 10 + (*format - '0');
            return value;
        };
        spec.width = number();
        if (spec.width < 0) spec.left = true, spec.width = -spec.width;
        if (*format == '.') {
            ++format;
            spec.precision = number();
        }
        int longs = 0, shorts = 0;
        for (;; ++format) {
            if (*format == 'l')
                ++longs;
            else if (*format == 'h')
                ++shorts;
            else if (*format == 'z' || *format == 'j' || *format == 't')
                longs = *format == 'j' ? 2 : 1;
            else
                break;
        }
        switch (*format) {
            case 'd':
            case 'i': {
                int64_t value = longs > 1 ? va_arg(args, long long) : longs ? va_arg(args, long) : va_arg(args, int);
                if (shorts == 1) value = static_cast<short>(value);
                if (shorts > 1) value = static_cast<signed char>(value);
                integer(out, spec, value < 0 ? 0 - static_cast<uint64_t>(value) : static_cast<uint64_t>(value), value < 0, 10,
                        false);
                break;
            }
            case 'u':
            case 'x':
            case 'X': {
                uint64_t value = longs > 1 ? va_arg(args, unsigned long long)
                                 : longs   ? va_arg(args, unsigned long)
                                           : va_arg(args, unsigned);
                if (shorts == 1) value = static_cast<unsigned short>(value);
                if (shorts > 1) value = static_cast<unsigned char>(value);
                spec.plus = spec.space = false;
                integer(out, spec, value, false, *format == 'u' ? 10 : 16, *format == 'X');
                break;
            }
            case 'p': {
                char digits[20], *end = digits + sizeof digits;
                char* start = digits_of(reinterpret_cast<uintptr_t>(va_arg(args, void*)), 16, false, end);
                *--start = 'x';
                *--start = '0';
                padded(out, spec, "", start, static_cast<size_t>(end - start), false);
                break;
            }
            case 'c': {
                const char one = static_cast<char>(va_arg(args, int));
                padded(out, spec, "", &one, 1, false);
                break;
            }
            case 's': {
                const char* words = va_arg(args, const char*);
                if (!words) words = "(null)";
                size_t length = 0;
                while ((spec.precision < 0 || length < static_cast<size_t>(spec.precision)) && words[length]) ++length;
                padded(out, spec, "", words, length, false);
                break;
            }
            case 'f':
            case 'F':
                real(out, spec, va_arg(args, double), false);
                break;
            case 'g':
            case 'G':
                real(out, spec, va_arg(args, double), true);
                break;
            case '%':
                out.add('%');
                break;
            case '\0':
                --format;
                break;
            default:
                out.add(*format);
        }
    }
    if (size) text[out.length < size ? out.length : size - 1] = '\0';
    return static_cast<int>(out.length);
}

int small_vsscanf(const char* text, const char* format, va_list args) {
    int read = 0;
    const auto blank = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
    for (; *format; ++format) {
        if (blank(*format)) {
            while (blank(*text)) ++text;
        } else if (*format != '%') {
            if (*text++ != *format) return read;
        } else {
            ++format;
            if (*format != 'd' && *format != 'i' && *format != 'u') return read;
            while (blank(*text)) ++text;
            const bool negative = *text == '-';
            if (*text == '-' || *text == '+') ++text;
            if (*text < '0' || *text > '9') return read;
            unsigned value = 0;
            for (; *text >= '0' && *text <= '9'; ++text) value = value * 10 + static_cast<unsigned>(*text - '0');
            *va_arg(args, int*) = static_cast<int>(negative ? 0 - value : value);
            ++read;
        }
    }
    return read;
}

double small_strtod(const char* text, char** end, double (*exact)(const char* text, size_t length)) {
    static constexpr double powers[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                        1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
    const char* at = text;
    while (*at == ' ' || (*at >= '\t' && *at <= '\r')) ++at;
    const char* first = at;
    const bool negative = *at == '-';
    if (*at == '-' || *at == '+') ++at;
    uint64_t digits = 0;
    int figures = 0, power = 0;
    bool any = false;
    const auto digit = [&](bool behind) {
        any = true;
        if (digits || *at != '0') ++figures;
        if (figures <= 19)
            digits = digits * 10 + static_cast<uint64_t>(*at - '0'), power -= behind;
        else
            power += !behind;
    };
    for (; *at >= '0' && *at <= '9'; ++at) digit(false);
    if (*at == '.')
        for (++at; *at >= '0' && *at <= '9'; ++at) digit(true);
    if (!any) {
        if (end) *end = const_cast<char*>(text);
        return 0;
    }
    if (*at == 'e' || *at == 'E') {
        const char* mark = at++;
        const bool down = *at == '-';
        if (*at == '-' || *at == '+') ++at;
        if (*at >= '0' && *at <= '9') {
            int given = 0;
            for (; *at >= '0' && *at <= '9'; ++at)
                if (given < 100000) given = given * 10 + (*at - '0');
            power += down ? -given : given;
        } else {
            at = mark;
        }
    }
    if (end) *end = const_cast<char*>(at);
    // One operation on two exact numbers is rounded once (Clinger 1990).
    if (figures <= 19 && digits <= (uint64_t{1} << 53) && power >= -22 && power <= 22) {
        const double whole = static_cast<double>(digits);
        const double value = power < 0 ? whole / powers[-power] : whole * powers[power];
        return negative ? -value : value;
    }
    return exact(first, static_cast<size_t>(at - first));
}

}  // namespace koers
