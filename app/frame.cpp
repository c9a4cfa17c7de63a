#include "app/frame.h"

#include <imgui.h>

#include "app/platform.h"
#include "app/screens/screens.h"
#include "app/window.h"

namespace koers {

static std::unique_ptr<App> the_app;

App& app() {
    if (!the_app) the_app = std::make_unique<App>();
    return *the_app;
}

void reset_app() { the_app.reset(); }

const Theme& App::theme() const {
    if (prefs.forced) return forced;
    switch (model.journal.settings.theme) {
        case ThemeChoice::Light:
            return light_theme;
        case ThemeChoice::Dark:
            return dark_theme;
        case ThemeChoice::Contrast:
            return contrast_theme;
        default:
            return prefs.contrast ? contrast_theme : prefs.dark ? dark_theme : light_theme;
    }
}

void App::happen(const Event& event) { carry_out(update(model, stamp, event)); }

void App::carry_out(const Effects& effects) {
    struct Visitor {
        App& app;
        void send() {
            if (app.saver.send()) app.happen(ChangesSaving{});
        }
        void operator()(const SaveChanges& order) {
            app.saver.add(order.changes);
            send();
        }
        void operator()(const RetrySave&) { send(); }
        void operator()(const OpenJournal&) { platform::open_journal(); }
        void operator()(const LoadContent& order) { platform::load_content(order.language, order.whole); }
        void operator()(const EraseEverything&) { platform::erase_everything(); }
        void operator()(const TakeOver&) { platform::take_over_writing(); }
        void operator()(const AskToPersist&) { platform::ask_to_persist(); }
        void operator()(const Download& order) {
            // A journal that cannot be read here is handed over as it is stored.
            const bool as_stored = order.journal && app.model.store.state == StoreState::Newer && !app.raw.empty();
            platform::download(order.name, order.mime, as_stored ? app.raw : order.text);
        }
        void operator()(const SetTimer& order) { platform::set_timer(order.name, order.ms); }
        void operator()(const SwitchRelease&) { platform::switch_release(); }
        void operator()(const ReadAloud& order) { platform::read_aloud(order.on); }
        void operator()(const Print&) { platform::print_page(); }
        void operator()(const KeepPicture& order) { platform::keep_picture(order.name); }
        void operator()(const CopyText& order) { platform::copy(order.text); }
        void operator()(const ShareText& order) { platform::share(order.text); }
        void operator()(const MakeCode& order) { platform::make_code(order.text); }
        void operator()(const KeepCode& order) { platform::keep_code(order.text, order.name); }
        void operator()(const OfferPhrase&) { platform::offer_phrase(); }
        void operator()(const Seal& order) { platform::seal(order.name, order.phrase, order.text); }
        void operator()(const ChooseSealed&) { platform::choose_sealed(); }
        void operator()(const OpenSealed& order) { platform::open_sealed(order.phrase, order.serial); }
        void operator()(const ForgetSealed&) { platform::forget_sealed(); }
        void operator()(const PrepareHanding&) { platform::prepare_handing(); }
    };
    for (const Effect& effect : effects) std::visit(Visitor{*this}, effect);
}

// Who is frightened must not wait for a browser that compiles what it never ran: Hulp nu is drawn once while nobody looks, into nothing.
void App::warm() {
    if (!started || frames == 0) return;
    // Since the last frame another catalog may have come, and the one before is gone with its texts.
    ui.texts = &model.catalog->texts;
    model.routes.push_back(Route{Screen::Help, {}, {}});
    ui.begin_frame();
    draw_app(model, ui);
    ui.end_frame();
    ui.events.clear();
    model.routes.pop_back();
}

void App::frame() {
    if (!started) return;
    // A journal opens in a blink; until then the page's first words stand. Drawing earlier would show a welcome to who has been here for weeks.
    // (Making the letters meanwhile gains nothing: a page that works keeps the journal's answers waiting.)
    if (model.store.state == StoreState::Opening && !slow_to_open) return;
    ui.fonts = &fonts;
    ui.icons = &icons;
    ui.view = view;
    ui.scale = view.rem * static_cast<float>(model.journal.settings.text_percent) / 100;
    ui.theme = theme();
    ui.texts = &model.catalog->texts;
    ui.still = prefs.still;
    // There is nothing to draw with before the letters are baked.
    if (fonts.bake(ui.scale, view.dpr)) window_take_fonts();

    // A press is taken while drawing and changes the Model after it: then the screen is drawn once more, so that no frame shows a stale one.
    Shown shown;
    // Two things done between two frames are two passes: the second is answered by the screen that the first one made.
    for (int pass = 0; pass < 256; ++pass) {
        if (!acts.empty()) {
            ui.actions.push_back(acts.front().first);
            stamp = acts.front().second;
            acts.pop_front();
        }
        ui.again_ms = 0;
        ui.begin_frame();
        shown = draw_app(model, ui);
        ui.end_frame();
        const std::vector<Event> events = std::move(ui.events);
        ui.events.clear();
        if (events.empty() && acts.empty()) break;
        int number = 0;
        const std::string id = stamp.id;
        for (const Event& event : events) {
            stamp.id = number ? id + static_cast<char>('f' + number) : id;
            ++number;
            happen(event);
        }
        stamp.id = id;
        ui.scale = view.rem * static_cast<float>(model.journal.settings.text_percent) / 100;
        ui.theme = theme();
        ui.texts = &model.catalog->texts;
        if (fonts.bake(ui.scale, view.dpr)) window_take_fonts();
    }
    // The text face is laid out all the same, because the layout is where the Nodes come from; it is only not painted.
    if (!model.text_face()) window_draw(ui.drawn());
    ++frames;
    if (ui.again_ms > 0) platform::set_timer("move", ui.again_ms);

    Semantics::Page page;
    page.language = model.language;
    page.title = "Koers";
    page.theme = ui.theme.name;
    page.text_face = model.text_face();
    page.height = shown.height;
    page.pad_top = shown.pad_top;
    page.pad_bottom = shown.pad_bottom;
    page.scale = ui.scale;
    page.depth = static_cast<int>(model.routes.size()) - 1 + (model.route().screen == Screen::Welcome ? model.welcome.step : 0);
    page.modal = shown.modal;
    if (shown.modal.empty()) ui.modal_scroll = 0;  // the next one begins at its top
    if (arrivals != model.arrivals) {
        // A new screen or step: focus goes to its heading, the page to its top. Not on the very first frame: nobody asked to be moved.
        if (frames > 1) {
            page.focus = "title";
            page.top = true;
        }
        arrivals = model.arrivals;
    }
    const bool unsaved = model.store.saving == SaveState::Failed && said_saving != SaveState::Failed;
    said_saving = model.store.saving;
    if (unsaved) {
        page.say = model.catalog->texts.get("app.unsaved.title");
        page.assertive = true;
        platform::request_frame();  // for what else there is to say
    } else if (model.notice && model.notice->serial != said_serial) {
        said_serial = model.notice->serial;
        page.say = notice_words(model);
    } else if (model.said.serial != heard_serial) {
        heard_serial = model.said.serial;
        page.say = model.said.words;
    }
    const std::string sync = ui.semantics.difference(page);
    if (!sync.empty()) platform::show(sync);
}

}  // namespace koers
