#include "core/invite/link.h"

#include <algorithm>
#include <cstdint>

namespace koers {

namespace {

constexpr std::string_view version = "1.";
constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr uint32_t most_substances = 14, rhythms = 5, screens = 4;

enum Tag : uint32_t { Activities = 1, Substances, Whom, LanguageIs, RhythmIs, First, Until, FirstOptional = 64 };

using Bytes = std::string;

uint32_t crc32(std::string_view bytes, uint32_t state = 0) {
    state = ~state;
    for (const char one : bytes) {
        state ^= static_cast<unsigned char>(one);
        for (int bit = 0; bit < 8; ++bit) state = (state >> 1) ^ (0xEDB88320U & (0U - (state & 1U)));
    }
    return ~state;
}

// --- writing

void put_number(Bytes& out, uint32_t value) {
    while (value >= 0x80) {
        out += static_cast<char>(0x80 | (value & 0x7F));
        value >>= 7;
    }
    out += static_cast<char>(value);
}

void put_field(Bytes& out, uint32_t tag, const Bytes& value) {
    put_number(out, tag);
    put_number(out, static_cast<uint32_t>(value.size()));
    out += value;
}

void put_field(Bytes& out, uint32_t tag, uint32_t value) {
    Bytes bytes;
    put_number(bytes, value);
    put_field(out, tag, bytes);
}

std::string in_letters(const Bytes& bytes) {
    std::string text;
    uint32_t held = 0;
    int bits = 0;
    for (const char one : bytes) {
        held = (held << 8) | static_cast<unsigned char>(one);
        for (bits += 8; bits >= 6; bits -= 6) text += digits[(held >> (bits - 6)) & 63];
    }
    if (bits > 0) text += digits[(held << (6 - bits)) & 63];
    return text;
}

// The number of an id, counted from 1; 0 when it has none.
uint32_t number_of(const std::vector<std::string>& ids, std::string_view id) {
    for (size_t i = 0; i < ids.size(); ++i)
        if (!id.empty() && ids[i] == id) return static_cast<uint32_t>(i + 1);
    return 0;
}

// --- reading

std::optional<Bytes> from_letters(std::string_view text) {
    if (text.size() % 4 == 1) return std::nullopt;
    Bytes bytes;
    uint32_t held = 0;
    int bits = 0;
    for (const char one : text) {
        const size_t value = digits.find(one);
        if (value == std::string_view::npos) return std::nullopt;
        held = (held << 6) | static_cast<uint32_t>(value);
        bits += 6;
        if (bits >= 8) {
            bits -= 8;
            bytes += static_cast<char>((held >> bits) & 0xFF);
        }
    }
    // Bits that say nothing are zero, so that a text has one form.
    if ((held & ((1U << bits) - 1)) != 0) return std::nullopt;
    return bytes;
}

struct Input {
    std::string_view left;
    bool good = true;

    uint32_t number() {
        uint32_t value = 0;
        for (int shift = 0; shift < 28; shift += 7) {
            if (left.empty()) break;
            const auto byte = static_cast<unsigned char>(left.front());
            left.remove_prefix(1);
            value |= static_cast<uint32_t>(byte & 0x7F) << shift;
            if (byte < 0x80) {
                if (byte == 0 && shift > 0) break;  // not in its shortest form
                return value;
            }
        }
        good = false;
        return 0;
    }
    Input part(uint32_t length) {
        if (!good || length > left.size()) {
            good = false;
            return {};
        }
        Input inside{left.substr(0, length)};
        left.remove_prefix(length);
        return inside;
    }
    bool at_end() const { return left.empty(); }
};

// One number and nothing after it, from least to most.
std::optional<uint32_t> one_number(Input in, uint32_t least, uint32_t most) {
    const uint32_t value = in.number();
    if (!in.good || !in.at_end() || value < least || value > most) return std::nullopt;
    return value;
}

enum class Found { Good, Unknown, Bad };

// Ids by their numbers, each once. Unknown: a number that only a newer Koers has.
Found read_ids(Input in, const std::vector<std::string>& ids, size_t most, bool ascending, std::vector<std::string>& found) {
    Found result = Found::Good;
    std::vector<uint32_t> seen;
    while (!in.at_end()) {
        const uint32_t number = in.number();
        if (!in.good || number == 0 || seen.size() == most) return Found::Bad;
        if (std::find(seen.begin(), seen.end(), number) != seen.end()) return Found::Bad;
        if (ascending && !seen.empty() && number < seen.back()) return Found::Bad;
        seen.push_back(number);
        if (number > ids.size())
            result = Found::Unknown;
        else
            found.push_back(ids[number - 1]);
    }
    return seen.empty() ? Found::Bad : result;
}

}  // namespace

std::string fragment_of(const Invitation& invitation, const InviteCodes& codes) {
    Bytes payload, list;
    if (invitation.activities.empty() || invitation.activities.size() > most_invited) return {};
    for (const std::string& id : invitation.activities) {
        const uint32_t number = number_of(codes.activities, id);
        if (number == 0 || std::count(invitation.activities.begin(), invitation.activities.end(), id) != 1) return {};
        put_number(list, number);
    }
    put_field(payload, Activities, list);
    if (!invitation.substances.empty()) {
        list.clear();
        uint32_t before = 0;
        for (const std::string& id : invitation.substances) {
            const uint32_t number = number_of(codes.substances, id);
            if (number <= before) return {};
            put_number(list, before = number);
        }
        put_field(payload, Substances, list);
    }
    if (invitation.whom != ForWhom::Everybody) put_field(payload, Whom, static_cast<uint32_t>(invitation.whom));
    if (!invitation.language.empty()) {
        const uint32_t number = number_of(codes.languages, invitation.language);
        if (number == 0) return {};
        put_field(payload, LanguageIs, number);
    }
    if (invitation.rhythm != Rhythm::None) put_field(payload, RhythmIs, static_cast<uint32_t>(invitation.rhythm));
    if (invitation.first != FirstScreen::Today) put_field(payload, First, static_cast<uint32_t>(invitation.first));
    if (invitation.until) {
        const int days = *invitation.until - first_until + 1;
        if (days < 1 || days > most_days_until) return {};
        put_field(payload, Until, static_cast<uint32_t>(days));
    }
    const uint32_t check = crc32(payload, crc32(version));
    for (int shift = 24; shift >= 0; shift -= 8) payload += static_cast<char>((check >> shift) & 0xFF);
    return std::string(version) + in_letters(payload);
}

LinkRead read_link(std::string_view fragment, const InviteCodes& codes) {
    LinkRead read;
    if (fragment.size() > longest_fragment) return read;
    if (fragment.substr(0, version.size()) != version) {
        // "2." and so on: that Koers will come has been decided; how it writes has not.
        const bool later = fragment.size() > 2 && fragment[0] >= '2' && fragment[0] <= '9' && fragment[1] == '.';
        if (later && from_letters(fragment.substr(2))) read.problem = LinkProblem::Newer;
        return read;
    }
    const auto bytes = from_letters(fragment.substr(version.size()));
    if (!bytes || bytes->size() < 4) return read;
    const std::string_view payload = std::string_view(*bytes).substr(0, bytes->size() - 4);
    uint32_t check = 0;
    for (const char one : bytes->substr(payload.size())) check = (check << 8) | static_cast<unsigned char>(one);
    if (check != crc32(payload, crc32(version))) return read;

    Invitation& found = read.invitation;
    bool newer = false;
    uint32_t before = 0;
    for (Input in{payload}; !in.at_end();) {
        const uint32_t tag = in.number();
        const Input value = in.part(in.number());
        if (!in.good || tag <= before) return {};
        before = tag;
        bool good = true;
        Found ids = Found::Good;
        // The one number of this field, within its bounds.
        const auto number = [&](uint32_t least, uint32_t most) {
            const auto one = one_number(value, least, most);
            good = one.has_value();
            return one.value_or(least);
        };
        switch (tag) {
            case Activities:
                ids = read_ids(value, codes.activities, most_invited, false, found.activities);
                break;
            case Substances:
                ids = read_ids(value, codes.substances, most_substances, true, found.substances);
                break;
            case Whom:
                found.whom = static_cast<ForWhom>(number(1, 2));
                break;
            case LanguageIs:
                if (const uint32_t language = number(1, UINT32_MAX); language > codes.languages.size())
                    newer = true;
                else
                    found.language = codes.languages[language - 1];
                break;
            case RhythmIs:
                found.rhythm = static_cast<Rhythm>(number(1, rhythms));
                break;
            case First:
                found.first = static_cast<FirstScreen>(number(1, screens));
                break;
            case Until:
                found.until = first_until + static_cast<int>(number(1, most_days_until) - 1);
                break;
            default:
                if (tag < FirstOptional)
                    newer = true;
                else
                    read.skipped = true;
        }
        if (!good || ids == Found::Bad) return {};
        newer = newer || ids == Found::Unknown;
    }
    if (newer) return {LinkProblem::Newer, {}, false};
    if (found.activities.empty()) return {};
    read.problem = LinkProblem::None;
    return read;
}

}  // namespace koers
