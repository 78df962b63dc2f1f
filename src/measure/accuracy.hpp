// How accurate a variant's float answers are, how repeatable they are, and how much time that costs.
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

// One variant on one pair of arrays.
struct Accuracy {
    const Variant* variant;
    std::size_t size;  // elements in each array
    // The largest distance of an answer from the exact sum, in units in the last place (ulp) of the exact sum. NaN if
    // the sum is not finite.
    double worst_error;
    std::size_t over_runs;     // distinct answers in accuracy_runs runs with the requested number of threads
    std::size_t over_threads;  // distinct answers in one run with each of accuracy_threads
    // The median time per element, as a multiple of the reference variant's in the same rounds. NaN for empty arrays.
    double cost;
    Judgement judgement;  // of all runs
};

inline constexpr std::size_t accuracy_runs = 21;
inline constexpr std::size_t accuracy_threads[] = {1, 2, 3, 4, 8, 16};

// The variants on the arrays of one float type, in their order.
struct TypeAccuracy {
    std::string_view type;
    std::size_t size;                  // elements in each array: the most that a variant got
    std::vector<std::size_t> threads;  // those of accuracy_threads that OpenMP can deliver
    std::vector<Accuracy> variants;
};

// Measures every variant on every pair of arrays of floats; other types are skipped. A variant gets at most its
// default_size of elements. Calls `progress` before each round with the number of rounds done and the total.
std::vector<TypeAccuracy> measure_accuracy(std::span<const Variant* const> variants, const Variant& reference_of_cost,
                                           std::span<const AnyArrays> data,
                                           const std::function<void(std::size_t done, std::size_t all)>& progress);

}  // namespace reductions
