// Times two implementations at run time and uses the faster one.
//
// Whether prefetching pays depends on the machine, on the size of the arrays, on where their pages lie, and on what
// else the machine is doing. A constant would be right for one machine. A short trial from time to time is right for
// every machine.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <chrono>
#include <cstddef>
#include <limits>
#include <span>
#include <vector>

namespace reductions {

// Does a piece of work many times, each time in one of two ways. Some calls are a trial: a few in the first way, then a
// few in the second. Until the next trial the favourite is used, or the other way if its best time was clearly shorter.
template <typename Clock>
class TrialByClock {
public:
    // Calls work(way) once, with way 0 or 1. The favourite is one of the two.
    template <typename Work>
    void operator()(std::size_t favourite, const Work& work) {
        if (call_ < 2 * calls_of_a_way) {
            try_out(call_ / calls_of_a_way, work);
            const std::size_t other = 1 - favourite;
            quicker_ = best_[other] < clearly * best_[favourite] ? other : favourite;
        } else {
            work(quicker_);
        }
        call_ = (call_ + 1) % calls_until_the_next;
    }

private:
    static constexpr std::size_t calls_of_a_way = 4;
    static constexpr std::size_t calls_until_the_next = 128;
    static constexpr double clearly = 0.875;
    using Seconds = std::chrono::duration<double>;

    template <typename Work>
    void try_out(std::size_t way, const Work& work) {
        const auto start = Clock::now();
        work(way);
        const Seconds time = Clock::now() - start;
        // The first call does not count, because it finds the caches as other work has left them.
        best_[way] = call_ % calls_of_a_way == 0 ? Seconds::max() : std::min(best_[way], time);
    }

    std::size_t call_ = 0;
    std::size_t quicker_ = 0;
    std::array<Seconds, 2> best_{};
};

// One trial per thread of a thread team, for each size. Sizes between the same two powers of two share their trials.
// Only one team at a time may use them.
template <typename Clock>
class TrialsByClock {
public:
    using Trial = TrialByClock<Clock>;

    std::span<Trial> operator()(std::size_t size, std::size_t threads) {
        std::vector<Trial>& trials = of_size_[static_cast<std::size_t>(std::bit_width(size))];
        if (trials.size() != threads) trials.assign(threads, Trial{});
        return trials;
    }

private:
    std::array<std::vector<Trial>, std::numeric_limits<std::size_t>::digits + 1> of_size_;
};

using Trial = TrialByClock<std::chrono::steady_clock>;
using Trials = TrialsByClock<std::chrono::steady_clock>;

}  // namespace reductions
