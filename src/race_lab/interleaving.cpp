// A model of two threads that add to one total without synchronisation, step by step.
#include "race_lab/interleaving.hpp"

#include <algorithm>

namespace reductions {

void Interleaving::step(std::size_t thread) {
    ThreadState& state = states_[thread];
    const std::size_t number = schedule_.size() + 1;
    switch (state.next) {
        case MicroStep::load:
            state.in_register = total_;
            state.loaded = number;
            state.next = MicroStep::add;
            break;
        case MicroStep::add:
            *state.in_register += term;
            state.next = MicroStep::store;
            break;
        case MicroStep::store:
            total_ = *state.in_register;
            state.stored = number;
            state.next = MicroStep::done;
            break;
        case MicroStep::done:
            throw ScheduleError{"thread " + std::to_string(thread) + " has finished"};
    }
    schedule_.push_back(thread);
}

std::optional<LostUpdate> Interleaving::lost_update() const {
    if (!finished()) return std::nullopt;
    const std::size_t loser = states_[0].stored < states_[1].stored ? 0 : 1;
    const std::size_t winner = 1 - loser;
    const std::size_t loaded = states_[winner].loaded;
    const std::size_t stored = states_[loser].stored;
    if (loaded > stored) return std::nullopt;  // the second thread added to what the first one had stored
    return LostUpdate{loser, winner, loaded, stored, states_[winner].stored};
}

Schedule parse_schedule(std::string_view text) {
    const auto refuse = [&](const std::string& reason) {
        throw ScheduleError{"'" + std::string{text} + "' " + reason + "; expected three 0 and three 1, such as 010101"};
    };
    Interleaving tried;
    for (const char digit : text) {
        const std::size_t number = tried.schedule().size() + 1;
        if (digit != '0' && digit != '1') refuse("has neither 0 nor 1 for step " + std::to_string(number));
        const std::size_t thread = digit == '0' ? 0 : 1;
        if (tried.next(thread) == MicroStep::done) {
            refuse("has thread " + std::to_string(thread) + " take step " + std::to_string(number) +
                   " when it has finished");
        }
        tried.step(thread);
    }
    if (!tried.finished()) {
        refuse("ends after " + std::to_string(text.size()) + " of " + std::to_string(Interleaving::steps) + " steps");
    }
    return tried.schedule();
}

std::string format_schedule(const Schedule& schedule) {
    std::string text;
    for (const std::size_t thread : schedule) text += std::to_string(thread);
    return text;
}

std::vector<Schedule> all_schedules() {
    std::vector<Schedule> all;
    Schedule schedule = {0, 0, 0, 1, 1, 1};
    do all.push_back(schedule);
    while (std::next_permutation(schedule.begin(), schedule.end()));
    return all;
}

Interleaving replay(const Schedule& schedule) {
    Interleaving interleaving;
    for (const std::size_t thread : schedule) interleaving.step(thread);
    return interleaving;
}

std::vector<Interleaving> all_interleavings() {
    std::vector<Interleaving> all;
    for (const Schedule& schedule : all_schedules()) all.push_back(replay(schedule));
    return all;
}

std::size_t count_right(const std::vector<Interleaving>& interleavings) {
    const auto count = std::count_if(interleavings.begin(), interleavings.end(),
                                     [](const Interleaving& interleaving) { return interleaving.right(); });
    return static_cast<std::size_t>(count);
}

}  // namespace reductions
