// What is measured for one variant on one pair of arrays.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "contract/variant.hpp"
#include "judge/judgement.hpp"

namespace reductions {

struct Measurement {
    const Variant* variant;
    std::string_view type;
    std::size_t size;                      // elements in each array
    Answer expected;                       // the right answer; for floats the exact sum, correctly rounded
    Answer answer;                         // of the first run
    Judgement judgement;                   // of all runs, including the timed ones
    std::optional<std::size_t> peak_heap;  // bytes, from a run after a warm-up; nothing if it cannot be measured
    std::vector<double> seconds;           // wall-clock time of one call in each round
    // The fastest plain read of the same arrays with as many threads (measure/plain_read.hpp): how the fastest loop
    // reads, and how many seconds one call of it took in each of the same rounds.
    std::string read_loop;
    std::vector<double> read_seconds;
};

}  // namespace reductions
