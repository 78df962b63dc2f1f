// Variants side by side: checked, weighed, then timed in turn by Google Benchmark.
#pragma once

#include <cstddef>
#include <functional>
#include <iosfwd>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "arrays/any_arrays.hpp"
#include "contract/variant.hpp"
#include "judge/judgement.hpp"

namespace reductions {

// What was found out about one variant on one pair of arrays.
struct Measurement {
    const Variant* variant;
    std::string_view type;
    std::size_t size;
    std::size_t threads;                   // as delivered
    Answer expected;                       // the right answer; for floats the correctly rounded one
    Answer answer;                         // that of the first run
    Judgement judgement;                   // of all runs, the timed ones included
    std::optional<std::size_t> peak_heap;  // bytes, in a run of its own after a warm-up
    std::vector<double> seconds;           // wall-clock time of one call, a value a round
    // The time in which this machine reads these arrays with as many threads, in seconds, in each of the same rounds:
    // that of the read loop that was the fastest (measure/read_limit.hpp); and which that was.
    std::vector<double> limit_seconds;
    std::string limit_loop;
};

struct ComparisonOptions {
    std::size_t repetitions;
    bool shorten_slow;  // whether variants get no more elements than their default_size
    // Called before each repetition with the number of those done and of all.
    std::function<void(std::size_t done, std::size_t all)> progress;
    // Where Google Benchmark's JSON goes; nowhere if null. Benchmarks are named <variant>/<type>/<size>/<threads>, and
    // read_limit/... is the read limit. The further figures are counters; the label of a repetition is the answer of
    // its last call.
    std::ostream* json;
};

// A variant could not have the memory that it needs; names the variant.
struct NotEnoughMemory : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// Measures every variant on every pair of arrays: first each answer is checked and the peak of the heap measured, then
// come rounds (measure/rounds.hpp): each has one repetition of every variant with every type, and of the read loops
// that are candidates for the limit. Before each repetition OpenMP's idle threads are ended: for some time after a
// parallel region they wait for the next one without sleeping, and would take the cores from a variant with threads of
// its own. A repetition calls the variant as often as fills some milliseconds, once at least, and each of these answers
// is judged too. Every variant also runs on every control once; where the given arrays cannot prove an answer right, it
// runs on one after each repetition as well. The measurements come in the order of the arrays, and for each of them in
// the order of the variants. Throws NotEnoughMemory.
std::vector<Measurement> compare(std::span<const Variant* const> variants, std::span<const AnyArrays> data,
                                 const ComparisonOptions& options);

}  // namespace reductions
