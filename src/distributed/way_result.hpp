// What the root finds out about a way: answers, times and memory.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "arrays/any_arrays.hpp"
#include "distributed/way.hpp"
#include "judge/judgement.hpp"

namespace reductions::distributed {

struct WayResult {
    std::size_t smallest_part = 0, largest_part = 0;  // elements
    Answer expected;
    std::vector<Answer> first_answers;  // of the ranks in the first run, or of the root alone if only it has one
    Judgement judgement;
    double seconds = 0;  // the median time of a run, from a barrier to the end of the slowest rank
    double sum_seconds =
        0;  // of that, the most that a rank spent outside of MPI; the rest is communication and waiting
    double read_seconds = 0;               // the fastest plain read of all parts by all ranks at once
    std::optional<std::size_t> peak_heap;  // the highest of a rank; MPI's own memory is counted too

    double communication_seconds() const { return seconds - sum_seconds; }
    double of_read_speed() const { return read_seconds / seconds; }
};

// Runs the way on control arrays, on the given arrays, and once more for its heap. All ranks call this together, each
// with its part. `whole` is needed on the root alone, which judges all answers. Only the root gets a result. An answer
// that all ranks must have is wrong if one of them has a wrong one. Throws std::bad_alloc.
template <Element T>
WayResult result_of(const Way& way, const Arrays<T>& part, const Ranks& ranks, const Arrays<T>& whole,
                    std::size_t repetitions);

}  // namespace reductions::distributed
