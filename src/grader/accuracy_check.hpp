// How accurate the sums of a submission are.
#pragma once

#include <cstdint>
#include <optional>

#include "grader/fault.hpp"
#include "grader/shared_arrays.hpp"
#include "grader/worker.hpp"

namespace reductions {

// Whether each sum is at most so many units in the last place from the exact one, with 1 and with 8 threads: of random
// fractions, and of one large square with many small ones. Also whether a sum that is too large for a double is
// infinite. The arrays contain fractions, and the worker has them. Returns the first fault.
std::optional<Fault> check_accuracy(Worker& worker, SharedArrays& arrays, double ulps, std::uint64_t seed);

}  // namespace reductions
