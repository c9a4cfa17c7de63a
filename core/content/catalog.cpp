#include "core/content/catalog.h"

#include <algorithm>

#include "core/content/parse.h"
#include "core/json.h"

namespace koers {

using nlohmann::json;

static bool starts_with(std::string_view text, std::string_view start) { return text.substr(0, start.size()) == start; }

template <class T>
static const T* find_by_id(const std::vector<T>& list, std::string_view id) {
    for (const T& one : list)
        if (one.id == id) return &one;
    return nullptr;
}

std::vector<const Activity*> Catalog::plan_parts() const {
    std::vector<const Activity*> parts;
    for (const Activity& one : activities)
        if (one.kind == ActivityKind::Plan || one.order > 0) {
            auto at = parts.begin();
            while (at != parts.end() && (*at)->order <= one.order) ++at;
            parts.insert(at, &one);
        }
    return parts;
}
const Activity* Catalog::activity(std::string_view id) const { return find_by_id(activities, id); }
const Substance* Catalog::substance(std::string_view id) const { return find_by_id(substances, id); }
const Unit* Catalog::unit(std::string_view id) const { return find_by_id(units, id); }

const ContactList* Catalog::contacts(std::string_view country) const {
    for (const ContactList& list : contact_lists)
        if (list.country == country) return &list;
    return nullptr;
}

std::string Activity::key(std::string_view rest) const {
    static constexpr std::string_view common = "common_", common_step = "step.common_";
    if (starts_with(rest, common)) return "activity.common." + std::string(rest.substr(common.size()));
    if (starts_with(rest, common_step)) return "activity.common.step." + std::string(rest.substr(common_step.size()));
    std::string_view owner = id;
    if (!borrowed.empty()) {
        const size_t from = rest.rfind("step.", 0) == 0 ? 5 : 0;
        if (const auto found = borrowed.find(rest.substr(0, rest.find('.', from))); found != borrowed.end())
            owner = found->second;
    }
    return "activity." + std::string(owner) + "." + std::string(rest);
}

const Item* Activity::find_item(std::string_view item_id) const {
    for (const Step& step : steps)
        for (const Item& item : step.items)
            if (item.id == item_id) return &item;
    return nullptr;
}

bool Activity::in_plan(std::string_view item) const {
    bool some = false, this_one = false;
    for (const OnPaper& one : paper)
        if (one.paper == "plan") some = true, this_one = this_one || one.item == item;
    return this_one || !some;
}

const Column* RowsFormat::find_column(std::string_view id) const { return find_by_id(columns, id); }

CatalogResult load_catalog(const ContentFiles& files, std::string_view language) {
    auto catalog = std::make_shared<Catalog>();
    catalog->texts.language = language;
    CatalogResult result;
    std::map<std::string, json> documents;
    const std::string text_folder = "texts/" + std::string(language) + "/";
    for (const auto& [path, bytes] : files) {
        if (path == host_file) continue;
        if (starts_with(path, "texts/") && !starts_with(path, text_folder)) continue;
        json document = read_json(bytes);
        if (document.is_discarded()) {
            result.errors.push_back({path, "", "is not JSON"});
            continue;
        }
        if (starts_with(path, text_folder))
            read_texts(document, path, *catalog, result.errors);
        else
            documents.emplace(path, std::move(document));
    }
    put_rules(documents, result.errors);
    for (const auto& [path, document] : documents) {
        if (path == "substances/substances.json")
            read_substances(document, path, *catalog, result.errors);
        else if (path == "substances/units.json")
            read_units(document, path, *catalog, result.errors);
        else if (starts_with(path, "activities/"))
            read_activity(document, path, *catalog, result.errors);
        else if (starts_with(path, "contacts/"))
            read_contacts(document, path, *catalog, result.errors);
        else if (path == "invite/codes.json")
            read_codes(document, path, *catalog, result.errors);
        else if (path == "invite/sets.json")
            read_sets(document, path, *catalog, result.errors);
        else if (starts_with(path, "demo/") && path.size() > 10)
            catalog->demos.emplace(path.substr(5, path.size() - 10), document.dump());
        else if (path != "icons/icons.json")
            result.errors.push_back({path, "", "nobody reads this file"});
    }
    borrow_steps(*catalog, result.errors);
    find_facts(*catalog);
    if (const auto host = files.find(host_file); host != files.end()) read_host(host->second, *catalog, result.host_errors);
    catalog->whole =
        std::any_of(catalog->activities.begin(), catalog->activities.end(), [](const Activity& one) { return one.in_library(); });
    result.read = catalog;
    if (result.errors.empty()) result.catalog = std::move(catalog);
    return result;
}

ContentPack read_pack(std::string_view bytes) {
    ContentPack pack;
    const auto line = [&] {
        const size_t end = std::min(bytes.find('\n'), bytes.size());
        const std::string_view one = bytes.substr(0, end);
        bytes.remove_prefix(std::min(end + 1, bytes.size()));
        return one;
    };
    const auto wrong = [&](const char* message) {
        pack.files.clear();
        pack.errors.push_back({"content pack", "", message});
        return pack;
    };
    const std::string_view head = line();
    const json about = read_json(head);
    if (!about.is_object()) return wrong("does not begin with an object");
    if (!about.contains("format") || !about["format"].is_number_integer()) return wrong("has no format number");
    if (about["format"].get<int>() > pack_format) return wrong("was made for a newer Koers");
    if (!about.contains("lang") || !about["lang"].is_string()) return wrong("lacks its language");
    pack.language = about["lang"].get<std::string>();
    while (!bytes.empty()) {
        const std::string_view path = line(), text = line();
        if (path.empty() || text.empty()) return wrong("is cut off");
        pack.files.emplace(path, text);
    }
    return pack;
}

}  // namespace koers
