#include "core/json.h"

#include <string>
#include <utility>
#include <vector>

namespace koers {

namespace {

using nlohmann::json;

// nlohmann's own json::parse brings a second reader along, for callbacks that nobody here gives, and all of it once for every type of text: 5 KB of a first visit.
class Builder {
  public:
    json root = json(json::value_t::discarded);

    bool null() { return put(json()); }
    bool boolean(bool value) { return put(json(value)); }
    bool number_integer(json::number_integer_t value) { return put(json(value)); }
    bool number_unsigned(json::number_unsigned_t value) { return put(json(value)); }
    bool number_float(json::number_float_t value, const std::string&) { return put(json(value)); }
    bool string(std::string& value) { return put(json(value)); }
    bool binary(json::binary_t&) { return false; }  // not in a text
    bool start_object(size_t) { return open(json::object()); }
    bool start_array(size_t) { return open(json::array()); }
    bool end_object() { return close(); }
    bool end_array() { return close(); }
    bool key(std::string& name) {
        next_ = &open_.back()->get_ref<json::object_t&>()[name];
        return true;
    }
    bool parse_error(size_t, const std::string&, const nlohmann::detail::exception&) { return false; }

  private:
    bool put(json&& value) {
        if (open_.empty()) {
            root = std::move(value);
            next_ = &root;
        } else if (open_.back()->is_array()) {
            auto& list = open_.back()->get_ref<json::array_t&>();
            list.push_back(std::move(value));
            next_ = &list.back();
        } else {
            *next_ = std::move(value);
        }
        return true;
    }
    bool open(json&& container) {
        if (open_.size() == deepest_json) return false;
        put(std::move(container));
        open_.push_back(next_);
        return true;
    }
    bool close() {
        open_.pop_back();
        return true;
    }

    std::vector<json*> open_;  // from the outermost in; none moves while one inside it is open
    json* next_ = nullptr;     // where the next value of an object goes; after `put`, what was put
};

}  // namespace

json read_json(std::string_view text) {
    Builder builder;
    if (!json::sax_parse(text.data(), text.data() + text.size(), &builder)) return json(json::value_t::discarded);
    return std::move(builder.root);
}

}  // namespace koers
