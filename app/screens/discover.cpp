// Ontdekken: exercises and checks, found by question, by minutes or by word; and the card of each, before it begins.
#include <algorithm>

#include "app/screens/screens.h"
#include "app/screens/words.h"
#include "core/insight/library.h"
#include "core/sorted.h"

namespace koers {

namespace {

std::string minutes_words(const Texts& texts, const Activity& activity) {
    return texts.plural("app.minutes", activity.minutes, std::to_string(activity.minutes));
}

bool is_favourite(const Model& model, const Activity& activity) {
    const std::vector<std::string>& favourites = model.journal.settings.favourites;
    return std::find(favourites.begin(), favourites.end(), activity.id) != favourites.end();
}

// An information card: nothing is asked, so nothing is begun.
void draw_card_to_read(const Model& model, Ui& ui, const Activity& activity) {
    const Texts& texts = *ui.texts;
    ui.text("card.gives", texts.get(activity.key("gives")), Type::Body, Ink::Soft);
    ui.space(12);
    for (const Step& step : activity.steps)
        for (const Item& item : step.items) {
            const auto& note = std::get<NoteFormat>(item.format);
            const std::string id = "card." + item.id;
            Ui::CardLook look = ui.card_look();
            if (note.safety) look.fill = ui.theme.plum_tint, look.line = ui.theme.plum;
            ui.card(look, [&] {
                ui.heading(id, texts.get(activity.key(item.id + ".label")), 2, Type::Strong);
                ui.space(6);
                ui.paragraphs(id + ".body", texts.get(activity.key(item.id + ".help")), 8);
                if (texts.has(activity.key(item.id + ".source")))
                    ui.text(id + ".source", texts.get(activity.key(item.id + ".source")), Type::Small, Ink::Soft);
                const Activity* other = note.opens.empty() ? nullptr : model.catalog->activity(note.opens);
                ui.space(other ? 8.f : 0.f);
                if (other && ui.button(id + ".opens", texts.get(other->key("title")), ButtonLook::Secondary, other->icon))
                    ui.go(Screen::Activity, other->id);
            });
            ui.space(12);
        }
    if (!(model.demo || model.may_write())) return;
    const bool liked = is_favourite(model, activity);
    if (ui.button("activity.favourite", texts.get(liked ? "app.favourite.remove" : "app.favourite.add"), ButtonLook::Quiet,
                  liked ? "check" : "star"))
        ui.push(FavouriteChosen{activity.id, !liked});
}

void draw_row(const Model& model, Ui& ui, const std::string& id, const Activity& activity) {
    const Texts& texts = *ui.texts;
    const auto done = done_before(model.journal, activity.id);
    std::string below = minutes_words(texts, activity);
    if (unfinished(model.journal, activity.id))
        below += " · " + texts.get("app.discover.begun");
    else if (!done.empty())
        below += " · " + texts.get("app.discover.done", {{"day", day_words(texts, done.front()->day, model.today())}});
    below += "\n" + texts.get(activity.key("gives"));
    if (ui.row(id + "." + activity.id, texts.get(activity.key("title")), below, activity.icon, Ink::Pine, !done.empty()))
        ui.go(Screen::Activity, activity.id);
}

void draw_rows(const Model& model, Ui& ui, const std::string& id, const std::string& title,
               const std::vector<const Activity*>& activities) {
    if (activities.empty()) return;
    ui.open(NodeRole::Region, id, title);
    ui.heading(id + ".title", title, 2, Type::Title);
    ui.space(8);
    ui.card([&] {
        for (size_t i = 0; i < activities.size(); ++i) {
            if (i) ui.fill({ui.x, ui.y, ui.width, 1}, ui.theme.line);
            draw_row(model, ui, id, *activities[i]);
        }
    });
    ui.close();
    ui.space(20);
}

}  // namespace

void draw_discover(const Model& model, Ui& ui) {
    const Texts& texts = *ui.texts;
    if (draw_waiting(model, ui)) return;
    ui.text("discover.lead", texts.get("app.discover.lead"), Type::Body, Ink::Soft);
    ui.space(14);
    ui.text("discover.search.label", texts.get("app.discover.search"), Type::Strong);
    ui.space(6);
    std::string typed = model.discover.search;
    FieldOptions options;
    options.max_length = 60;
    if (ui.field("discover.search", texts.get("app.discover.search"), typed, options)) ui.push(DiscoverSearched{typed});
    ui.space(12);
    constexpr int limits[] = {0, 2, 5};
    std::vector<Ui::ChipItem> items;
    for (const int limit : limits)
        items.push_back(
            {std::to_string(limit),
             limit ? texts.get("app.discover.at_most", {{"n", std::to_string(limit)}}) : texts.get("app.discover.any"), "",
             model.discover.minutes == limit});
    const int touched = ui.chips("discover.minutes", texts.get("app.discover.minutes"), items, false);
    if (touched >= 0) ui.push(DiscoverMinutesChosen{limits[touched]});
    ui.space(12);
    if (ui.button("discover.surprise", texts.get("app.discover.surprise"), ButtonLook::Secondary, "sprout"))
        ui.push(SurpriseAsked{});
    ui.space(20);

    std::vector<const Activity*> shown;
    // A word that is typed looks everywhere, also past what is followed.
    const bool searching = model.discover.search.find_first_not_of(' ') != std::string::npos;
    if (searching) {
        for (const Activity& activity : model.catalog->activities)
            if (activity.in_library() && matches(texts, activity, model.discover.search)) shown.push_back(&activity);
    } else {
        shown = fitting(*model.catalog, model.journal, model.today());
    }
    if (model.discover.minutes > 0)
        shown.erase(std::remove_if(shown.begin(), shown.end(),
                                   [&](const Activity* one) { return one->minutes > model.discover.minutes; }),
                    shown.end());
    // What takes least is first in reach.
    put_in_order(shown, [](const Activity* a, const Activity* b) {
        return a->minutes == b->minutes ? a->id < b->id : a->minutes < b->minutes;
    });
    std::vector<const Activity*> begun;
    for (const Activity* one : shown)
        if (unfinished(model.journal, one->id)) begun.push_back(one);
    draw_rows(model, ui, "discover.begun", texts.get("app.discover.go_on"), begun);
    std::vector<const Activity*> favourites;
    for (const Activity* one : shown)
        if (is_favourite(model, *one) && !unfinished(model.journal, one->id)) favourites.push_back(one);
    draw_rows(model, ui, "discover.favourites", texts.get("app.discover.favourites"), favourites);
    static constexpr const char* questions[] = {"", "want", "hold", "can", "who", "beside", "where"};
    for (size_t q = 1; q < std::size(questions); ++q) {
        std::vector<const Activity*> here;
        for (const Activity* one : shown)
            if (one->question == static_cast<LibraryQuestion>(q) && !unfinished(model.journal, one->id) &&
                !is_favourite(model, *one))
                here.push_back(one);
        const std::string id = std::string("discover.") + questions[q];
        draw_rows(model, ui, id, texts.get("app.discover." + std::string(questions[q])), here);
    }
    std::vector<const Activity*> cards;
    for (const Activity* one : shown)
        if (one->kind == ActivityKind::Info && !is_favourite(model, *one)) cards.push_back(one);
    draw_rows(model, ui, "discover.know", texts.get("app.discover.know"), cards);
    if (shown.empty()) ui.text("discover.nothing", texts.get("app.discover.nothing"));
}

void draw_activity(const Model& model, Ui& ui) {
    const Texts& texts = *ui.texts;
    const Activity* activity = model.catalog->activity(model.route().id);
    if (!activity) {
        ui.text("activity.gone", texts.get("app.entry.gone"));
        return;
    }
    if (activity->kind == ActivityKind::Info) return draw_card_to_read(model, ui, *activity);
    const bool check = activity->kind == ActivityKind::Check;
    const bool may_write = model.demo || model.may_write();
    const bool not_now = withheld(*model.catalog, model.journal, *activity, model.today());
    if (not_now) {
        ui.card(ui.theme.plum_tint, ui.theme.plum, [&] {
            ui.paragraphs("activity.withheld", texts.get(activity->key("withheld")));
            ui.space(6);
            if (ui.button("activity.help", texts.get("app.help"), ButtonLook::Help, "life-buoy")) ui.go(Screen::Help);
        });
        ui.space(12);
    }
    ui.card([&] {
        ui.icon(activity->icon, ui.x, ui.y, 30, Ink::Pine);
        ui.x += 44;
        ui.width -= 44;
        ui.text("activity.gives", texts.get(activity->key("gives")));
        ui.x -= 44;
        ui.width += 44;
        ui.space(8);
        ui.text("activity.minutes", minutes_words(texts, *activity), Type::SmallStrong, Ink::Soft);
        ui.space(10);
        ui.text("activity.how", texts.get(check ? "app.activity.check" : "app.activity.exercise"), Type::Small, Ink::Soft);
        ui.space(14);
        const Run* run = unfinished(model.journal, activity->id);
        if (may_write && run && !not_now) {
            if (ui.button("activity.go_on", texts.get("app.activity.go_on"), ButtonLook::Primary, "arrow-right"))
                ui.push(RunOpened{run->id});
            ui.space(8);
        }
        if (may_write && !not_now &&
            ui.button("activity.begin", texts.get(run ? "app.activity.anew" : "app.activity.begin"),
                      run ? ButtonLook::Secondary : ButtonLook::Primary, run ? "rotate-ccw" : "arrow-right"))
            ui.push(ActivityOpened{activity->id, {}});
        if (!may_write) return;
        ui.space(8);
        const bool liked = is_favourite(model, *activity);
        if (ui.button("activity.favourite", texts.get(liked ? "app.favourite.remove" : "app.favourite.add"), ButtonLook::Quiet,
                      liked ? "check" : "star"))
            ui.push(FavouriteChosen{activity->id, !liked});
    });
    ui.space(16);
    draw_earlier(model, ui, "activity.earlier", *activity, nullptr);
    if (texts.has(activity->key("source"))) {
        ui.heading("activity.source.title", texts.get("app.check.source"), 2, Type::Strong);
        ui.space(4);
        ui.text("activity.source", texts.get(activity->key("source")), Type::Small, Ink::Soft);
    }
}

}  // namespace koers
