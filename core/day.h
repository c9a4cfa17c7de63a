// Civil days and moments. A diary counts days as people do: "yesterday", not "24 hours ago".
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace koers {

// A civil date in the proleptic Gregorian calendar, without time or zone. `number` counts days since 1970-01-01.
struct Day {
    int32_t number = 0;
    friend constexpr bool operator==(Day a, Day b) { return a.number == b.number; }
    friend constexpr bool operator!=(Day a, Day b) { return a.number != b.number; }
    friend constexpr bool operator<(Day a, Day b) { return a.number < b.number; }
    friend constexpr bool operator<=(Day a, Day b) { return a.number <= b.number; }
    friend constexpr bool operator>(Day a, Day b) { return a.number > b.number; }
    friend constexpr bool operator>=(Day a, Day b) { return a.number >= b.number; }
    friend constexpr Day operator+(Day a, int days) { return Day{a.number + days}; }
    friend constexpr Day operator-(Day a, int days) { return Day{a.number - days}; }
    friend constexpr int operator-(Day a, Day b) { return a.number - b.number; }
};

// An instant as a person lived it: UTC milliseconds since 1970 and the offset of their clock from UTC at that instant, in minutes
// (Brussels in summer: 120). Both are kept, so that a journey or a changed clock never moves an entry to another day.
struct Moment {
    int64_t ms = 0;
    int offset = 0;
    friend bool operator==(const Moment& a, const Moment& b) { return a.ms == b.ms && a.offset == b.offset; }
};

// Minutes after midnight on the person's own clock, 0-1439.
using ClockTime = int;

struct CivilDate {
    int year, month, day;  // month 1-12, day 1-31
};

// Both ends included; empty when last < first.
struct DayRange {
    Day first, last;
    int days() const { return last < first ? 0 : last - first + 1; }
    bool contains(Day day) const { return first <= day && day <= last; }
};

Day day_from(int year, int month, int day);
CivilDate civil(Day day);
int weekday(Day day);  // 0 = Monday ... 6 = Sunday
int days_in_month(Day day);
Day start_of_week(Day day);  // the Monday on or before it
Day start_of_month(Day day);
Day add_months(Day first_of_month, int months);

// The diary day a moment belongs to. A night belongs to the evening before it: until `day_starts_at` (hour 0-6) it is still yesterday.
Day day_of(const Moment& moment, int day_starts_at = 0);
ClockTime clock_of(const Moment& moment);

// ISO 8601: "2026-11-21" and "18:05". Parsing is strict: nothing on an impossible date, stray characters or years outside 1900-2200.
std::string to_text(Day day);
std::optional<Day> parse_day(std::string_view text);
std::string clock_text(ClockTime time);
std::optional<ClockTime> parse_clock(std::string_view text);

}  // namespace koers
