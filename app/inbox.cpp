#include "app/inbox.h"

#include <nlohmann/json.hpp>

#include "app/frame.h"
#include "app/platform.h"
#include "app/window.h"
#include "core/json.h"
#include "core/state/demo.h"

namespace koers {

void inbox_give(std::string_view kind, std::string bytes) {
    App& koers = app();
    if (kind == "font.regular")
        koers.fonts.regular = std::move(bytes);
    else if (kind == "font.bold")
        koers.fonts.bold = std::move(bytes);
    else if (kind == "icons")
        koers.icons.read(bytes);
    else if (kind == "content")
        koers.content = std::move(bytes);
    else if (kind == "library")
        koers.library = std::move(bytes);
    else if (kind == "host")
        koers.host = std::move(bytes);
}

namespace {

// Reads a message leniently: what is missing or of another kind is its default.
struct Message {
    const json& value;
    std::string text(const char* key) const {
        const auto found = value.find(key);
        return found != value.end() && found->is_string() ? found->get<std::string>() : std::string();
    }
    float number(const char* key, float fallback) const {
        const auto found = value.find(key);
        return found != value.end() && found->is_number() ? found->get<float>() : fallback;
    }
    bool flag(const char* key) const {
        const auto found = value.find(key);
        return found != value.end() && found->is_boolean() && found->get<bool>();
    }
    std::vector<std::string> texts(const char* key) const {
        std::vector<std::string> result;
        const auto found = value.find(key);
        if (found != value.end() && found->is_array())
            for (const json& one : *found)
                if (one.is_string()) result.push_back(one.get<std::string>());
        return result;
    }
    json object(const char* key) const {
        const auto found = value.find(key);
        return found != value.end() && found->is_object() ? *found : json::object();
    }
};

std::shared_ptr<const Catalog> load_given(App& koers) {
    ContentPack pack = read_pack(koers.content);
    // The library of another language would not fit; then it is asked for again.
    ContentPack library = read_pack(koers.library);
    if (library.language == pack.language) pack.files.merge(library.files);
    koers.content.clear();
    koers.library.clear();
    if (!koers.host.empty()) pack.files.emplace(host_file, koers.host);
    const CatalogResult result = load_catalog(pack.files, pack.language);
    for (const ContentError& error : result.host_errors) platform::warn(error.file + ": " + error.path + " " + error.message);
    return result.catalog;
}

void set_view(App& koers, const Message& message) {
    koers.view = View{message.number("w", 390), message.number("h", 844), message.number("dpr", 1), message.number("rem", 1)};
    if (koers.window) window_resize(koers.view.w, koers.view.h, koers.view.dpr);
}

void set_prefs(App& koers, const Message& message) {
    koers.prefs = Prefs{message.flag("dark"), message.flag("contrast"), message.flag("forced"), message.flag("still")};
    if (koers.prefs.forced) koers.forced = forced_theme(message.texts("colours"));
}

void start(App& koers, const Message& message) {
    auto catalog = load_given(koers);
    if (!catalog) return;
    koers.window = !message.flag("plain") && window_open();
    const json view = message.object("view"), prefs = message.object("prefs");
    set_view(koers, Message{view});
    set_prefs(koers, Message{prefs});
    koers.scenario = message.text("scenario");
    koers.started = true;
    koers.happen(Started{message.texts("languages"), std::move(catalog), koers.window, message.text("fragment"),
                         Surroundings{message.text("address"), message.flag("inside"), message.flag("share")}});
}

void opened(App& koers, const Message& message) {
    std::vector<PageText> pages;
    const auto found = message.value.find("pages");
    if (found != message.value.end() && found->is_array())
        for (const json& one : *found)
            if (one.is_object()) pages.push_back({Message{one}.text("id"), Message{one}.text("text")});
    const auto generation = static_cast<uint64_t>(message.number("generation", 0));
    const Pages::Read read = koers.saver.opened(pages, message.texts("damaged"), generation);
    const std::string state = message.text("state");
    koers.raw = message.text("raw");

    if (koers.scenario == "week" && pages.empty()) koers.saver.add(demo_records(*koers.model.catalog, koers.stamp.now));
    JournalOpened event;
    event.records = koers.saver.records();
    event.damaged = read.damaged;
    event.generation = generation;
    event.state = state == "lost"                  ? StoreState::Lost
                  : state == "refused"             ? StoreState::Refused
                  : state == "newer" || read.newer ? StoreState::Newer
                                                   : StoreState::Ready;
    event.writer = message.flag("writer");
    event.recovered = state == "recovered";
    event.volatile_ = message.flag("volatile") && koers.scenario.empty();
    event.expected = message.flag("expected");
    event.persisted = message.flag("persisted");
    koers.happen(event);
    if (koers.saver.waiting() && koers.saver.send()) koers.happen(ChangesSaving{});
}

void saved(App& koers, const Message& message) {
    const auto generation = static_cast<uint64_t>(message.number("generation", 0));
    koers.saver.saved(generation);
    // More may have been answered meanwhile; "saved" is only said when nothing waits.
    if (koers.saver.send())
        koers.happen(ChangesSaving{});
    else
        koers.happen(ChangesSaved{generation});
}

// Whether anybody sees a difference: a save that is tried again and fails again draws nothing.
bool unsaved(App& koers, const Message& message) {
    const std::string reason = message.text("reason");
    const SaveState saving = koers.model.store.saving;
    const SaveProblem problem = koers.model.store.problem;
    koers.saver.failed();
    koers.happen(ChangesFailed{reason == "full"        ? SaveProblem::Full
                               : reason == "refused"   ? SaveProblem::Refused
                               : reason == "elsewhere" ? SaveProblem::Elsewhere
                                                       : SaveProblem::Other});
    return koers.model.store.saving != saving || koers.model.store.problem != problem;
}

void timer(App& koers, const std::string& name) {
    if (name == "notice")
        koers.happen(NoticeTimedOut{});
    else if (name == "retry")
        koers.happen(RetryPressed{});
    else if (name == "opening")
        koers.slow_to_open = true;
    else if (name == "wave")
        koers.happen(WaveTicked{});
    else if (name == "move")
        koers.model.now = koers.stamp.now;  // a wave is drawn by the clock
    else if (name == "day")
        koers.happen(TimeTicked{});
}

// What the page answers to links and sealed files (web/handing.ts). False for another message.
bool handed(App& koers, const std::string& kind, const Message& message) {
    if (kind == "link")
        koers.happen(LinkOpened{message.text("fragment")});
    else if (kind == "clipped")
        koers.happen(TextCopied{message.flag("yes")});
    else if (kind == "code")
        koers.happen(CodeMade{QrCode{message.text("text"), message.texts("rows")}});
    else if (kind == "phrase")
        koers.happen(PhraseOffered{message.text("text")});
    else if (kind == "sealed")
        koers.happen(SealDone{message.flag("yes")});
    else if (kind == "chosen") {
        const std::string state = message.text("state");
        koers.happen(SealedGiven{state == "sealed"  ? ReadingState::Asking
                                 : state == "newer" ? ReadingState::Newer
                                                    : ReadingState::Foreign});
    } else if (kind == "unsealed")
        koers.happen(SealedOpened{static_cast<int>(message.number("serial", 0)), message.flag("yes"), message.text("text")});
    else
        return false;
    return true;
}

void take_stamp(App& koers, const Message& message) {
    const auto at = message.value.find("at");
    if (at != message.value.end())
        if (const auto moment = moment_from(*at)) koers.stamp.now = *moment;
    koers.stamp.id = message.text("id");
}

}  // namespace

void inbox_send(std::string_view text) {
    App& koers = app();
    const json document = read_json(text);
    if (!document.is_object()) return;
    const Message message{document};
    const std::string kind = message.text("t");
    if (kind == "start") {
        take_stamp(koers, message);
        start(koers, message);
        platform::request_frame();
        return;
    }
    if (!koers.started) return;
    take_stamp(koers, message);
    if (kind == "view")
        set_view(koers, message);
    else if (kind == "prefs")
        set_prefs(koers, message);
    else if (kind == "scroll")
        (message.text("layer") == "modal" ? koers.ui.modal_scroll : koers.ui.page_scroll) = message.number("y", 0);
    else if (kind == "act")
        koers.acts.push_back({{message.text("node"), message.text("op"), message.text("value")}, koers.stamp});
    else if (kind == "touch")
        koers.ui.touch = Touch{message.text("hover"), message.text("down"), message.text("focus"), message.flag("ring")};
    else if (kind == "back")
        koers.happen(BackPressed{});
    else if (kind == "content") {
        if (message.flag("missing"))
            koers.happen(ContentMissing{message.text("lang"), message.flag("whole")});
        else if (auto catalog = load_given(koers))
            koers.happen(ContentArrived{std::move(catalog)});
    } else if (kind == "timer") {
        timer(koers, message.text("name"));
        if (message.text("name") == "retry") return;
    } else if (kind == "opened")
        opened(koers, message);
    else if (kind == "saved")
        saved(koers, message);
    else if (kind == "unsaved") {
        if (!unsaved(koers, message)) return;
    } else if (kind == "writer")
        koers.happen(WriterChanged{message.flag("yes")});
    else if (kind == "persisted")
        koers.happen(PersistAnswered{message.flag("yes")});
    else if (kind == "canvas") {
        if (message.flag("yes") && koers.window) window_restore();
        koers.happen(CanvasChanged{message.flag("yes") && koers.window});
    } else if (kind == "voice")
        koers.happen(VoiceFound{message.flag("yes")});
    else if (kind == "speaking")
        koers.happen(SpeakingChanged{message.flag("yes")});
    else if (kind == "picture")
        koers.happen(PictureKept{message.flag("yes")});
    else if (kind == "warm")
        return koers.warm();
    else if (kind == "update")
        koers.happen(UpdateArrived{});
    else if (kind == "erased") {
        koers.saver.forget();
        koers.happen(JournalErased{message.texts("left").empty()});
    } else if (!handed(koers, kind, message))
        return;
    platform::request_frame();
}

void inbox_frame() { app().frame(); }

}  // namespace koers
