// Compares variants: checks each one, then times all of them in rounds.
#pragma once

#include <cstddef>
#include <functional>
#include <iosfwd>
#include <span>
#include <string_view>
#include <vector>

#include "arrays/any_arrays.hpp"
#include "contract/variant.hpp"
#include "measure/measurement.hpp"

namespace reductions {

struct ComparisonOptions {
    std::size_t repetitions;
    bool shorten_slow;           // whether a variant gets at most its default_size of elements
    std::size_t busy_cores = 0;  // to keep busy with other work while all this is measured (measure/busy_cores.hpp)
    // Called before each repetition with the number of repetitions done and the total.
    std::function<void(std::size_t done, std::size_t all)> progress;
    // Google Benchmark's JSON goes here; null means none. Its benchmarks are named <variant>/<type>/<size>/<threads>,
    // and plain_read/... is the fastest plain read. /busy_cores:<number> follows if cores were kept busy. The label of
    // a repetition is the answer of its last call. All figures except the times are counters.
    std::ostream* json;
};

// The measurements on the arrays of one element type, in the order of the variants.
struct TypeMeasurements {
    std::string_view type;
    std::vector<Measurement> variants;
};

// Measures every variant on every pair of arrays; the results are in the order of the arrays. First checks each answer,
// on the given arrays and on all control arrays, and measures the peak heap. Then come rounds (measure/rounds.hpp). In
// each round, every variant with every type runs one repetition, and so does every read loop that is a candidate for
// the fastest plain read. A repetition calls its variant for a few milliseconds, at least once, and judges each answer.
// If the given arrays cannot prove an answer right, a run on control arrays follows each repetition.
//
// OpenMP's idle threads wait for the next region without sleeping, and would take the cores from a variant with its own
// threads. So they are ended before each repetition. Throws NotEnoughMemory.
std::vector<TypeMeasurements> compare(std::span<const Variant* const> variants, std::span<const AnyArrays> data,
                                      const ComparisonOptions& options);

// Whether a variant that should be right gave a wrong answer.
bool a_right_variant_was_wrong(std::span<const TypeMeasurements> measured);

}  // namespace reductions
