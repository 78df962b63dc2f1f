// Two threads that add to one total without synchronisation, step by step: a model, and no thread inside. A schedule
// says which thread takes each step, and gives the same result everywhere.
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

// What a thread does next. `total += term` is three steps, and the other thread may take some of its own in between.
enum class MicroStep {
    load,   // register = total
    add,    // register += term
    store,  // total = register
    done,   // nothing
};

// Which thread takes each step, by its number, 0 or 1.
using Schedule = std::vector<std::size_t>;

// Something that is not the schedule of two whole updates, or a step of a thread that has none left.
struct ScheduleError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// An update that is not in the total: the other thread loaded before it was stored, and stored over it. Steps count
// from 1.
struct LostUpdate {
    std::size_t loser;        // whose update it is
    std::size_t winner;       // the other thread
    std::size_t loaded;       // the step in which the winner loaded,
    std::size_t stored;       // the later one in which the loser stored,
    std::size_t stored_over;  // and the last one, in which the winner stored
};

// Two threads on their way through one update each.
class Interleaving {
public:
    static constexpr std::size_t threads = 2;
    static constexpr std::size_t steps = 3 * threads;
    // What each thread adds, and every element of the article's arrays contributes: (1 - 7)², (2 - 8)², ...
    static constexpr auto term = static_cast<std::int64_t>(squared_difference<std::int64_t>(1, 7));
    static constexpr std::int64_t right_total = term + term;

    // Lets a thread, 0 or 1, take its next step. Throws ScheduleError where it has none left.
    void step(std::size_t thread);

    // What the thread does next.
    MicroStep next(std::size_t thread) const { return states_[thread].next; }

    // What the thread has in its register: nothing of interest before it has loaded.
    std::optional<std::int64_t> in_register(std::size_t thread) const { return states_[thread].in_register; }

    std::int64_t total() const { return total_; }

    // The steps so far.
    const Schedule& schedule() const { return schedule_; }

    bool finished() const { return schedule_.size() == steps; }
    bool right() const { return total_ == right_total; }

    // The update that was lost, if one was: not before both threads have stored.
    std::optional<LostUpdate> lost_update() const;

private:
    struct ThreadState {
        MicroStep next = MicroStep::load;
        std::optional<std::int64_t> in_register = {};
        std::size_t loaded = 0;  // the steps in which it did so
        std::size_t stored = 0;
    };

    std::array<ThreadState, threads> states_;
    std::int64_t total_ = 0;
    Schedule schedule_;
};

// Reads a whole schedule, such as 010101. Throws ScheduleError, which names the text and what is wrong with it.
Schedule parse_schedule(std::string_view text);

// The schedule as parse_schedule reads it.
std::string format_schedule(const Schedule& schedule);

// Every whole schedule, once, in the order of their digits.
std::vector<Schedule> all_schedules();

// What a schedule comes to. Throws ScheduleError where a thread steps that has finished.
Interleaving replay(const Schedule& schedule);

}  // namespace reductions
