// How fast this machine reads.
#include "measure/plain_read.hpp"

#include <algorithm>
#include <cstdint>
#include <map>

#include "measure/statistics.hpp"
#include "measure/stopwatch.hpp"

namespace reductions {
namespace {

constexpr double longest_trial = 0.3;  // seconds; but each loop is tried in at least three rounds
constexpr double shortest_timed = 20e-6;

// The seconds that one call takes, on average over calls that together take at least shortest_timed.
double seconds_of(const ReadLoop& loop, Bytes a, Bytes b) {
    [[maybe_unused]] volatile std::uint64_t bits = 0;  // keeps the compiler from removing the call
    const Stopwatch stopwatch;
    for (double calls = 1;; ++calls) {
        bits = loop(a, b);
        const double seconds = stopwatch.seconds();
        if (seconds >= shortest_timed) return seconds / calls;
    }
}

// The loops, ordered by their time relative to the first loop. Runs all loops in turn, so that a change of the
// machine's speed affects all of them. Large arrays get fewer rounds.
std::multimap<double, ReadLoop> tried(const std::vector<ReadLoop>& loops, Bytes a, Bytes b) {
    std::vector<std::vector<double>> seconds(loops.size());  // a value per round
    const Stopwatch stopwatch;
    for (std::size_t round = 0; round < 15 && (round < 3 || stopwatch.seconds() < longest_trial); ++round) {
        for (std::size_t i = 0; i < loops.size(); ++i) seconds[i].push_back(seconds_of(loops[i], a, b));
    }
    std::multimap<double, ReadLoop> by_time;
    for (std::size_t i = 0; i < loops.size(); ++i) by_time.emplace(median_ratio(seconds[i], seconds[0]), loops[i]);
    return by_time;
}

}  // namespace

std::vector<ReadLoop> fastest_read_loops(Bytes a, Bytes b) {
    std::multimap<double, ReadLoop> by_time = tried(read_loops(a.size()), a, b);
    std::vector<ReadLoop> fastest;
    const auto take_first = [&](const auto& wanted) {
        const auto found =
            std::find_if(by_time.begin(), by_time.end(), [&](const auto& loop) { return wanted(loop.second); });
        if (found == by_time.end()) return;
        fastest.push_back(found->second);
        by_time.erase(found);
    };
    const auto any = [](const ReadLoop&) { return true; };
    take_first(any);
    // Another kind may be faster a moment later.
    const ReadLoop best = fastest.front();
    take_first(
        [&](const ReadLoop& loop) { return loop.sharing == best.sharing && loop.prefetches != best.prefetches; });
    take_first([&](const ReadLoop& loop) { return loop.sharing != best.sharing; });
    while (fastest.size() < 5) take_first(any);
    return fastest;
}

}  // namespace reductions
