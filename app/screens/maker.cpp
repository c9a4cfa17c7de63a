// A link for somebody else: what is in it, and how it is handed over. Nothing leaves the browser, and nothing of it is stored unless it is kept.
#include <algorithm>

#include "app/screens/screens.h"
#include "app/screens/words.h"
#include "core/invite/link.h"

namespace koers {

namespace {

constexpr const char* groups[] = {"diary", "want", "hold", "can", "who", "beside", "where", "plan", "know"};

bool in_group(const Activity& activity, size_t group) {
    switch (activity.kind) {
        case ActivityKind::Diary:
        case ActivityKind::Goal:
            return group == 0;
        case ActivityKind::Plan:
            return group == 7;
        case ActivityKind::Info:
            return group == 8;
        default:
            return group == static_cast<size_t>(activity.question);
    }
}

std::string group_words(const Texts& texts, size_t group) {
    return texts.get(group == 0   ? "app.place.diary"
                     : group == 7 ? "app.place.plan"
                                  : "app.discover." + std::string(groups[group]));
}

struct Making {
    const Model& model;
    Ui& ui;
    const Texts& texts;
    const Invitation& draft;

    template <class Change>
    void change(Change how) const {
        Invitation next = draft;
        how(next);
        ui.push(LinkDrafted{std::move(next)});
    }
    void part(const char* id, const char* key, Call<void()> inside) const {
        ui.card([&] {
            ui.heading(std::string("maker.") + id + ".title", texts.get(key), 2, Type::Strong);
            ui.space(10);
            inside();
        });
        ui.space(12);
    }

    void sets() const {
        part("sets", "app.maker.sets", [&] {
            std::vector<Ui::ChipItem> chips;
            for (const InviteSet& set : model.catalog->sets)
                chips.push_back({set.id, texts.get("set." + set.id + ".name"), "", set.id == model.maker.set});
            const int touched = ui.chips("maker.sets", texts.get("app.maker.sets"), chips, false);
            if (touched >= 0) ui.push(SetChosen{chips[static_cast<size_t>(touched)].id});
            if (model.maker.set.empty()) return;
            ui.space(8);
            ui.text("maker.set.what", texts.get("set." + model.maker.set + ".what"), Type::Small, Ink::Soft);
        });
    }

    // In their order, each with a way up and a way out.
    void chosen() const {
        for (size_t i = 0; i < draft.activities.size(); ++i) {
            const std::string& id = draft.activities[i];
            const Activity* activity = model.catalog->activity(id);
            const std::string name = activity ? texts.get(activity->key("title")) : id, key = "maker.chosen." + id;
            const float left = ui.x, whole = ui.width, top = ui.y;
            const float room = whole - 104, high = std::max(48.f, ui.text_height(name, Type::Body, room) + 16);
            ui.width = room;
            ui.y = top + (high - ui.text_height(name, Type::Body, room)) / 2;
            ui.text(key, std::to_string(i + 1) + ". " + name);
            ui.width = whole;
            const auto small = [&](const std::string& what, const char* icon, const std::string& words, float at) {
                const Box box{left + whole - at, top + (high - 48) / 2, 48, 48};
                const Ui::Target state = ui.target(NodeRole::Button, key + what, words + ": " + name, box);
                if (state.hover || state.down) ui.fill(box, ui.theme.pine_tint, 12);
                ui.icon(icon, box.x + 13, box.y + 13, 22, Ink::Soft);
                ui.focus_ring(key + what, box, 12);
                return state.pressed;
            };
            if (i > 0 && small(".up", "chevron-up", texts.get("app.maker.up"), 100))
                change([&](Invitation& next) { std::swap(next.activities[i], next.activities[i - 1]); });
            if (small(".out", "x", texts.get("app.maker.out"), 48))
                change(
                    [&](Invitation& next) { next.activities.erase(next.activities.begin() + static_cast<std::ptrdiff_t>(i)); });
            ui.y = top + high;
        }
    }

    // All there is, group by group; one is open at a time.
    void pick() const {
        for (size_t group = 0; group < std::size(groups); ++group) {
            const std::string id = std::string("maker.group.") + groups[group];
            const bool open = model.maker.unfolded == groups[group];
            const Box box{ui.x, ui.y, ui.width, std::max(48.f, ui.line_of(Type::Body) + 20)};
            const Ui::Target state = ui.target(NodeRole::Button, id, group_words(texts, group), box);
            ui.semantics.last().has_open = true;
            ui.semantics.last().open = open;
            if (state.hover || state.down) ui.fill(box, ui.theme.pine_tint, 12);
            ui.draw_text(group_words(texts, group), Type::Body, Ink::Normal, box.x + 8,
                         box.y + (box.h - ui.line_of(Type::Body)) / 2, box.w - 48);
            ui.icon(open ? "chevron-up" : "chevron-down", box.right() - 30, box.y + box.h / 2 - 11, 22, Ink::Soft);
            ui.focus_ring(id, box, 12);
            if (state.pressed) ui.push(MakerUnfolded{open ? "" : groups[group]});
            ui.y = box.bottom();
            if (!open) continue;
            std::vector<Ui::ChipItem> chips;
            for (const Activity& activity : model.catalog->activities) {
                if (!in_group(activity, group)) continue;
                const bool on = std::count(draft.activities.begin(), draft.activities.end(), activity.id) > 0;
                // What is for others is not offered, unless it is in already.
                const bool fits =
                    draft.whom == ForWhom::Everybody || activity.whom == ForWhom::Everybody || activity.whom == draft.whom;
                if (fits || on) chips.push_back({activity.id, texts.get(activity.key("title")), "", on});
            }
            ui.space(4);
            const int touched = ui.chips(id + ".choices", group_words(texts, group), chips, true);
            if (touched >= 0) toggle(chips[static_cast<size_t>(touched)].id);
            ui.space(10);
        }
    }
    void toggle(const std::string& id) const {
        change([&](Invitation& next) {
            const auto found = std::find(next.activities.begin(), next.activities.end(), id);
            if (found == next.activities.end())
                next.activities.push_back(id);
            else
                next.activities.erase(found);
        });
    }

    // Chips of which one is on: the one that was touched, or -1.
    int one_of(const char* id, const char* key, const std::vector<std::string>& words, size_t now) const {
        int touched = -1;
        part(id, key, [&] {
            std::vector<Ui::ChipItem> chips;
            for (size_t i = 0; i < words.size(); ++i) chips.push_back({std::to_string(i), words[i], "", i == now});
            touched = ui.chips(std::string("maker.") + id, texts.get(key), chips, false);
        });
        return touched;
    }
    std::vector<std::string> words_of(std::initializer_list<const char*> keys) const {
        std::vector<std::string> words;
        for (const char* key : keys) words.push_back(texts.get(key));
        return words;
    }

    void substances() const {
        part("substances", "app.maker.substances", [&] {
            std::vector<Ui::ChipItem> chips;
            for (const std::string& id : model.catalog->codes.substances)
                if (const Substance* substance = model.catalog->substance(id))
                    chips.push_back({id, texts.get("substance." + id), substance->icon,
                                     std::count(draft.substances.begin(), draft.substances.end(), id) > 0});
            const int touched = ui.chips("maker.substances", texts.get("app.maker.substances"), chips, true);
            if (touched < 0) return;
            const Ui::ChipItem& chip = chips[static_cast<size_t>(touched)];
            change([&](Invitation& next) {
                if (chip.on)
                    next.substances.erase(std::find(next.substances.begin(), next.substances.end(), chip.id));
                else
                    next.substances.push_back(chip.id);
            });
        });
    }

    void rest() const {
        Invitation next = draft;
        bool changed = false;
        const auto pick_one = [&](const char* id, const char* key, const std::vector<std::string>& words, size_t now,
                                  Call<void(size_t)> set) {
            const int touched = one_of(id, key, words, now);
            if (touched < 0) return;
            set(static_cast<size_t>(touched));
            changed = true;
        };
        pick_one("whom", "app.maker.whom", words_of({"app.maker.whom.unsaid", "app.maker.whom.self", "app.maker.whom.family"}),
                 static_cast<size_t>(draft.whom), [&](size_t i) {
                     next.whom = static_cast<ForWhom>(i);
                     if (next.whom == ForWhom::Family) next.substances.clear();
                 });
        if (draft.whom != ForWhom::Family) substances();
        const bool checks = std::any_of(draft.activities.begin(), draft.activities.end(), [&](const std::string& id) {
            const Activity* activity = model.catalog->activity(id);
            return activity && activity->kind == ActivityKind::Check;
        });
        if (checks) {
            std::vector<std::string> rhythms;
            for (const char* word : rhythm_words) rhythms.push_back(texts.get(std::string("app.rhythm.") + word));
            pick_one("rhythm", "app.maker.rhythm", rhythms, static_cast<size_t>(draft.rhythm),
                     [&](size_t i) { next.rhythm = static_cast<Rhythm>(i); });
        }
        const std::vector<std::string>& codes = model.catalog->codes.languages;
        std::vector<std::string> languages{texts.get("app.maker.language.own")};
        for (const std::string& code : codes) languages.push_back(code == "nl" ? "Nederlands" : "English");
        const auto spoken = std::find(codes.begin(), codes.end(), draft.language);
        pick_one("language", "about.language", languages,
                 spoken == codes.end() ? 0 : static_cast<size_t>(spoken - codes.begin()) + 1,
                 [&](size_t i) { next.language = i ? codes[i - 1] : std::string(); });
        static constexpr FirstScreen firsts[] = {FirstScreen::Today, FirstScreen::Activity, FirstScreen::Diary,
                                                 FirstScreen::Discover, FirstScreen::Plan};
        pick_one(
            "first", "app.maker.first",
            words_of({"app.place.today", "app.maker.first.activity", "app.place.diary", "app.place.discover", "app.place.plan"}),
            static_cast<size_t>(std::find(std::begin(firsts), std::end(firsts), draft.first) - std::begin(firsts)),
            [&](size_t i) { next.first = firsts[i]; });
        const Day today = model.today();
        std::vector<std::optional<Day>> days{std::nullopt};
        std::vector<std::string> until{texts.get("app.maker.until.none")};
        for (const int weeks : {2, 6, 13, 26}) {
            days.emplace_back(today + weeks * 7);
            until.push_back(texts.get("app.maker.until.weeks", {{"n", std::to_string(weeks)}}));
        }
        // One that was taken up again may end on another day.
        if (std::find(days.begin(), days.end(), draft.until) == days.end()) {
            days.push_back(draft.until);
            until.push_back(day_words(texts, *draft.until, today));
        }
        pick_one("until", "app.maker.until", until,
                 static_cast<size_t>(std::find(days.begin(), days.end(), draft.until) - days.begin()),
                 [&](size_t i) { next.until = days[i]; });
        if (changed) ui.push(LinkDrafted{std::move(next)});
    }
};

// What a kept link is called: what comes first in it, and how much more there is.
std::string link_name(const Model& model, const Invitation& invitation) {
    const Texts& texts = model.catalog->texts;
    const Activity* first = model.catalog->activity(invitation.activities.front());
    const std::string name = first ? texts.get(first->key("title")) : invitation.activities.front();
    const size_t more = invitation.activities.size() - 1;
    return more ? texts.plural("app.link.and_more", static_cast<double>(more), std::to_string(more)).insert(0, name + " ") : name;
}

void draw_kept(const Model& model, Ui& ui) {
    const auto& links = model.journal.settings.links;
    if (links.empty()) return;
    ui.card([&] {
        ui.heading("maker.kept.title", ui.t("app.maker.kept"), 2, Type::Strong);
        ui.space(6);
        for (size_t i = 0; i < links.size(); ++i) {
            const LinkRead read = read_link(links[i], model.catalog->codes);
            if (read.problem != LinkProblem::None) continue;
            if (ui.row("maker.kept." + std::to_string(i), link_name(model, read.invitation), "", "star"))
                ui.push(LinkTakenUp{links[i]});
        }
    });
    ui.space(12);
}

// As wide as the column allows and a camera likes.
void draw_code(const Model& model, Ui& ui, float most) {
    const QrCode& code = *model.maker.code;
    const auto modules = static_cast<float>(code.rows.size()) + 8;
    const float side = std::floor(std::min(most, ui.width) / modules) * modules, one = side / modules;
    const Box box{ui.x + (ui.width - side) / 2, ui.y, side, side};
    constexpr Colour white = 0xFFFFFF, black = 0x000000;
    ui.fill(box, white, 8);
    for (size_t y = 0; y < code.rows.size(); ++y)
        for (size_t x = 0; x < code.rows[y].size();) {
            size_t end = x;
            while (end < code.rows[y].size() && code.rows[y][end] == '1') ++end;
            if (end > x)
                ui.fill({box.x + static_cast<float>(x + 4) * one, box.y + static_cast<float>(y + 4) * one,
                         static_cast<float>(end - x) * one, one},
                        black);
            x = end + 1;
        }
    ui.target(NodeRole::Image, "link.code", ui.t("app.link.code"), box, true);
    ui.semantics.last().picture = code_as_path(code);
    ui.semantics.last().picture_side = static_cast<int>(code.rows.size());
    ui.semantics.last().off = false;
    ui.y += side;
}

}  // namespace

bool draw_waiting(const Model& model, Ui& ui) {
    if (model.catalog->whole) return false;
    const bool missing = model.discover.library == LibraryState::Missing;
    ui.text("waiting", ui.t(missing ? "app.discover.missing" : "app.discover.loading"));
    if (!missing) return true;
    ui.space(12);
    if (ui.button("waiting.again", ui.t("app.retry"), ButtonLook::Primary, "rotate-ccw")) ui.push(LibraryAsked{});
    return true;
}

void draw_maker(const Model& model, Ui& ui) {
    if (draw_waiting(model, ui)) return;
    const Texts& texts = *ui.texts;
    const Invitation& draft = model.maker.draft;
    const Making making{model, ui, texts, draft};
    ui.text("maker.lead", texts.get("app.maker.lead"), Type::Body, Ink::Soft);
    ui.space(16);
    draw_kept(model, ui);
    making.sets();
    making.part("what", "app.maker.what", [&] {
        if (draft.activities.empty()) ui.text("maker.nothing", texts.get("app.maker.nothing"), Type::Body, Ink::Soft);
        making.chosen();
        ui.space(8);
        ui.fill({ui.x, ui.y, ui.width, 1}, ui.theme.line);
        ui.space(8);
        if (draft.activities.size() >= most_invited)
            ui.text("maker.full", texts.get("app.maker.full", {{"n", std::to_string(most_invited)}}), Type::Small, Ink::Soft);
        ui.text("maker.add", texts.get("app.maker.add"), Type::Small, Ink::Soft);
        ui.space(4);
        making.pick();
    });
    making.rest();
    if (ui.button("maker.make", texts.get("app.maker.make"), ButtonLook::Primary, "link", draft.activities.empty()))
        ui.push(LinkMade{});
    ui.space(8);
    ui.text("maker.nothing_stored", texts.get("app.maker.nothing_stored"), Type::Small, Ink::Soft);
}

void draw_link(const Model& model, Ui& ui) {
    if (draw_waiting(model, ui)) return;
    const Texts& texts = *ui.texts;
    const std::string link = model.made_link(), fragment = link.substr(link.find('#') + 1);
    ui.card([&] {
        ui.heading("link.address.title", texts.get("app.link.address"), 2, Type::Strong);
        ui.space(6);
        ui.text("link.address", link);
        ui.space(12);
        if (ui.button("link.copy", texts.get("app.link.copy"), ButtonLook::Primary, "link")) ui.push(LinkCopied{});
        if (model.around.can_share) {
            ui.space(8);
            if (ui.button("link.share", texts.get("app.link.share"), ButtonLook::Secondary, "external-link"))
                ui.push(LinkShared{});
        }
    });
    ui.space(12);
    ui.card([&] {
        ui.heading("link.code.title", texts.get("app.link.code.title"), 2, Type::Strong);
        ui.space(10);
        if (!model.maker.code) {
            ui.text("link.code.waiting", texts.get("app.link.code.waiting"), Type::Small, Ink::Soft);
            return;
        }
        draw_code(model, ui, 320);
        ui.space(12);
        if (ui.button("link.png", texts.get("app.link.png"), ButtonLook::Secondary, "download")) ui.push(CodeKept{false});
        ui.space(8);
        if (ui.button("link.svg", texts.get("app.link.svg"), ButtonLook::Secondary, "download")) ui.push(CodeKept{true});
        ui.space(8);
        if (ui.button("link.handout", texts.get("app.link.handout"), ButtonLook::Secondary, "file-text")) ui.go(Screen::Handout);
    });
    ui.space(12);
    if (ui.button("link.try", texts.get("app.link.try"), ButtonLook::Secondary, "eye")) ui.push(LinkTried{});
    ui.space(8);
    const auto& kept = model.journal.settings.links;
    const bool is_kept = std::find(kept.begin(), kept.end(), fragment) != kept.end();
    if ((model.demo || model.may_write()) && ui.button("link.keep", texts.get(is_kept ? "app.link.unkeep" : "app.link.keep"),
                                                       ButtonLook::Quiet, is_kept ? "check" : "star"))
        ui.push(LinkKept{fragment, !is_kept});
    ui.space(12);
    ui.text("link.leak", texts.get("app.link.leak"), Type::Small, Ink::Soft);
}

void draw_handout(const Model& model, Ui& ui) {
    if (draw_waiting(model, ui)) return;
    const Texts& texts = *ui.texts;
    ui.text("handout.lead", texts.get("app.link.handout.lead"), Type::Body, Ink::Soft);
    ui.space(16);
    Node& sheet = ui.open(NodeRole::Region, "paper", texts.get("app.link.handout"));
    sheet.look = "handout";
    ui.card([&] {
        ui.heading("handout.title", texts.get("app.handout.title"), 2, Type::Title);
        ui.space(8);
        for (const char* part : {"1", "2", "3"}) {
            ui.text(std::string("handout.") + part, texts.get(std::string("app.handout.") + part));
            ui.space(8);
        }
        if (model.maker.code) {
            draw_code(model, ui, 260);
            ui.space(12);
        }
        ui.text("handout.address", texts.get("app.handout.address"), Type::Small, Ink::Soft);
        ui.text("handout.link", model.made_link(), Type::Strong);
        ui.space(8);
        ui.text("handout.safe", texts.get("app.handout.safe"), Type::Small, Ink::Soft);
    });
    ui.close();
    ui.space(16);
    if (ui.button("handout.print", texts.get("app.paper.print"), ButtonLook::Primary, "file-text")) ui.push(PrintPressed{});
}

}  // namespace koers
