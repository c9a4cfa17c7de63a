// What the host of this Koers put beside it: who they are, contacts of a country instead of the built-in ones, sets of their own. A page that anybody may edit is read like a link from a
// stranger: bounded, plain text, addresses that only open a site; all of it counts, or nothing.
#include <algorithm>

#include "core/content/parse.h"
#include "core/content/reader.h"
#include "core/invite/link.h"
#include "core/json.h"

namespace koers {

using nlohmann::json;

namespace {

constexpr size_t most_bytes = 64 * 1024, most_contacts = 40, most_sets = 12, longest_text = 300, longest_address = 200;

// Words on a line: no control characters, no marks of direction that could make a number look like another.
bool plain_words(std::string_view text) {
    if (text.empty() || text.size() > longest_text) return false;
    for (size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (c < 0x20 || c == 0x7F || c == '*' || c == '{') return false;
        const auto at = [&](size_t k) { return i + k < text.size() ? static_cast<unsigned char>(text[i + k]) : 0; };
        if (c == 0xC2 && at(1) < 0xA0) return false;   // C1
        if (c == 0xD8 && at(1) == 0x9C) return false;  // ALM
        if (c == 0xE2 && at(1) == 0x80 && ((at(2) >= 0x8B && at(2) <= 0x8F) || (at(2) >= 0xA8 && at(2) <= 0xAE))) return false;
        if (c == 0xE2 && at(1) == 0x81 && at(2) >= 0xA0 && at(2) <= 0xAF) return false;
    }
    return true;
}

// "example.be/path": what may stand after https://.
bool site_name(std::string_view site) {
    if (site.empty() || site.size() > longest_address || site.find("..") != std::string_view::npos) return false;
    const std::string_view host = site.substr(0, site.find('/'));
    if (host.find('.') == std::string_view::npos || host.front() == '.' || host.back() == '.') return false;
    const auto fits = [&](char c, bool path) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
               (path && (c == '/' || c == '_' || c == '?' || c == '=' || c == '&' || c == '#'));
    };
    for (size_t i = 0; i < site.size(); ++i)
        if (!fits(site[i], i >= host.size())) return false;
    return true;
}

// Texts per language, each with these parts, of which the first ones are needed. Those of the language on screen, else of another, go under `key`.
void read_words(Reader& one, const std::string& key, std::initializer_list<const char*> parts, size_t needed, Catalog& catalog) {
    const json* languages = one.object("texts", true);
    const json* words = nullptr;
    for (auto it = languages ? languages->begin() : json::const_iterator{}; languages && it != languages->end(); ++it) {
        Reader language(it.value(), one.file(), one.path_of("texts") + "." + it.key(), one.errors());
        size_t number = 0;
        for (const char* part : parts) {
            const bool required = number++ < needed;
            if (const std::string text = language.text(part, required); (required || !text.empty()) && !plain_words(text))
                language.error(language.path_of(part), "should be words on one line, at most 300 bytes");
        }
        if (!words || it.key() == catalog.texts.language) words = &it.value();
    }
    if (!words) one.error(one.path_of("texts"), "needs the words in one language at least");
    if (!words || !one.errors().empty()) return;
    for (auto it = words->begin(); it != words->end(); ++it)
        catalog.texts.entries.insert_or_assign(key + "." + it.key(), it.value().get<std::string>());
}

// Who runs this Koers, and what they would choose for who has chosen nothing.
void read_organisation(Reader& reader, const Catalog& catalog, Catalog& own) {
    if (const json* given = reader.object("organisation")) {
        Reader one(*given, host_file, "organisation", reader.errors());
        own.host.site = one.text("site", false);
        if (!own.host.site.empty() && !site_name(own.host.site)) one.error(one.path_of("site"), "should be like example.be/page");
        read_words(one, "host", {"name", "imprint"}, 1, own);
        for (const auto& [part, words] : {std::pair{"host.name", &own.host.name}, std::pair{"host.imprint", &own.host.imprint}})
            if (const auto found = own.texts.entries.extract(part)) *words = found.mapped();
    }
    own.host.language = reader.text("language", false);
    if (!own.host.language.empty() &&
        std::count(catalog.codes.languages.begin(), catalog.codes.languages.end(), own.host.language) == 0)
        reader.error("language", "is none that Koers speaks");
    own.host.country = reader.text("country", false);
    if (!own.host.country.empty() && !catalog.contacts(own.host.country)) reader.error("country", "is none that Koers knows");
}

void read_own_sets(Reader& reader, const Catalog& catalog, Catalog& own) {
    const json* sets = reader.array("sets");
    if (sets && sets->size() > most_sets) return reader.error("sets", "should be at most 12");
    for (size_t i = 0; sets && i < sets->size(); ++i) {
        Reader one((*sets)[i], host_file, reader.path_of("sets", i), reader.errors());
        InviteSet set{"host." + std::to_string(i), read_invitation(one)};
        if (fragment_of(set.invitation, catalog.codes).empty())
            one.error(one.path(), "should have 1 to 20 activities and substances in their order, each once, that Koers has");
        read_words(one, "set." + set.id, {"name", "what"}, 2, own);
        own.sets.push_back(std::move(set));
    }
}

}  // namespace

void read_host(const std::string& bytes, Catalog& catalog, std::vector<ContentError>& errors) {
    if (bytes.size() > most_bytes) return errors.push_back({host_file, "", "is larger than 64 KiB"});
    const json document = read_json(bytes);
    if (!document.is_object()) return errors.push_back({host_file, "", "is no JSON object"});
    std::vector<ContactList> lists;
    Catalog own;  // the words, until all of it is known to be good
    own.texts.language = catalog.texts.language;
    {
        Reader reader(document, host_file, "", errors);
        if (reader.integer("format", 0, true) != 1) reader.error("format", "should be 1");
        read_organisation(reader, catalog, own);
        read_own_sets(reader, catalog, own);
        const json* countries = reader.object("contacts");
        for (auto it = countries ? countries->begin() : json::const_iterator{}; countries && it != countries->end(); ++it) {
            const std::string& country = it.key();
            const std::string at = "contacts." + country;
            const ContactList* present = catalog.contacts(country);
            if (!present || !it.value().is_array() || it.value().size() > most_contacts) {
                reader.error(at, "should be a list of at most 40 contacts of a country that Koers knows");
                continue;
            }
            ContactList list{country, {}};
            // The numbers that save lives stay, whatever the file says: 112, who listens to thoughts of death, who is there for the young.
            std::copy_if(
                present->contacts.begin(), present->contacts.end(), std::back_inserter(list.contacts), [](const Contact& one) {
                    return one.groups.front() == "emergency" || one.groups.front() == "crisis" || one.groups.front() == "youth";
                });
            for (size_t i = 0; i < it.value().size(); ++i) {
                Reader one(it.value()[i], host_file, at + "[" + std::to_string(i) + "]", errors);
                Contact contact = read_contact(one);
                const auto digits =
                    std::count_if(contact.tel.begin(), contact.tel.end(), [](char c) { return c >= '0' && c <= '9'; });
                if (contact.tel.size() > 30 || (!contact.tel.empty() && digits < 3))
                    one.error(one.path_of("tel"), "is no telephone number");
                if (contact.groups.empty() || contact.groups.front() == "emergency")
                    one.error(one.path_of("groups"), "should name where it stands, other than emergency");
                if (contact.checked.find_first_not_of("0123456789-") != std::string::npos)
                    one.error(one.path_of("checked"), "should be 2026, 2026-11 or 2026-11-21");
                if (!contact.site.empty() && !site_name(contact.site))
                    one.error(one.path_of("site"), "should be like example.be/page");
                if (!contact.chat.empty() && (contact.chat.rfind("https://", 0) != 0 || !site_name(contact.chat.substr(8))))
                    one.error(one.path_of("chat"), "should be like https://example.be/page");
                for (const std::string* text : {&contact.source, &contact.checked})
                    if (!plain_words(*text)) one.error(one.path(), "has a source or a date that is no line of words");
                contact.id = "host." + country + "." + std::to_string(i);
                read_words(one, "contact." + contact.id, {"name", "what", "hours", "cost", "note"}, 2, own);
                list.contacts.push_back(std::move(contact));
            }
            lists.push_back(std::move(list));
        }
    }
    if (!errors.empty()) return;
    for (ContactList& list : lists)
        for (ContactList& present : catalog.contact_lists)
            if (present.country == list.country) present = std::move(list);
    catalog.host = std::move(own.host);
    catalog.sets.insert(catalog.sets.begin(), own.sets.begin(), own.sets.end());
    for (auto& [key, text] : own.texts.entries) catalog.texts.entries.insert_or_assign(key, std::move(text));
}

}  // namespace koers
