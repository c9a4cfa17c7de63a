// Going about; the first visit; what a person chooses about Koers itself.
#include <algorithm>

#include "core/state/demo.h"
#include "core/state/updater.h"

namespace koers {

void Updater::operator()(const PlaceChosen& event) {
    // The parts of the plan that exercises feed are activities of the library.
    if (event.screen == Screen::Discover || event.screen == Screen::Plan) need_library();
    place(Route{event.screen, {}, {}});
}

void Updater::operator()(const RouteOpened& event) {
    switch (event.route.screen) {
        case Screen::Professional:
        case Screen::Maker:
        case Screen::Summary:
        case Screen::Reading:
        case Screen::Taken:
            need_library();
            if (event.route.screen == Screen::Summary || event.route.screen == Screen::Reading)
                effects.push_back(PrepareHanding{});
            break;
        default:
            break;
    }
    go(event.route);
    next_wave_timer();
}

void Updater::operator()(const BackPressed&) {
    if (model.confirm_erase || model.confirm_discard) {
        model.confirm_erase = model.confirm_discard = false;
        return;
    }
    if (model.route().screen == Screen::Welcome && model.routes.size() == 1) {
        if (model.welcome.step > 0) {
            --model.welcome.step;
            ++model.arrivals;
        }
        return;
    }
    if (model.route().screen == Screen::Run) {
        const auto found = model.journal.runs.find(model.route().id);
        const Activity* activity = found == model.journal.runs.end() ? nullptr : activity_of(found->second);
        if (activity) {
            const Run run = model.in_hand(found->second);
            const auto steps = shown_steps(*activity, for_conditions(model.ask(), *activity, run.answers));
            for (size_t i = 1; i < steps.size(); ++i)
                if (steps[i]->id == run.step) {
                    to_step(found->second, *activity, steps[i - 1]->id);
                    return;
                }
        }
        leave_run(model.route());
    }
    pop();
}

// --- the first visit: nothing is stored before WelcomeFinished

void Updater::operator()(const WelcomeStepped& event) {
    model.welcome.step = std::clamp(event.step, 0, 2);
    ++model.arrivals;
}

void Updater::operator()(const WelcomeRoleChosen& event) { model.welcome.role = event.role; }

static void follow(std::vector<Followed>& list, const std::string& id, bool on) {
    const auto found = std::find_if(list.begin(), list.end(), [&](const Followed& one) { return one.id == id; });
    if (on && found == list.end()) list.push_back({id, id, ""});
    if (!on && found != list.end()) list.erase(found);
}

void Updater::operator()(const WelcomeFollowed& event) { follow(model.welcome.followed, event.substance, event.on); }
void Updater::operator()(const WelcomeOwnTyped& event) { model.welcome.own_name = event.name; }

static std::string trimmed(std::string text) {
    while (!text.empty() && text.back() == ' ') text.pop_back();
    text.erase(0, text.find_first_not_of(' ') == std::string::npos ? text.size() : text.find_first_not_of(' '));
    return text;
}

void Updater::operator()(const WelcomeOwnAdded&) {
    const std::string name = trimmed(model.welcome.own_name);
    if (name.empty()) return;
    model.welcome.followed.push_back({"own-" + stamp.id, "other", name});
    model.welcome.own_name.clear();
}

void Updater::operator()(const WelcomeAdultAnswered& event) {
    model.welcome.adult = event.adult;
    if (!event.adult) go(Route{Screen::Youth, {}, {}});
}

void Updater::operator()(const WelcomeFinished&) {
    if (refuse_when_reading()) return;
    if (model.welcome.adult == false) return go(Route{Screen::Youth, {}, {}});
    // A name that was typed and not added with the button is meant all the same.
    (*this)(WelcomeOwnAdded{});
    Settings& settings = model.journal.settings;
    settings.started = true;
    settings.role = model.welcome.role.value_or(Role::Self);
    settings.country = model.country();
    if (settings.language.empty()) settings.language = model.wished_language();
    if (settings.role == Role::Self) settings.followed = model.welcome.followed;
    put_settings();
    model.welcome = WelcomeState{};
    place(Route{Screen::Today, {}, {}});
}

void Updater::operator()(const DemoStarted& event) {
    const Changes records = demo_records(*model.catalog, model.now, model.journal.settings.day_starts_at, event.person);
    if (records.empty()) return need_library();  // the other persons come with it
    model.demo = true;
    model.summary = SummaryState{};  // what was written for it is of the other journal, as an undo is
    quiet();
    Journal example;
    example.revision = model.journal.revision + 1;
    example.apply(records);
    example.settings.language = model.language;
    example.settings.theme = model.journal.settings.theme;
    example.settings.text_percent = model.journal.settings.text_percent;
    model.journal = std::move(example);
    place(Route{Screen::Today, {}, {}});
}

void Updater::operator()(const DemoStopped&) {
    model.demo = false;
    const uint64_t revision = model.journal.revision;
    model.journal = Journal{};
    model.journal.revision = revision + 1;
    model.summary = SummaryState{};
    quiet();
    begin_at(Screen::Welcome);
    // Until their own journal is there, an empty one is on no account theirs: nothing may be written into it.
    model.store.state = StoreState::Opening;
    effects.push_back(OpenJournal{});
    effects.push_back(SetTimer{"opening", 400});
}

// --- settings. Before the first visit is finished they live in the Model only.

void Updater::operator()(const LanguageChosen& event) {
    if (model.journal.settings.started && refuse_when_reading()) return;
    model.journal.settings.language = event.language;
    if (model.journal.settings.started) put_settings();
    if (event.language != model.wished_language()) load(event.language, false);
}

void Updater::operator()(const CountryChosen& event) {
    model.welcome.country = event.country;
    if (!model.journal.settings.started) return;
    // In Hulp nu the country may be changed even while another tab writes: for this visit then.
    if (!model.demo && !model.may_write()) {
        model.journal.settings.country.clear();
        return;
    }
    model.journal.settings.country = event.country;
    put_settings();
}

void Updater::operator()(const ThemeChosen& event) {
    model.journal.settings.theme = event.theme;
    if (model.journal.settings.started && (model.demo || model.may_write())) put_settings();
}

void Updater::operator()(const TextSizeChosen& event) {
    model.journal.settings.text_percent = std::clamp(event.percent, 100, 200);
    if (model.journal.settings.started && (model.demo || model.may_write())) put_settings();
}

void Updater::operator()(const FaceChosen& event) {
    model.journal.settings.text_face = event.text;
    if (model.journal.settings.started && (model.demo || model.may_write())) put_settings();
}

void Updater::operator()(const ReadAloudChosen& event) {
    model.journal.settings.read_aloud = event.on;
    if (!event.on && model.speaking) effects.push_back(ReadAloud{false});
    if (model.journal.settings.started && (model.demo || model.may_write())) put_settings();
}

void Updater::operator()(const ReadAloudPressed&) { effects.push_back(ReadAloud{!model.speaking}); }

// Which voices there are, and when the last word was said, is the device's to tell.
void Updater::operator()(const VoiceFound& event) { model.voice = event.yes; }
void Updater::operator()(const SpeakingChanged& event) { model.speaking = event.on; }

void Updater::operator()(const DayStartChosen& event) {
    if (refuse_when_reading()) return;
    model.journal.settings.day_starts_at = std::clamp(event.hour, 0, 6);
    put_settings();
    next_day_timer();
}

void Updater::operator()(const FollowedChanged& event) {
    if (refuse_when_reading()) return;
    Settings& settings = model.journal.settings;
    // An own word moves between the two lists and keeps its name: entries about it go on saying what they are about.
    std::vector<Followed>&from = event.on ? settings.unfollowed : settings.followed,
    &to = event.on ? settings.followed : settings.unfollowed;
    const auto own = std::find_if(from.begin(), from.end(),
                                  [&](const Followed& one) { return one.id == event.substance && !one.name.empty(); });
    if (own != from.end()) {
        to.push_back(*own);
        from.erase(own);
    } else {
        follow(settings.followed, event.substance, event.on);
    }
    put_settings();
}

void Updater::operator()(const OwnFollowedAdded&) {
    const std::string name = trimmed(model.welcome.own_name);
    if (name.empty() || refuse_when_reading()) return;
    model.journal.settings.followed.push_back({"own-" + stamp.id, "other", name});
    model.welcome.own_name.clear();
    put_settings();
}

}  // namespace koers
