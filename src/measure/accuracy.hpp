// How accurate a variant's float answers are, how repeatable, and at what cost.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include "arrays/any_arrays.hpp"
#include "contract/variant.hpp"
#include "judge/judgement.hpp"

namespace reductions {

// What was found out about one variant on one pair of arrays.
struct Accuracy {
    const Variant* variant;
    std::string_view type;
    std::size_t size;
    // The largest distance of an answer from the exact sum, in units of its last place (ulp); NaN where the sum is not
    // finite.
    double worst_error;
    std::size_t over_runs;     // distinct answers in accuracy_runs runs with as many threads as asked for
    std::size_t over_threads;  // distinct answers with each of accuracy_threads
    double cost;  // median time, relative to the reference's in the same rounds, by the element; NaN without elements
    Judgement judgement;
};

inline constexpr std::size_t accuracy_runs = 21;
inline constexpr std::size_t accuracy_threads[] = {1, 2, 3, 4, 8, 16};

// Measures every variant on every pair of arrays, which must be of floats. `progress` is called before each round with
// the number of those done and of all. Variants that are slow by nature get no more than their default_size of
// elements.
std::vector<Accuracy> measure_accuracy(std::span<const Variant* const> variants, const Variant& reference_of_cost,
                                       std::span<const AnyArrays> data,
                                       const std::function<void(std::size_t done, std::size_t all)>& progress);

}  // namespace reductions
