// Several ways to the same answer, of which now one is the quickest, now another: found out while the program runs.
//
// Whether prefetching pays depends on the machine, on the size of the arrays, and on what else the program does. A
// constant would be one machine's; a short trial is right on each.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <chrono>
#include <cstddef>
#include <limits>

namespace ssd {

// The first calls with a size (or one of the same power of two) and a number of threads are a trial: in each of its
// rounds every way is taken a few times in a row, and the one that was quickest at its best wins the round, where a
// later way has to be clearly quicker than an earlier one. From then on all calls take the way that has won most
// rounds; so what disturbs a round decides nothing. To be used by one thread at a time.
template <std::size_t ways>
class Quickest {
public:
    // Calls work(way) once, for a way from 0 to ways - 1. All ways have to do the same.
    template <typename Work>
    void operator()(std::size_t size, std::size_t threads, const Work& work) {
        Trial& trial = trials_[static_cast<std::size_t>(std::bit_width(size))];
        if (trial.threads != threads) trial = Trial{.threads = threads};
        if (trial.calls == rounds * calls_of_a_round) {
            work(trial.quickest);
            return;
        }
        const std::size_t way = trial.calls % calls_of_a_round / calls_in_a_row;
        const auto start = std::chrono::steady_clock::now();
        work(way);
        const Seconds time = std::chrono::steady_clock::now() - start;
        trial.best[way] = std::min(trial.best[way], time);
        if (++trial.calls % calls_of_a_round == 0) end_round(trial);
    }

private:
    static constexpr std::size_t calls_in_a_row = 4;  // for each way leaves the caches to the next as it likes
    static constexpr std::size_t calls_of_a_round = calls_in_a_row * ways;
    static constexpr std::size_t rounds = 8;
    static constexpr double clearly = 0.97;
    using Seconds = std::chrono::duration<double>;

    static constexpr std::array<Seconds, ways> never() {
        std::array<Seconds, ways> times;
        times.fill(Seconds::max());
        return times;
    }

    struct Trial {
        std::size_t threads = 0;
        std::size_t calls = 0;
        std::size_t quickest = 0;
        std::array<std::size_t, ways> won = {};
        std::array<Seconds, ways> best = never();  // of this round
    };

    static void end_round(Trial& trial) {
        std::size_t winner = 0;
        for (std::size_t way = 1; way < ways; ++way) {
            if (trial.best[way] < clearly * trial.best[winner]) winner = way;
        }
        ++trial.won[winner];
        trial.best = never();
        const auto most = std::max_element(trial.won.begin(), trial.won.end());
        trial.quickest = static_cast<std::size_t>(most - trial.won.begin());
    }

    std::array<Trial, std::numeric_limits<std::size_t>::digits + 1> trials_{};
};

}  // namespace ssd
