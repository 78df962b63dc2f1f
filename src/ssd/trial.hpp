// Two ways to do the same, of which now one is the quicker, now the other: found out while the program runs.
//
// Whether prefetching pays depends on the machine, on the arrays' size, and on what else the machine does. A
// constant would be one machine's; a short trial, now and then, is right on each. It compares as a good benchmark does:
// in turn, many short pairs within the same call, by the median. So a machine that changes its speed changes it for
// both ways, and what disturbs a pair decides nothing.
#pragma once

#include <array>
#include <bit>
#include <chrono>
#include <cstddef>
#include <limits>
#include <span>
#include <vector>

namespace ssd {

// Does two pieces of work of the same length, each in its own way: a vote for the second way (1) if that was clearly
// quicker, and otherwise one against it (-1).
template <typename First, typename Second>
long vote(const First& first, const Second& second) {
    constexpr double clearly = 0.97;
    using Seconds = std::chrono::duration<double>;
    const auto start = std::chrono::steady_clock::now();
    first();
    const auto between = std::chrono::steady_clock::now();
    second();
    const auto end = std::chrono::steady_clock::now();
    return Seconds{end - between} < clearly * Seconds{between - start} ? 1 : -1;
}

// The calls of a function: now and then, and at first, some of them vote.
class Trial {
public:
    // Whether the next call votes.
    bool is_on() const { return call_ < calls_of_a_trial; }
    // What the votes of the last trial said.
    bool second_way_won() const { return votes_ > 0; }

    // To be told after each call how it voted. The first votes of a trial do not count, for that call finds what others
    // have left in the caches.
    void end_call(long votes) {
        votes_ = call_ == 0 ? 0 : votes_ + votes;
        call_ = (call_ + 1) % calls_until_the_next;
    }

private:
    static constexpr int calls_of_a_trial = 4;
    static constexpr int calls_until_the_next = 64;
    int call_ = 0;
    long votes_ = 0;
};

// For each size (or one of the same power of two) a trial of each thread of a team. To be used by one team at a time.
class Trials {
public:
    std::span<Trial> operator()(std::size_t size, std::size_t threads) {
        std::vector<Trial>& trials = of_size_[static_cast<std::size_t>(std::bit_width(size))];
        if (trials.size() != threads) trials.assign(threads, Trial{});
        return trials;
    }

private:
    std::array<std::vector<Trial>, std::numeric_limits<std::size_t>::digits + 1> of_size_;
};

}  // namespace ssd
