// Benchmarks that are timed in rounds, with Google Benchmark as the timing engine.
#pragma once

#include <benchmark/benchmark.h>

#include <cstddef>
#include <functional>
#include <iosfwd>
#include <memory>
#include <string>
#include <vector>

namespace reductions {

// Calls what starts a team of threads. OpenMP's idle threads are ended before; the new ones are spread over the cores.
void start_team(const std::function<void()>& call);

// In each round every benchmark has one repetition, in random order. Repetitions of one round lie close together in
// time, and their ratios stay what they are when the machine changes its speed between rounds. (The engine's own
// repetitions are shuffled as a whole: if the machine changed its speed half-way, one benchmark had most of its
// repetitions before, another after.)
class Rounds {
public:
    // Called before each repetition with the number of those done and of all.
    using OnProgress = std::function<void(std::size_t done, std::size_t all)>;
    // Times the call in a loop over the state.
    using Body = std::function<void(benchmark::State& state)>;

    // The engine's JSON goes to `json`; nowhere if null.
    Rounds(std::size_t rounds, OnProgress progress, std::ostream* json);
    ~Rounds();
    Rounds(const Rounds&) = delete;
    Rounds& operator=(const Rounds&) = delete;

    // Adds a benchmark. Tries `call` to find how many calls fill some milliseconds. Before each repetition `call`
    // starts its threads and warms up; then comes the body, which times the same.
    void add(const std::string& name, const std::function<void()>& call, const Body& body);

    // Runs all that were added.
    void run();

    // The wall-clock time of one call of a benchmark, in seconds, in each round.
    std::vector<double> seconds(const std::string& name) const;

    // Writes a benchmark's rounds as JSON, as the repetitions that they are, with their median, under a name of its
    // own.
    void write(const std::string& name, const std::string& shown_name);
    void finish();  // after the last one that is written

private:
    class Collector;

    std::size_t rounds_;
    OnProgress progress_;
    std::size_t done_ = 0;
    std::size_t all_ = 0;
    std::unique_ptr<Collector> collector_;
};

}  // namespace reductions
