// Ui::push for every Event there is, so that no screen needs to know how the variant is made.
#include "app/ui/ui.h"

namespace koers {

template <class One>
void Ui::push(One event) {
    happened(Event{std::in_place_type<One>, std::move(event)});
}

void Ui::happened(Event event) { events.push_back(std::move(event)); }

void Ui::go(Screen screen, std::string_view id, Day day) { push(RouteOpened{Route{screen, std::string(id), day}}); }

// Naming the function of each kind makes it.
template <class Variant>
struct PushOf;
template <class... One>
struct PushOf<std::variant<One...>> {
    static void all(Ui& ui) { (ui.push(One{}), ...); }
};
template struct PushOf<Event>;

}  // namespace koers
