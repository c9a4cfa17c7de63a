#include <doctest/doctest.h>

#include "core/day.h"
#include "tests/support/given.h"

using namespace koers;
using namespace koers::test;

static bool leap(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

TEST_CASE("every day from 1900 to 2200 is counted as a calendar on the wall counts it") {
    const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    int number = -25567;  // 1900-01-01 lies 25567 days before 1970-01-01: 70 x 365 + 17 leap days
    int week_day = 0;     // and was a Monday
    int wrong = 0, days = 0;
    for (int year = 1900; year <= 2200; ++year)
        for (int month = 1; month <= 12; ++month) {
            const int length = lengths[month - 1] + (month == 2 && leap(year));
            for (int date = 1; date <= length; ++date, ++number, week_day = (week_day + 1) % 7, ++days) {
                const Day counted = day_from(year, month, date);
                const CivilDate back = civil(counted);
                const bool right = counted.number == number && back.year == year && back.month == month && back.day == date &&
                                   weekday(counted) == week_day && days_in_month(counted) == length &&
                                   start_of_month(counted).number == number - date + 1 &&
                                   start_of_week(counted).number == number - week_day &&
                                   parse_day(to_text(counted)) == std::optional(counted);
                wrong += !right;
            }
        }
    CHECK(wrong == 0);
    CHECK(days == 109938);  // 301 x 365 + 73 leap days
    CHECK(number == day_from(2201, 1, 1).number);
}

TEST_CASE("known days fall on the weekday they fell on") {
    CHECK(weekday(day("1970-01-01")) == 3);
    CHECK(weekday(day("2000-02-29")) == 1);
    CHECK(weekday(day("2026-11-21")) == 5);
    CHECK(weekday(day("1969-12-28")) == 6);
    CHECK(to_text(start_of_week(day("1969-12-28"))) == "1969-12-22");
}

TEST_CASE("months are added over the turn of a year, both ways") {
    CHECK(to_text(add_months(day("2026-11-01"), 2)) == "2027-01-01");
    CHECK(to_text(add_months(day("2026-01-01"), -1)) == "2025-12-01");
    CHECK(to_text(add_months(day("2026-05-01"), -29)) == "2023-12-01");
    CHECK(to_text(add_months(day("2026-05-01"), 0)) == "2026-05-01");
    CHECK(days_in_month(day("2024-02-10")) == 29);
    CHECK(days_in_month(day("2100-02-10")) == 28);
}

TEST_CASE("a range holds both its ends, and nothing when it ends before it begins") {
    const DayRange week{day("2026-11-16"), day("2026-11-22")};
    CHECK(week.days() == 7);
    CHECK(week.contains(week.first));
    CHECK(week.contains(week.last));
    CHECK_FALSE(week.contains(week.first - 1));
    CHECK_FALSE(week.contains(week.last + 1));
    CHECK(DayRange{day("2026-11-22"), day("2026-11-21")}.days() == 0);
}

TEST_CASE("a night belongs to the evening before it until the hour a day begins") {
    CHECK(to_text(day_of(at("2026-11-21 03:59"), 4)) == "2026-11-20");
    CHECK(to_text(day_of(at("2026-11-21 04:00"), 4)) == "2026-11-21");
    CHECK(to_text(day_of(at("2026-11-21 00:00"), 4)) == "2026-11-20");
    CHECK(to_text(day_of(at("2026-11-21 00:00"), 0)) == "2026-11-21");
    CHECK(to_text(day_of(at("2026-11-20 23:59"), 0)) == "2026-11-20");
    CHECK(to_text(day_of(at("2026-11-21 05:59"), 6)) == "2026-11-20");
    CHECK(to_text(day_of(at("2027-01-01 02:30"), 4)) == "2026-12-31");
    CHECK(to_text(day_of(at("2028-03-01 01:00"), 4)) == "2028-02-29");
}

TEST_CASE("a millisecond before the hour is still yesterday") {
    Moment moment = at("2026-11-21 04:00");
    CHECK(to_text(day_of(moment, 4)) == "2026-11-21");
    moment.ms -= 1;
    CHECK(to_text(day_of(moment, 4)) == "2026-11-20");
    CHECK(clock_of(moment) == clock("03:59"));
}

TEST_CASE("in Brussels the clock going forward keeps every moment of that night on its day") {
    // 2026-03-29: 01:59 CET is followed by 03:00 CEST.
    Moment moment = at("2026-03-29 01:59", 60);
    CHECK(clock_text(clock_of(moment)) == "01:59");
    moment.ms += 60000;
    moment.offset = 120;
    CHECK(clock_text(clock_of(moment)) == "03:00");
    CHECK(to_text(day_of(moment, 4)) == "2026-03-28");
    moment.ms += 60 * 60000;
    CHECK(clock_text(clock_of(moment)) == "04:00");
    CHECK(to_text(day_of(moment, 4)) == "2026-03-29");
}

TEST_CASE("in Brussels the hour that comes twice stays on its day, twice") {
    // 2026-10-25: 02:59 CEST is followed by 02:00 CET.
    const Moment first = at("2026-10-25 02:30", 120), second = at("2026-10-25 02:30", 60);
    CHECK(second.ms - first.ms == 3600000);
    CHECK(clock_of(first) == clock_of(second));
    CHECK(day_of(first, 4) == day_of(second, 4));
    CHECK(to_text(day_of(first, 4)) == "2026-10-24");
    CHECK(to_text(day_of(first, 2)) == "2026-10-25");
    // A day that begins at three begins once, an hour later in time.
    CHECK(to_text(day_of(at("2026-10-25 02:59", 60), 3)) == "2026-10-24");
    CHECK(to_text(day_of(at("2026-10-25 03:00", 60), 3)) == "2026-10-25");
}

TEST_CASE("the same instant is another day on the other side of the world") {
    const Moment here = at("2026-11-21 18:05", 60);
    CHECK(to_text(day_of(Moment{here.ms, 13 * 60})) == "2026-11-22");
    CHECK(to_text(day_of(Moment{here.ms, -11 * 60})) == "2026-11-21");
    CHECK(clock_text(clock_of(Moment{here.ms, 5 * 60 + 45})) == "22:50");
}

TEST_CASE("moments before 1970 have a day and a clock as well") {
    CHECK(to_text(day_of(Moment{-1, 0})) == "1969-12-31");
    CHECK(clock_of(Moment{-1, 0}) == 1439);
    CHECK(to_text(day_of(Moment{0, -60})) == "1969-12-31");
    CHECK(clock_of(Moment{0, -60}) == clock("23:00"));
    CHECK(to_text(day_of(Moment{-86400000, 0})) == "1969-12-31");
    CHECK(to_text(day_of(Moment{-86400001, 0})) == "1969-12-30");
    CHECK(to_text(day_of(at("1950-06-01 03:00", 0), 4)) == "1950-05-31");
}

TEST_CASE("a day is read only when it is one") {
    for (const char* text : {"2026-11-21", "1900-01-01", "2200-12-31", "2024-02-29", "2000-02-29"}) {
        CAPTURE(text);
        CHECK(parse_day(text));
    }
    for (const char* text :
         {"",           "2026",       "2026-11",    "2026-11-2",  "2026-11-211", " 2026-11-21", "2026-11-21 ", "2026/11/21",
          "21-11-2026", "2026-00-10", "2026-13-10", "2026-11-00", "2026-11-31",  "2026-02-29",  "2100-02-29",  "1899-12-31",
          "2201-01-01", "2026-1a-10", "+026-11-21", "-026-11-21", "2026-11--1",  "20261121xx",  "0000-00-00",  "2026-11-2\n"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_day(text));
    }
}

TEST_CASE("a clock is read only when it is one") {
    CHECK(parse_clock("00:00") == std::optional(0));
    CHECK(parse_clock("23:59") == std::optional(1439));
    CHECK(parse_clock("18:05") == std::optional(18 * 60 + 5));
    for (const char* text : {"", "18", "1805", "24:00", "18:60", "8:05", "18:5", "18:05:00", "18.05", " 8:05", "18:0x", "-1:30",
                             "aa:bb", "18:05 "}) {
        CAPTURE(text);
        CHECK_FALSE(parse_clock(text));
    }
}

TEST_CASE("every minute of the day is written so that it reads back") {
    int wrong = 0;
    for (ClockTime time = 0; time < 1440; ++time) wrong += parse_clock(clock_text(time)) != std::optional(time);
    CHECK(wrong == 0);
    CHECK(clock_text(65) == "01:05");
}
