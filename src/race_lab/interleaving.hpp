// A model of two threads that add to one total without synchronisation, step by step. It starts no threads, so a
// schedule, which says which thread takes each step, gives the same result on every machine.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "contract/element.hpp"

namespace reductions {

// What a thread does next. `total += term` is three steps, and the other thread may take steps in between.
enum class MicroStep {
    load,   // register = total
    add,    // register += term
    store,  // total = register
    done,   // nothing
};

// The number of the thread, 0 or 1, that takes each step.
using Schedule = std::vector<std::size_t>;

// A schedule that is not one of two complete updates, or a step of a thread that has finished.
struct ScheduleError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// An update that is missing from the total, because the other thread loaded before it was stored, and then overwrote
// it. Steps count from 1.
struct LostUpdate {
    std::size_t loser;        // the thread whose update is lost
    std::size_t winner;       // the other thread
    std::size_t loaded;       // the step in which the winner loaded
    std::size_t stored;       // the later step in which the loser stored
    std::size_t stored_over;  // the last step, in which the winner stored
};

// Two threads that make one update each, after some of their steps.
class Interleaving {
public:
    static constexpr std::size_t threads = 2;
    static constexpr std::size_t steps = 3 * threads;
    // What each thread adds, and every element of the article's arrays contributes: (1 - 7)², (2 - 8)², ...
    static constexpr auto term = static_cast<std::int64_t>(squared_difference<std::int64_t>(1, 7));
    static constexpr std::int64_t right_total = term + term;

    // Lets a thread, 0 or 1, take its next step. Throws ScheduleError if it has finished.
    void step(std::size_t thread);

    // What the thread does next.
    MicroStep next(std::size_t thread) const { return states_[thread].next; }

    // What the thread has in its register; std::nullopt until it has loaded.
    std::optional<std::int64_t> in_register(std::size_t thread) const { return states_[thread].in_register; }

    std::int64_t total() const { return total_; }

    // The steps so far.
    const Schedule& schedule() const { return schedule_; }

    bool finished() const { return schedule_.size() == steps; }
    bool right() const { return total_ == right_total; }

    // The lost update, if there is one. It is known when both threads have stored.
    std::optional<LostUpdate> lost_update() const;

private:
    struct ThreadState {
        MicroStep next = MicroStep::load;
        std::optional<std::int64_t> in_register = {};
        std::size_t loaded = 0;  // the step in which it loaded
        std::size_t stored = 0;  // the step in which it stored
    };

    std::array<ThreadState, threads> states_;
    std::int64_t total_ = 0;
    Schedule schedule_;
};

// Reads a complete schedule, such as 010101. Throws ScheduleError, which shows the text and says what is wrong with it.
Schedule parse_schedule(std::string_view text);

// The schedule as text that parse_schedule reads.
std::string format_schedule(const Schedule& schedule);

// Every complete schedule once, in the order of the digits.
std::vector<Schedule> all_schedules();

// The state after a schedule. Throws ScheduleError if a thread takes a step after it has finished.
Interleaving replay(const Schedule& schedule);

// The state after each complete schedule, in the same order.
std::vector<Interleaving> all_interleavings();

// How many of these states have the right total.
std::size_t count_right(const std::vector<Interleaving>& interleavings);

}  // namespace reductions
