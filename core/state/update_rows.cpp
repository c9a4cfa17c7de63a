// Answers that are made of several: rows, links, ratings along a time. Each cell and each rating is saved as it is given.
#include <algorithm>

#include "core/state/updater.h"

namespace koers {

Updater::Asked Updater::asked(const std::string& run_id, const std::string& item_id) {
    Asked found;
    found.run = run_of(run_id);
    found.activity = found.run ? activity_of(*found.run) : nullptr;
    if (found.activity && !refuse_when_reading()) found.item = found.activity->find_item(item_id);
    return found;
}

void Updater::give(const Asked& asked, Answer answer) {
    const Problem problem = problem_with(model.ask(), *asked.activity, *asked.item, asked.run->answers, answer);
    if (problem != Problem::None && problem != present_problem(*asked.run, *asked.activity, *asked.item)) {
        model.run_view.drafts[asked.item->id].problem = problem;
        return;
    }
    model.run_view.drafts.erase(asked.item->id);
    asked.run->answers.insert_or_assign(asked.item->id, std::move(answer));
    touch(*asked.run);
}

static RowsAnswer rows_of(const Answers& answers, const std::string& item) {
    const auto* rows = find_as<RowsAnswer>(answers, item);
    return rows ? *rows : RowsAnswer{};
}

// --- rows

static RowsAnswer::Row& row_to_fill(const RowsFormat& format, RowsAnswer& answer, size_t row, const std::vector<Option>& rows) {
    if (format.shape != RowsShape::Table) {
        if (row >= answer.rows.size()) answer.rows.resize(row + 1);
        return answer.rows[row];
    }
    const std::string& id = rows[row].id;
    const auto found =
        std::find_if(answer.rows.begin(), answer.rows.end(), [&](const auto& one) { return cell(one, "row") == id; });
    if (found != answer.rows.end()) return *found;
    answer.rows.push_back({{"row", id}});
    return answer.rows.back();
}

void Updater::operator()(const CellChanged& event) {
    const Asked at = asked(event.run, event.item);
    const auto* format = at.item ? std::get_if<RowsFormat>(&at.item->format) : nullptr;
    if (!format || !format->find_column(event.column) || event.row < 0) return;
    // What a newer Koers wrote here is not ours to write over.
    if (find_as<UnknownAnswer>(at.run->answers, event.item)) return;
    const size_t row = static_cast<size_t>(event.row);
    RowsAnswer answer = rows_of(at.run->answers, event.item);
    const std::vector<Option> rows = table_rows(model.ask(), *at.activity, *at.item, at.run->answers);
    if (format->shape == RowsShape::Table ? row >= rows.size() : row > answer.rows.size()) return;
    RowsAnswer::Row& changed = row_to_fill(*format, answer, row, rows);
    if (event.text.empty())
        changed.erase(event.column);
    else
        changed.insert_or_assign(event.column, event.text);
    // A row of one's own that is emptied stays open until it is closed: its place is still being filled in.
    give(at, std::move(answer));
}

void Updater::operator()(const RowOpened& event) {
    int& open = model.run_view.open_row[event.item];
    open = event.row;
    model.run_view.drafts.erase(event.item);  // what did not fit belonged to the row that was open
    const Asked at = asked(event.run, event.item);
    const auto* format = at.item ? std::get_if<RowsFormat>(&at.item->format) : nullptr;
    if (!format || format->shape == RowsShape::Table) return;
    // Rows that were opened and left empty are none.
    RowsAnswer answer = rows_of(at.run->answers, event.item);
    const size_t before = answer.rows.size();
    for (size_t i = before; i-- > 0;)
        if (is_empty(answer.rows[i])) {
            answer.rows.erase(answer.rows.begin() + static_cast<long>(i));
            if (static_cast<int>(i) < open) --open;
        }
    if (answer.rows.size() == before) return;
    if (answer.rows.empty())
        at.run->answers.erase(event.item);
    else
        at.run->answers.insert_or_assign(event.item, std::move(answer));
    touch(*at.run);
}

void Updater::operator()(const RowRemoved& event) {
    const Asked at = asked(event.run, event.item);
    if (!at.item) return;
    RowsAnswer answer = rows_of(at.run->answers, event.item);
    if (event.row < 0 || event.row >= static_cast<int>(answer.rows.size())) return;
    answer.rows.erase(answer.rows.begin() + event.row);
    model.run_view.open_row[event.item] = -1;
    if (answer.rows.empty()) {
        at.run->answers.erase(event.item);
        touch(*at.run);
    } else {
        give(at, std::move(answer));
    }
}

void Updater::operator()(const RowMoved& event) {
    const Asked at = asked(event.run, event.item);
    if (!at.item) return;
    RowsAnswer answer = rows_of(at.run->answers, event.item);
    const int to = event.row + event.by, count = static_cast<int>(answer.rows.size());
    if (event.row < 0 || event.row >= count || to < 0 || to >= count) return;
    std::swap(answer.rows[static_cast<size_t>(event.row)], answer.rows[static_cast<size_t>(to)]);
    int& open = model.run_view.open_row[event.item];
    if (open == event.row) open = to;
    give(at, std::move(answer));
}

// --- links

void Updater::operator()(const SidePicked& event) {
    std::string& picked = model.run_view.picked[event.which];
    picked = picked == event.value ? std::string() : event.value;
}

static std::vector<std::string> joined_ids(const PairsFormat& pairs) {
    std::vector<std::string> all = pairs.left;
    all.insert(all.end(), pairs.right.begin(), pairs.right.end());
    return all;
}

void Updater::keep_links(Run& run, const Activity& activity) {
    for (const Step& step : activity.steps)
        for (const Item& item : step.items) {
            const auto there = [&](const std::vector<std::string>& from, std::string_view pile, std::string_view id) {
                // Of an answer that is not understood nobody knows what it offers.
                for (const std::string& source : from)
                    if (find_as<UnknownAnswer>(run.answers, source)) return true;
                const std::vector<Option> options = options_from(model.ask(), activity, run.answers, from, pile);
                return std::any_of(options.begin(), options.end(), [&](const Option& one) { return one.id == id; });
            };
            if (const auto* rank = std::get_if<RankFormat>(&item.format)) {
                const auto* before = find_as<ManyAnswer>(run.answers, item.id);
                if (!before) continue;
                ManyAnswer kept;
                for (const std::string& id : before->values)
                    if (there({rank->from}, rank->pile, id)) kept.values.push_back(id);
                if (kept.values.empty())
                    run.answers.erase(item.id);
                else
                    run.answers.insert_or_assign(item.id, std::move(kept));
            }
            const auto* pairs = std::get_if<PairsFormat>(&item.format);
            const auto* table = std::get_if<RowsFormat>(&item.format);
            if (pairs || (table && !table->rows_from.empty())) {
                const auto* before = find_as<RowsAnswer>(run.answers, item.id);
                if (!before) continue;
                RowsAnswer kept;
                for (const RowsAnswer::Row& row : before->rows)
                    if (pairs ? there(pairs->left, "", cell(row, "left")) && there(pairs->right, "", cell(row, "right"))
                              : there(table->rows_from, "", cell(row, "row")))
                        kept.rows.push_back(row);
                if (kept.rows.empty())
                    run.answers.erase(item.id);
                else
                    run.answers.insert_or_assign(item.id, std::move(kept));
            }
        }
}

// A line that is written otherwise is still the line that was chosen.
void Updater::rename_links(Run& run, const Activity& activity, const std::string& list, const std::string& from,
                           const std::string& to) {
    if (from.empty() || to.empty()) return;
    const auto names = [&](const std::vector<std::string>& items) {
        return std::find(items.begin(), items.end(), list) != items.end();
    };
    for (const Step& step : activity.steps)
        for (const Item& item : step.items) {
            const Answer* found = find(run.answers, item.id);
            if (!found) continue;
            // Another line or choice goes by that name: it is that one which was meant.
            const auto still_there = [&](const std::vector<std::string>& items) {
                const std::vector<Option> options = options_from(model.ask(), activity, run.answers, items);
                return std::any_of(options.begin(), options.end(), [&](const Option& one) { return one.id == from; });
            };
            if (const auto* rank = std::get_if<RankFormat>(&item.format); rank && still_there({rank->from})) continue;
            if (const auto* pairs = std::get_if<PairsFormat>(&item.format); pairs && still_there(joined_ids(*pairs))) continue;
            const auto* table = std::get_if<RowsFormat>(&item.format);
            if (table && (!names(table->rows_from) || still_there(table->rows_from))) continue;
            Answer changed = *found;
            if (const auto* rank = std::get_if<RankFormat>(&item.format); rank && names({rank->from})) {
                if (auto* many = std::get_if<ManyAnswer>(&changed))
                    std::replace(many->values.begin(), many->values.end(), from, to);
            } else if (const auto* pairs = std::get_if<PairsFormat>(&item.format); pairs && names(joined_ids(*pairs))) {
                if (auto* rows = std::get_if<RowsAnswer>(&changed))
                    for (RowsAnswer::Row& row : rows->rows)
                        for (auto& [side, id] : row)
                            if (id == from && names(side == "left" ? pairs->left : pairs->right)) id = to;
            } else if (auto* rows = table ? std::get_if<RowsAnswer>(&changed) : nullptr) {
                for (RowsAnswer::Row& row : rows->rows)
                    if (cell(row, "row") == from) row["row"] = to;
            } else {
                continue;
            }
            run.answers.insert_or_assign(item.id, std::move(changed));
        }
}

// --- ratings along a time

const WaveAnswer* Updater::wave_of(const std::string& run, const std::string& item) {
    if (run.empty()) return model.help.wave.began ? &model.help.wave : nullptr;
    const Asked at = asked(run, item);
    return at.item ? find_as<WaveAnswer>(at.run->answers, item) : nullptr;
}

void Updater::put_wave(const std::string& run, const std::string& item, WaveAnswer wave) {
    if (run.empty()) {
        model.help.wave = std::move(wave);
    } else if (const Asked at = asked(run, item); at.item) {
        give(at, std::move(wave));
    }
    next_wave_timer();
}

void Updater::operator()(const WaveBegan& event) {
    TimerFormat format;
    if (!event.run.empty()) {
        const Asked at = asked(event.run, event.item);
        const auto* found = at.item ? std::get_if<TimerFormat>(&at.item->format) : nullptr;
        if (!found) return;
        format = *found;
    } else {
        model.help.kept.clear();
    }
    if (event.run.empty() && event.minutes == 0) return put_wave("", "", WaveAnswer{});
    WaveAnswer wave;
    wave.minutes = std::clamp(event.minutes, format.least, format.most);
    wave.began = model.now.ms;
    model.run_view.rating_asked = 0;
    put_wave(event.run, event.item, std::move(wave));
}

void Updater::operator()(const WaveRated& event) {
    const WaveAnswer* before = wave_of(event.run, event.item);
    if (!before) return;
    WaveAnswer wave = *before;
    if (event.run.empty() && since_end(wave, model.now) > help_wave_rated_within) return;
    const int second = seconds_of(wave, model.now);
    // Within twenty seconds it is the same rating, moved.
    if (!wave.points.empty() && second - wave.points.back().at < 20)
        wave.points.back().rating = event.rating;
    else
        wave.points.push_back({second, event.rating});
    put_wave(event.run, event.item, std::move(wave));
}

void Updater::operator()(const WaveEnded& event) {
    const WaveAnswer* before = wave_of(event.run, event.item);
    if (!before) return;
    WaveAnswer wave = *before;
    wave.ended = seconds_of(wave, model.now);
    put_wave(event.run, event.item, std::move(wave));
}

Updater::OnScreen Updater::wave_on_screen() {
    static const TimerFormat usual;
    const Route& route = model.route();
    if (route.screen == Screen::Help && route.id == "urge" && model.help.wave.began) return {&usual, &model.help.wave};
    const Run* run = route.screen == Screen::Run ? run_of(route.id) : nullptr;
    const Activity* activity = run ? activity_of(*run) : nullptr;
    if (!activity) return {};
    const std::string on_screen = model.in_hand(*run).step;
    for (const Step& step : activity->steps)
        for (const Item& item : step.items) {
            const auto* format = step.id == on_screen ? std::get_if<TimerFormat>(&item.format) : nullptr;
            const auto* wave = format ? find_as<WaveAnswer>(run->answers, item.id) : nullptr;
            if (wave) return {format, wave};
        }
    return {};
}

void Updater::next_wave_timer() {
    const OnScreen seen = wave_on_screen();
    if (!seen.wave || !runs(*seen.wave, model.now)) return;
    // Seldom enough to be calm and to spare a battery; what is left is said in minutes.
    const int64_t past = (model.now.ms - seen.wave->began) % 10'000;
    effects.push_back(SetTimer{"wave", static_cast<int>(10'050 - past)});
    model.wave_rings = true;
}

void Updater::operator()(const WaveTicked&) {
    const OnScreen seen = wave_on_screen();
    if (!seen.wave) return;
    // Said once in each stretch, and once when it is over; what can still be undone is not talked over.
    constexpr int over = 1 << 20;
    int& asked = model.run_view.rating_asked;
    const int stretch = seconds_of(*seen.wave, model.now) / 60 / seen.format->every;
    if (!model.undo && rating_due(*seen.format, *seen.wave, model.now) && asked < stretch)
        asked = stretch, notify("help.wave.ask");
    else if (!model.undo && !runs(*seen.wave, model.now) && seen.wave->ended < 0 && asked < over)
        asked = over, notify("help.wave.after.title");
    next_wave_timer();
}

}  // namespace koers
