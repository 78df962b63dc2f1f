// All states of the model of two threads as JSON.
#include "race_lab/interleaving_json.hpp"

#include <nlohmann/json.hpp>

#include "race_lab/interleaving.hpp"
#include "race_lab/interleaving_report.hpp"

namespace reductions {
namespace {

using nlohmann::ordered_json;

ordered_json json_of(const Interleaving& state) {
    ordered_json json = {{"total", state.total()}, {"threads", ordered_json::array()}};
    for (std::size_t thread = 0; thread < Interleaving::threads; ++thread) {
        const auto value = state.in_register(thread);
        const MicroStep next = state.next(thread);
        json["threads"].push_back({{"register", value ? ordered_json(*value) : ordered_json(nullptr)},
                                   {"next", name_of(next)},
                                   {"code", code_of(next)}});
    }
    if (state.finished()) {
        const auto lost = state.lost_update();
        json["right"] = state.right();
        json["lost"] = lost ? ordered_json(lost->loser) : ordered_json(nullptr);
        json["explanation"] = explanation_of(state, {.width = 80, .colours = false});
    }
    return json;
}

// Adds this state and all that can follow it, in the order of their schedules.
void add_states(ordered_json& states, const Interleaving& state) {
    states[format_schedule(state.schedule())] = json_of(state);
    for (std::size_t thread = 0; thread < Interleaving::threads; ++thread) {
        if (state.next(thread) == MicroStep::done) continue;
        Interleaving after = state;
        after.step(thread);
        add_states(states, after);
    }
}

}  // namespace

std::string interleavings_as_json() {
    ordered_json json = {
        {"term", Interleaving::term}, {"right_total", Interleaving::right_total}, {"states", ordered_json::object()}};
    add_states(json["states"], Interleaving{});
    return json.dump(1) + '\n';
}

}  // namespace reductions
