// Given: a person with a set clock, ids that count, and a disk in memory. When: `happens`. Then: look at `model`, `effects`, `disk`.
#pragma once

#include <string>
#include <vector>

#include "core/state/update.h"

namespace koers::test {

// "2026-11-21 18:05" on a clock that is `offset` minutes ahead of UTC.
Moment at(std::string_view day_and_clock, int offset = 60);
Day day(std::string_view text);
ClockTime clock(std::string_view text);

Answer pick(std::string_view id);
Answer number(double value, std::string_view unit = "");

// Entries as if written at noon of their day; further answers are added by the test.
Entry use_entry(std::string_view id, std::string_view on, std::string_view substance, double amount, std::string_view unit);
Entry urge_entry(std::string_view id, std::string_view on, int strength, std::string_view substance = "");
Entry goal_entry(std::string_view id, std::string_view on, std::string_view substance, std::string_view aim);

struct Person {
    Model model;
    Moment now = at("2026-11-21 18:05");
    Effects effects;  // of the last event
    Effects all;      // of all events
    Pages disk;       // where SaveChanges go, as the platform would write them
    std::map<std::string, std::string> pages;
    int ids = 0;

    // Any of the Events: made in given.cpp, because a variant of so many kinds takes long to compile.
    template <class One>
    [[gnu::noinline]] Person& happens(const One& event);
    Person& happened(const Event& event);
    Person& later(int minutes);
    Person& clock_is(std::string_view day_and_clock, int offset = 60);

    // What is on disk, opened by a new start of the program.
    Person reopened() const;
    Journal stored() const;

    template <class T>
    const T* effect() const {
        for (const Effect& one : effects)
            if (const T* found = std::get_if<T>(&one)) return found;
        return nullptr;
    }
    template <class T>
    int times() const {
        int n = 0;
        for (const Effect& one : all) n += std::holds_alternative<T>(one);
        return n;
    }

    // How long the timer of that name was set for by the last event; -1 when it was not.
    int timer(std::string_view name) const {
        int ms = -1;
        for (const Effect& one : effects)
            if (const auto* set = std::get_if<SetTimer>(&one); set && set->name == name) ms = set->ms;
        return ms;
    }

    std::string notice() const { return model.notice ? model.notice->text_key : std::string(); }
    // The run on screen; the test fails where there is none.
    const Run& run() const;
    std::string run_id() const { return run().id; }

    Person& opens(std::string_view activity, Answers answers = {});
    Person& answers(std::string_view item, Answer answer);
    Person& types(std::string_view item, std::string_view text, int line = -1);
    Person& picks_unit(std::string_view item, std::string_view unit);
    Person& finishes();
};

Answers about(std::string_view substance);

// The journal as the platform reports it.
JournalOpened journal_opened(Changes records, StoreState state = StoreState::Ready, bool writer = true);

// A browser that has nothing of Koers yet.
Person first_visit();
// Someone who went through the first visit and follows these substances.
Person someone(std::vector<std::string> substances = {"alcohol", "tobacco"});
// Someone whose journal holds these records already.
Person someone_with(const Changes& records);

std::vector<std::string> ids_of(const std::vector<const Entry*>& entries);
std::vector<std::string> ids_of(const std::vector<const Item*>& items);
std::vector<std::string> ids_of(const std::vector<const Step*>& steps);

using Words = std::vector<std::string>;

}  // namespace koers::test
