// The plan on paper: printed by the browser, or kept as a picture.
#include "core/state/updater.h"

namespace koers {

void Updater::operator()(const PaperChosen& event) {
    if (model.route().screen == Screen::Paper) model.routes.back().id = event.paper;
}

void Updater::operator()(const PaperPartChosen& event) {
    if (event.on)
        model.paper.left_out.erase(event.part);
    else
        model.paper.left_out.insert(event.part);
}

void Updater::operator()(const PrintPressed&) { effects.push_back(Print{}); }

// Its name says nothing of what is on it: others may see the pictures on a telephone.
void Updater::operator()(const PictureAsked&) { effects.push_back(KeepPicture{"koers.png"}); }

void Updater::operator()(const PictureKept& event) { notify(event.yes ? "app.paper.kept" : "app.paper.not_kept"); }

}  // namespace koers
