#include "core/state/update.h"

#include <algorithm>

#include "core/state/updater.h"

namespace koers {

Effects update(Model& model, const Stamp& stamp, const Event& event) {
    model.now = stamp.now;
    Updater updater{model, stamp, {}};
    std::visit(updater, event);
    updater.stop_timers();
    return std::move(updater.effects);
}

std::string Model::country() const {
    if (!journal.settings.country.empty()) return journal.settings.country;
    if (!welcome.country.empty()) return welcome.country;
    if (catalog && !catalog->host.country.empty()) return catalog->host.country;
    for (const std::string& one : languages) {
        if (one == "nl-BE" || one == "fr-BE" || one == "de-BE" || one == "en-BE") return "be";
        if (one == "nl-NL" || one == "nl" || one == "fy-NL" || one == "en-NL") return "nl";
    }
    return "be";
}

Run Model::in_hand(const Run& run) const {
    Run held = run;
    for (const auto& [item, answer] : run_view.unkept) held.answers.insert_or_assign(item, answer);
    if (!run_view.step.empty()) held.step = run_view.step;
    return held;
}

// --- shared

void Updater::commit(const Changes& changes) {
    if (changes.empty()) return;
    model.journal.apply(changes);
    // A demonstration stores nothing; a browser that refuses storage cannot, and says so on screen (Store::volatile_).
    if (model.demo || model.store.state == StoreState::Refused) return;
    effects.push_back(SaveChanges{changes});
}

bool Updater::refuse_when_reading() {
    if (model.demo || model.may_write()) return false;
    notify(model.store.state == StoreState::Newer ? "app.store.newer.refused" : "app.store.reading.refused");
    return true;
}

void Updater::go(Route route) {
    if (model.route() == route) return;
    if (route.screen == Screen::Help && route.id.empty()) model.help.said.clear();
    if (route.screen == Screen::Help && route.id == "urge" &&
        (model.journal.find(model.help.kept) || model.help.wave.ended >= 0 ||
         (model.help.wave.points.empty() && !runs(model.help.wave, model.now)) ||
         since_end(model.help.wave, model.now) > 60 * 60))
        model.help.wave = WaveAnswer{};
    if (route.screen == Screen::Entry) model.discover.comparing = false, model.discover.start.clear();
    model.routes.push_back(std::move(route));
    ++model.arrivals;
}

// What somebody showed is gone when its screen is left, and the phrase that one's own summary was sealed with.
void Updater::leave_handing() {
    model.summary.sealing = false;
    model.summary.phrase.clear();
    if (model.read.state == ReadingState::Nothing) return;
    model.read = ReadState{ReadingState::Nothing, model.read.asked, {}, {}};
    effects.push_back(ForgetSealed{});
}

void Updater::begin_at(Screen screen) {
    leave_handing();
    model.routes.assign(1, Route{screen, {}, {}});
    model.welcome = WelcomeState{};
    ++model.arrivals;
}

void Updater::place(Route route) {
    // Also when another screen (help) lies over it.
    for (const Route& left : model.routes) leave_run(left);
    leave_handing();
    // Who goes elsewhere has answered; a look at the example comes back to the link.
    if (!model.demo) forget_invitation();
    model.routes.clear();
    model.routes.push_back(Route{Screen::Today, {}, {}});
    if (route.screen != Screen::Today) model.routes.push_back(std::move(route));
    model.confirm_erase = model.confirm_discard = false;
    ++model.arrivals;
}

void Updater::pop() {
    if (model.route().screen == Screen::Reading || model.route().screen == Screen::Summary) leave_handing();
    if (model.route() == Route{Screen::Invited, {}, {}}) forget_invitation();
    if (model.routes.size() > 1) model.routes.pop_back();
    model.confirm_erase = model.confirm_discard = false;
    ++model.arrivals;
    next_wave_timer();
}

void Updater::notify(std::string text_key, std::optional<Undo> undo, std::string entry,
                     std::vector<std::pair<std::string, std::string>> variables) {
    Notice notice;
    notice.text_key = std::move(text_key);
    notice.variables = std::move(variables);
    notice.undoable = undo.has_value();
    notice.entry = std::move(entry);
    notice.serial = ++model.serial;
    model.notice = std::move(notice);
    model.undo = std::move(undo);
    effects.push_back(SetTimer{"notice", 20000});
}

void Updater::quiet() {
    if (model.notice) effects.push_back(SetTimer{"notice", 0});
    model.notice.reset();
    model.undo.reset();
}

void Updater::say(std::string words) { model.said = Said{std::move(words), model.said.serial + 1}; }

void Updater::put_settings() {
    // An undo that would put older settings back would take this change with it.
    if (model.undo && std::any_of(model.undo->changes.begin(), model.undo->changes.end(),
                                  [](const Change& one) { return one.key == "settings"; }))
        quiet();
    commit({put(model.journal.settings)});
}

void Updater::stop_timers() {
    if (!model.wave_rings) return;
    const OnScreen seen = wave_on_screen();
    if (seen.wave && runs(*seen.wave, model.now)) return;
    model.wave_rings = false;
    effects.push_back(SetTimer{"wave", 0});
}

void Updater::next_day_timer() {
    const int64_t day_ms = 86'400'000;
    const int64_t local =
        model.now.ms + model.now.offset * int64_t{60'000} - model.journal.settings.day_starts_at * int64_t{3'600'000};
    const int64_t past = ((local % day_ms) + day_ms) % day_ms;
    effects.push_back(SetTimer{"day", static_cast<int>(day_ms - past) + 1000});
}

}  // namespace koers
