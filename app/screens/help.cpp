// Hulp nu: numbers first. Reads nothing of the journal but the country, so that it stands before the journal is open and in front of a lock.
#include <algorithm>

#include "app/screens/help.h"
#include "app/screens/words.h"

namespace koers {

// "2026-11-21", "2026-11" or "2026" as words; an unclear date is as old as it can be.
static std::string checked_words(const Texts& texts, const std::string& checked) {
    if (checked.size() == 10)
        if (const auto day = parse_day(checked)) return day_short(texts, *day) + " " + checked.substr(0, 4);
    if (checked.size() == 7)
        if (const auto day = parse_day(checked + "-01")) return month_words(texts, *day);
    return checked;
}

static bool older_than_a_year(const std::string& checked, Day today) {
    const std::string first = checked.size() == 4 ? checked + "-01-01" : checked.size() == 7 ? checked + "-01" : checked;
    const auto day = parse_day(first);
    return !day || today - *day > 365;
}

void draw_contact(Ui& ui, const Contact& contact) {
    const Texts& texts = *ui.texts;
    const std::string id = "help.contact." + contact.id, name = texts.get("contact." + contact.id + ".name");
    ui.open(NodeRole::Item, id);
    ui.card([&] {
        ui.heading(id + ".name", name, 3, Type::Strong);
        ui.text(id + ".what", texts.get("contact." + contact.id + ".what"));
        std::string facts;
        for (const char* part : {".hours", ".cost"}) {
            const std::string key = "contact." + contact.id + part;
            if (texts.has(key)) facts += (facts.empty() ? "" : " · ") + texts.get(key);
        }
        if (!facts.empty()) ui.text(id + ".facts", facts, Type::Small, Ink::Soft);
        if (texts.has("contact." + contact.id + ".note"))
            ui.text(id + ".note", texts.get("contact." + contact.id + ".note"), Type::Small, Ink::Soft);
        ui.space(10);
        if (!contact.tel.empty()) {
            std::string number;
            for (const char c : contact.tel)
                if (c != ' ' && c != '-') number += c;
            ui.link(id + ".call", texts.get("help.call", {{"name", name == contact.tel ? name : contact.tel}}), "tel:" + number,
                    "phone", ButtonLook::Primary);
            ui.space(8);
        }
        if (!contact.chat.empty()) {
            ui.link(id + ".chat", texts.get("help.chat"), contact.chat, "message-circle");
            ui.space(8);
        }
        if (!contact.site.empty()) {
            ui.link(id + ".site", contact.site, "https://" + contact.site, "external-link");
            ui.space(8);
        }
        ui.text(id + ".checked",
                texts.get("help.checked", {{"date", checked_words(texts, contact.checked)}, {"source", contact.source}}),
                Type::Small, Ink::Soft);
    });
    ui.close();
    ui.space(8);
}

// What a person put into their plan for now: people to call, and reasons in their own words. Hulp nu knows these parts of the plan by their ids, and is the one
// place that does: it must have them with the journal alone, before the library with its activities is there, or when it never comes.
void draw_my_people(const Model& model, Ui& ui) {
    const Texts& texts = *ui.texts;
    const Entry* people = model.journal.newest_of("plan_people");
    const auto* rows = people ? find_as<RowsAnswer>(people->answers, "people") : nullptr;
    if (!rows) return;
    ui.open(NodeRole::Region, "help.people", texts.get("help.mine.people"));
    for (size_t i = 0; i < rows->rows.size(); ++i) {
        std::string number;
        for (const char c : cell(rows->rows[i], "phone"))
            if ((c >= '0' && c <= '9') || (c == '+' && number.empty())) number += c;
        if (number.size() < 3) continue;
        const bool night = cell(rows->rows[i], "night") == "yes";
        ui.link(
            "help.people." + std::to_string(i),
            texts.get(night ? "help.mine.call.night" : "help.mine.call", {{"name", std::string(cell(rows->rows[i], "name"))}}),
            "tel:" + number, "phone");
        ui.space(8);
        ui.link("help.people." + std::to_string(i) + ".sms",
                texts.get("help.mine.sms", {{"name", std::string(cell(rows->rows[i], "name"))}}), "sms:" + number,
                "message-circle");
        ui.space(8);
    }
    ui.close();
    ui.space(8);
}

void draw_my_reasons(const Model& model, Ui& ui) {
    const Entry* reasons = model.journal.newest_of("plan_reasons");
    const auto* lines = reasons ? find_as<ManyAnswer>(reasons->answers, "reasons") : nullptr;
    if (!lines) return;
    ui.card(ui.theme.sun_tint, ui.theme.sun_tint, [&] {
        ui.heading("help.reasons", ui.t("help.mine.reasons"), 2, Type::Strong);
        ui.marks = false;
        for (size_t i = 0; i < lines->values.size(); ++i) {
            ui.space(6);
            ui.text("help.reasons." + std::to_string(i), "• " + lines->values[i]);
        }
        ui.marks = true;
    });
    ui.space(16);
}

void draw_help(const Model& model, Ui& ui) {
    const Texts& texts = *ui.texts;
    if (draw_help_door(model, ui, model.route().id)) return;
    const bool numbers_only = model.route().id == "numbers";
    if (!numbers_only) {
        ui.text("help.lead", texts.get("help.lead"));
        ui.space(12);
    }
    ui.link("help.112", texts.get("help.emergency"), "tel:112", "phone", ButtonLook::Help);
    ui.space(16);
    if (!numbers_only) {
        ui.card([&] {
            bool first = true;
            for (const auto& [door, icon] : {std::pair{"urge", "waves"}, std::pair{"used", "heart"}, std::pair{"low", "users"},
                                             std::pair{"wake", "life-buoy"}}) {
                const std::string id = std::string("help.door.") + door;
                if (!first) ui.fill({ui.x, ui.y, ui.width, 1}, ui.theme.line);
                first = false;
                if (ui.row(id, texts.get(id), texts.get(id + ".below"), icon, Ink::Plum)) ui.go(Screen::Help, door);
            }
        });
        ui.space(16);
        draw_my_people(model, ui);
        draw_my_reasons(model, ui);
    }
    country_chips(model, ui, "help.country");
    ui.space(16);
    const ContactList* list = model.catalog->contacts(model.country());
    // At once only whom to call in need: the others are one tap away, and who is frightened reads a short page.
    static constexpr const char* groups[] = {"crisis", "talk", "violence", "substance", "gambling", "tobacco", "youth"};
    constexpr size_t at_once = 3;
    for (size_t i = 0; i < (numbers_only ? std::size(groups) : at_once); ++i) {
        const char* group = groups[i];
        std::vector<const Contact*> members;
        for (size_t k = 0; list && k < list->contacts.size(); ++k)
            // A contact stands once, under the first group it names.
            if (const Contact& contact = list->contacts[k]; !contact.groups.empty() && contact.groups.front() == group)
                members.push_back(&contact);
        if (members.empty() && std::string_view(group) != "crisis") continue;
        const std::string id = std::string("help.group.") + group;
        if (!members.empty()) {
            ui.heading(id, texts.get(id), 2, Type::Title);
            ui.space(8);
            ui.open(NodeRole::List, id + ".list", texts.get(id));
            for (const Contact* contact : members) draw_contact(ui, *contact);
            ui.close();
            ui.space(12);
        }
        if (std::string_view(group) == "crisis") {
            // Signs of danger stand between "now" and "to talk": short, and the same offline.
            ui.card(ui.theme.plum_tint, ui.theme.plum, [&] {
                ui.heading("help.danger.title", texts.get("help.danger.title"), 2, Type::Title);
                ui.space(6);
                ui.paragraphs("help.danger", texts.get("help.danger.body"));
            });
            ui.space(20);
        }
    }
    if (!numbers_only) {
        ui.card([&] {
            if (ui.row("help.all", texts.get("help.all"), texts.get("help.all.below"), "phone", Ink::Plum))
                ui.go(Screen::Help, "numbers");
        });
        ui.space(16);
    }
    const auto old = [&](const Contact& contact) { return older_than_a_year(contact.checked, model.today()); };
    if (list && std::any_of(list->contacts.begin(), list->contacts.end(), old)) {
        ui.text("help.old", texts.get("help.old"), Type::Body, Ink::Soft);
        ui.space(8);
    }
    ui.text("help.other_country", texts.get("help.other_country"), Type::Body, Ink::Soft);
    ui.space(8);
    ui.text("help.nobody_reads", texts.get("help.nobody_reads"), Type::Body, Ink::Soft);
}

}  // namespace koers
