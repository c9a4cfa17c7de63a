// What lies behind the doors of Hulp nu: an urge, after using, when it goes badly, someone who does not wake up. All of it works offline and before the
// journal is open; what is personal shows only when it is.
#include <algorithm>
#include <cmath>

#include "app/screens/help.h"
#include "app/screens/words.h"
#include "core/insight/waves.h"

namespace koers {

namespace {

std::string said(const Model& model, const char* which) {
    const auto found = model.help.said.find(which);
    return found == model.help.said.end() ? std::string() : found->second;
}

void back_to_numbers(Ui& ui, std::string_view id, const std::string& words, ButtonLook look = ButtonLook::Secondary) {
    if (ui.button(id, words, look, "phone")) ui.go(Screen::Help, "numbers");
    ui.space(8);
}

void coloured_card(Ui& ui, Colour fill, Colour line, Call<void()> inside) {
    ui.card(fill, line, inside);
    ui.space(12);
}

// The hand-drawn sea of product.md: two lines of water, as high as the last rating. Under reduced motion it stands still.
void draw_sea(Ui& ui, const WaveAnswer& wave, Moment now, bool running) {
    const float height = 130;
    const Box box{ui.x, ui.y, ui.width, height};
    ui.fill(box, ui.theme.sky_tint, 16);
    const float rating = wave.points.empty() ? 5.f : static_cast<float>(wave.points.back().rating);
    const bool moves = running && !ui.still;
    const float turn = moves ? static_cast<float>(now.ms % 8000) / 8000 * 6.2832f : 0.8f;
    for (int layer = 0; layer < 2; ++layer) {
        const float high = 6 + rating * (layer ? 3.2f : 4.2f), mid = ui.y + height * (layer ? 0.66f : 0.56f);
        const auto surface = [&](float x) {
            return mid -
                   high * std::sin(x / ui.width * 6.2832f * (layer ? 1.6f : 1.1f) - turn + static_cast<float>(layer) * 1.4f);
        };
        const Colour colour = layer ? ui.theme.sky : ui.theme.pine;
        constexpr float step = 6;
        for (float x = 0; x < ui.width; x += step) {
            const float wide = std::min(step, ui.width - x);
            const ImVec2 corners[] = {ui.at(ui.x + x, surface(x)), ui.at(ui.x + x + wide, surface(x + wide)),
                                      ui.at(ui.x + x + wide, ui.y + height - 8), ui.at(ui.x + x, ui.y + height - 8)};
            ui.list().AddConvexPolyFilled(corners, 4, ui.paint(colour, layer ? 0.55f : 0.35f));
            ui.list().AddLine(corners[0], corners[1], ui.paint(colour), 2.5f);
        }
    }
    ui.y += height;
    if (moves) ui.again_ms = 100;
}

// --- an urge

void own_words(const Model& model, Ui& ui) {
    const Texts& texts = *ui.texts;
    const Entry* situations = model.journal.newest_of("plan_situations");
    std::vector<std::string> lines;
    const Activity* plan = model.catalog->activity("plan_situations");
    const Item* links = plan ? plan->find_item("links") : nullptr;
    if (situations && links && is_answered(situations->answers, "links"))
        for (const AnswerLine& line : answer_lines(model, *plan, situations->answers, model.today()))
            if (line.item == "links") lines.push_back(line.answer);
    if (const auto* own = situations ? find_as<ManyAnswer>(situations->answers, "own_responses") : nullptr)
        for (const std::string& line : own->values) lines.push_back("• " + line);
    draw_my_reasons(model, ui);
    ui.card([&] {
        ui.heading("help.respond", texts.get("help.wave.respond.title"), 2, Type::Strong);
        ui.space(6);
        ui.marks = false;
        for (size_t i = 0; i < lines.size(); ++i) ui.text("help.respond.own." + std::to_string(i), lines[i]);
        ui.marks = true;
        if (lines.empty()) ui.paragraphs("help.respond", texts.get("help.wave.respond"));
    });
    ui.space(12);
}

void draw_wave(const Model& model, Ui& ui) {
    const Texts& texts = *ui.texts;
    const WaveAnswer& wave = model.help.wave;
    if (!wave.began) {
        // Never for the signs of stopping (clinical facts 4.9): those are medical.
        coloured_card(ui, ui.theme.plum_tint, ui.theme.plum, [&] {
            ui.text("help.wave.body", texts.get("help.wave.body_first"));
            ui.space(10);
            back_to_numbers(ui, "help.wave.body_yes", texts.get("help.wave.body_yes"));
        });
        if (const auto usual = typical_wave(model.journal)) {
            const std::string stayed = texts.plural("unit.minute", usual->minutes, std::to_string(usual->minutes));
            ui.text("help.wave.own", texts.get("help.wave.own", {{"minutes", stayed}, {"most", std::to_string(usual->highest)}}));
            ui.space(12);
        }
        ui.card([&] {
            const std::string picked = said(model, "minutes");
            const int minutes = picked.empty() ? 15 : std::atoi(picked.c_str());
            std::vector<Ui::ChipItem> items;
            for (const int one : {5, 10, 15, 20, 30})
                items.push_back({std::to_string(one), texts.plural("unit.minute", one, std::to_string(one)), "", one == minutes});
            const int touched = ui.chips("help.wave.minutes", texts.get("help.wave.title"), items, false);
            if (touched >= 0) ui.push(HelpAnswered{"minutes", items[static_cast<size_t>(touched)].id});
            ui.space(12);
            if (ui.button("help.wave.start", texts.get("help.wave.start"), ButtonLook::Primary, "waves"))
                ui.push(WaveBegan{"", "", minutes});
            ui.space(8);
            ui.text("help.wave.stay", texts.get("help.wave.stay"), Type::Small, Ink::Soft);
        });
        ui.space(12);
        return own_words(model, ui);
    }
    const bool running = runs(wave, model.now);
    const int second = seconds_of(wave, model.now), whole = std::max(wave.minutes, 1) * 60;
    ui.card([&] {
        draw_sea(ui, wave, model.now, running);
        ui.space(10);
        if (running) {
            const int left = std::max(1, (whole - second + 59) / 60);
            const std::string words = texts.plural("help.wave.left", left, std::to_string(left));
            ui.progress("help.wave.progress", texts.get("help.wave.title"),
                        static_cast<float>(second) / static_cast<float>(whole), words);
            ui.space(4);
            ui.text("help.wave.left", words, Type::Small, Ink::Soft);
            ui.space(8);
            // When each of the eight thoughts comes, as a part of the whole (clinical facts 4.9: 0, 0:30, 1:30, 4, 7, 10, 13 of 15 minutes).
            constexpr float begins[] = {0, 0.034f, 0.1f, 0.267f, 0.467f, 0.6f, 0.72f, 0.867f};
            int phase = 0;
            for (int i = 0; i < 8; ++i)
                if (static_cast<float>(second) / static_cast<float>(whole) >= begins[i]) phase = i;
            ui.text("help.wave.say", texts.get("help.wave.say." + std::to_string(phase)), Type::Title);
            ui.space(12);
        } else {
            ui.heading("help.wave.after.title", texts.get("help.wave.after.title"), 2, Type::Title);
            ui.space(8);
        }
        const bool rated_still = since_end(wave, model.now) <= help_wave_rated_within;
        const bool due =
            running ? rating_due(TimerFormat{}, wave, model.now) : wave.points.empty() || wave.points.back().at < second - 20;
        if (rated_still) {
            int value = due ? 0 : wave.points.back().rating;
            ui.text("help.wave.ask", texts.get("help.wave.ask"), Type::Strong);
            ui.draw_text(due ? "–" : std::to_string(value), Type::Heading, due ? Ink::Soft : Ink::Pine, ui.x, ui.y, ui.width,
                         Align::Centre);
            ui.y += ui.line_of(Type::Heading);
            const std::string words = due ? texts.get("app.not_chosen") + ". " + texts.get("app.slide") : std::to_string(value);
            if (ui.slider("help.wave.rating", texts.get("help.wave.ask"), 0, 10, 1, value, !due, words,
                          texts.get("help.wave.min"), texts.get("help.wave.max")))
                ui.push(WaveRated{"", "", value});
            ui.space(8);
        }
        if (running) {
            if (ui.button("help.wave.stop", texts.get("help.wave.stop"), ButtonLook::Secondary, "square")) ui.push(WaveEnded{});
            ui.space(8);
            back_to_numbers(ui, "help.wave.numbers", texts.get("help.door.numbers"), ButtonLook::Quiet);
            return;
        }
        if (!wave.points.empty()) {
            ui.text("help.wave.after", wave_words(texts, wave));
            ui.space(10);
            const bool kept = model.journal.find(model.help.kept) != nullptr;
            const bool inside = model.demo || (model.journal.settings.started && model.may_write());
            if (inside && !kept && ui.button("help.wave.keep", texts.get("help.wave.keep"), ButtonLook::Primary, "notebook-pen"))
                ui.push(WaveKept{});
            if (kept) ui.text("help.wave.kept", texts.get("help.wave.kept"), Type::Strong, Ink::Pine);
            ui.space(8);
        }
        // The same way in as the first time: past the signs that are no urge.
        if (ui.button("help.wave.again", texts.get("help.wave.again"), ButtonLook::Quiet, "rotate-ccw")) ui.push(WaveBegan{});
        ui.space(8);
        back_to_numbers(ui, "help.wave.numbers", texts.get("help.door.numbers"), ButtonLook::Quiet);
    });
    ui.space(12);
    draw_my_people(model, ui);
    own_words(model, ui);
}

// --- after using

void draw_used(const Model& model, Ui& ui) {
    const Texts& texts = *ui.texts;
    const std::string safe = said(model, "safe");
    ui.card([&] {
        ui.heading("help.used.safe", texts.get("help.used.safe"), 2, Type::Title);
        ui.space(10);
        const int touched = ui.chips("help.used.safe.answer", texts.get("help.used.safe"),
                                     {{"yes", texts.get("help.used.safe.yes"), "", safe == "yes"},
                                      {"no", texts.get("help.used.safe.no"), "", safe == "no"}},
                                     false);
        if (touched >= 0) ui.push(HelpAnswered{"safe", touched == 0 ? "yes" : "no"});
    });
    ui.space(12);
    if (safe == "no") {
        coloured_card(ui, ui.theme.plum_tint, ui.theme.plum, [&] {
            ui.paragraphs("help.used.not_safe", texts.get("help.used.not_safe"));
            ui.space(8);
            ui.link("help.used.112", texts.get("help.emergency"), "tel:112", "phone", ButtonLook::Help);
            ui.space(8);
            back_to_numbers(ui, "help.used.numbers", texts.get("help.door.numbers"));
        });
        draw_my_people(model, ui);
        return;
    }
    if (safe != "yes") return;
    coloured_card(ui, ui.theme.pine_tint, ui.theme.pine, [&] { ui.paragraphs("help.used.kind", texts.get("help.used.kind")); });
    ui.card([&] {
        ui.heading("help.used.step", texts.get("help.used.step.title"), 2, Type::Strong);
        ui.space(6);
        ui.paragraphs("help.used.step", texts.get("help.used.step"));
        ui.space(6);
        ui.text("help.used.care", texts.get("help.used.care"));
    });
    ui.space(12);
    draw_my_people(model, ui);
    if (model.demo || (model.journal.settings.started && model.may_write() && !model.journal.settings.followed.empty())) {
        if (ui.button("help.used.log", texts.get("help.used.log"), ButtonLook::Primary, "notebook-pen"))
            ui.push(ActivityOpened{"use", {}});
        ui.space(8);
        ui.text("help.used.later", texts.get("help.used.later"), Type::Body, Ink::Soft);
        ui.space(8);
        if (model.catalog->activity("lapse_analysis") &&
            ui.button("help.used.look", texts.get("help.used.look"), ButtonLook::Quiet, "search"))
            ui.go(Screen::Activity, "lapse_analysis");
    }
}

// --- when it goes badly

void draw_low(const Model& model, Ui& ui) {
    const Texts& texts = *ui.texts;
    const std::string answer = said(model, "low");
    const ContactList* list = model.catalog->contacts(model.country());
    const Contact* crisis = nullptr;
    for (size_t i = 0; list && !crisis && i < list->contacts.size(); ++i)
        if (!list->contacts[i].groups.empty() && list->contacts[i].groups.front() == "crisis") crisis = &list->contacts[i];
    const std::string line = crisis ? texts.get("contact." + crisis->id + ".name") : std::string();
    // Where somebody is may have been a guess, and a short number of another country does not answer: below the line stands where to change it.
    const auto crisis_card = [&] {
        if (crisis) {
            ui.open(NodeRole::List, "help.low.line", texts.get("help.group.crisis"));
            draw_contact(ui, *crisis);
            ui.close();
        }
        country_chips(model, ui, "help.low.country");
        ui.space(12);
    };
    const auto safety_plan = [&](bool offer) {
        if (const Entry* plan = model.journal.newest_of("plan_safety")) {
            if (ui.button("help.low.plan", texts.get("help.low.plan"), ButtonLook::Secondary, "shield-check"))
                ui.go(Screen::Entry, plan->id);
            ui.space(8);
        } else if (offer && (model.demo || (model.journal.settings.started && model.may_write())) &&
                   model.catalog->activity("plan_safety")) {
            if (ui.button("help.low.make_plan", texts.get("help.low.make_plan"), ButtonLook::Quiet, "shield-check"))
                ui.go(Screen::Activity, "plan_safety");
            ui.space(8);
        }
    };
    ui.text("help.low.body", texts.get("help.low.body"));
    ui.space(12);
    ui.card([&] {
        ui.heading("help.low.ask", texts.get("help.low.ask"), 2, Type::Strong);
        ui.space(10);
        std::vector<Ui::ChipItem> items;
        for (const char* one : {"no", "some", "often", "now"})
            items.push_back({one, texts.get("help.low." + std::string("answer.") + one), "", answer == one});
        const int touched = ui.chips("help.low.answer", texts.get("help.low.ask"), items, false);
        if (touched >= 0) ui.push(HelpAnswered{"low", items[static_cast<size_t>(touched)].id});
    });
    ui.space(12);
    if (answer.empty()) {
        // Who cannot answer finds the line all the same.
        crisis_card();
        return draw_my_people(model, ui);
    }
    if (answer == "now") {
        coloured_card(ui, ui.theme.plum_tint, ui.theme.plum, [&] {
            ui.paragraphs("help.low.now", texts.get("help.low.now", {{"line", line}}));
            ui.space(8);
            ui.link("help.low.112", texts.get("help.emergency"), "tel:112", "phone", ButtonLook::Help);
        });
        crisis_card();
        safety_plan(false);
        return draw_my_people(model, ui);
    }
    if (answer == "no") {
        ui.paragraphs("help.low.no", texts.get("help.low.no"));
    } else {
        ui.paragraphs("help.low.some", texts.get("help.low.some"));
        ui.space(8);
        crisis_card();
    }
    ui.space(8);
    draw_my_people(model, ui);
    safety_plan(answer != "no");
    back_to_numbers(ui, "help.low.numbers", texts.get("help.door.numbers"));
}

// --- someone who does not wake up

void draw_wake(Ui& ui) {
    const Texts& texts = *ui.texts;
    ui.link("help.wake.112", texts.get("help.emergency"), "tel:112", "phone", ButtonLook::Help);
    ui.space(12);
    coloured_card(ui, ui.theme.card, ui.theme.plum, [&] {
        ui.paragraphs("help.wake.body", texts.get("help.wake.body"), 10);
        ui.space(6);
        ui.text("help.wake.no_blame", texts.get("help.wake.no_blame"), Type::Small, Ink::Soft);
    });
}

}  // namespace

bool draw_help_door(const Model& model, Ui& ui, const std::string& door) {
    if (door == "urge")
        draw_wave(model, ui);
    else if (door == "used")
        draw_used(model, ui);
    else if (door == "low")
        draw_low(model, ui);
    else if (door == "wake")
        draw_wake(ui);
    else
        return false;
    return true;
}

}  // namespace koers
