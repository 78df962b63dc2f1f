// Times benchmarks in rounds, with Google Benchmark as the engine.
#pragma once

#include <benchmark/benchmark.h>

#include <cstddef>
#include <functional>
#include <iosfwd>
#include <string>
#include <vector>

#include "measure/round_collector.hpp"

namespace reductions {

// In each round every benchmark runs one repetition, in random order. The repetitions of one round are close together
// in time, so their ratios stay the same when the machine changes its speed between rounds. The engine's own random
// order shuffles all repetitions of all benchmarks: if the machine changes its speed halfway through, one benchmark may
// have most of its repetitions before the change and another one after it.
class Rounds {
public:
    // Called before each repetition with the number of repetitions done and the total.
    using OnProgress = std::function<void(std::size_t done, std::size_t all)>;
    // Times the call in a loop over the state.
    using Body = std::function<void(benchmark::State& state)>;

    // The engine's JSON goes to `json`; null means none.
    Rounds(std::size_t rounds, OnProgress progress, std::ostream* json);
    Rounds(const Rounds&) = delete;
    Rounds& operator=(const Rounds&) = delete;
    ~Rounds() = default;

    // Adds a benchmark. Calls `call` a few times to find how many calls take a few milliseconds. In each repetition,
    // `call` first starts the threads and warms up. Then `body` times the same call.
    void add(const std::string& name, const std::function<void()>& call, const Body& body);

    // Runs all benchmarks that were added.
    void run();

    // After run(): the wall-clock time of one call of a benchmark in each round, in seconds.
    std::vector<double> seconds(const std::string& name) const { return collector_.seconds(name); }

    // After run(): writes the rounds of a benchmark as JSON, under `shown_name`; finish() ends the JSON.
    void write(const std::string& name, const std::string& shown_name) { collector_.write(name, shown_name); }
    void finish() { collector_.finish(); }

private:
    std::size_t rounds_;
    OnProgress progress_;
    std::size_t done_ = 0;
    std::size_t all_ = 0;
    RoundCollector collector_;
};

}  // namespace reductions
