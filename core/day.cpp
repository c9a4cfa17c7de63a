#include "core/day.h"

#include <cstdio>

namespace koers {

// Both conversions follow the well-known era arithmetic on 400-year cycles with years that start in March, so that the leap day comes last.
Day day_from(int year, int month, int day) {
    year -= month <= 2;
    const int era = (year >= 0 ? year : year - 399) / 400;
    const int year_of_era = year - era * 400;
    const int day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    const int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return Day{era * 146097 + day_of_era - 719468};
}

CivilDate civil(Day day) {
    const int shifted = day.number + 719468;
    const int era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
    const int day_of_era = shifted - era * 146097;
    const int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const int month_index = (5 * day_of_year + 2) / 153;
    const int month = month_index < 10 ? month_index + 3 : month_index - 9;
    return {year_of_era + era * 400 + (month <= 2), month, day_of_year - (153 * month_index + 2) / 5 + 1};
}

int weekday(Day day) {
    const int since_monday = (day.number + 3) % 7;  // 1970-01-01 was a Thursday
    return since_monday < 0 ? since_monday + 7 : since_monday;
}

int days_in_month(Day day) {
    const Day first = start_of_month(day);
    return add_months(first, 1) - first;
}

Day start_of_week(Day day) { return day - weekday(day); }

Day start_of_month(Day day) {
    const CivilDate date = civil(day);
    return day_from(date.year, date.month, 1);
}

Day add_months(Day first_of_month, int months) {
    const CivilDate date = civil(first_of_month);
    const int index = date.year * 12 + date.month - 1 + months;
    return day_from(index / 12, index % 12 + 1, 1);
}

static int64_t floor_div(int64_t a, int64_t b) { return a / b - ((a % b != 0) && ((a < 0) != (b < 0))); }

static int64_t local_minutes(const Moment& moment) { return floor_div(moment.ms, 60000) + moment.offset; }

Day day_of(const Moment& moment, int day_starts_at) {
    return Day{static_cast<int32_t>(floor_div(local_minutes(moment) - day_starts_at * 60, 1440))};
}

ClockTime clock_of(const Moment& moment) {
    const int64_t minutes = local_minutes(moment);
    return static_cast<ClockTime>(minutes - floor_div(minutes, 1440) * 1440);
}

std::string to_text(Day day) {
    const CivilDate date = civil(day);
    char text[40];
    std::snprintf(text, sizeof text, "%04d-%02d-%02d", date.year, date.month, date.day);
    return text;
}

static std::optional<int> digits(std::string_view text) {
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

std::optional<Day> parse_day(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto year = digits(text.substr(0, 4)), month = digits(text.substr(5, 2)), day = digits(text.substr(8, 2));
    if (!year || !month || !day || *year < 1900 || *year > 2200 || *month < 1 || *month > 12 || *day < 1) return std::nullopt;
    if (*day > days_in_month(day_from(*year, *month, 1))) return std::nullopt;
    return day_from(*year, *month, *day);
}

std::string clock_text(ClockTime time) {
    char text[32];
    std::snprintf(text, sizeof text, "%02d:%02d", time / 60, time % 60);
    return text;
}

std::optional<ClockTime> parse_clock(std::string_view text) {
    if (text.size() != 5 || text[2] != ':') return std::nullopt;
    const auto hour = digits(text.substr(0, 2)), minute = digits(text.substr(3, 2));
    if (!hour || !minute || *hour > 23 || *minute > 59) return std::nullopt;
    return *hour * 60 + *minute;
}

}  // namespace koers
