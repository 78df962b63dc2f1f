// The functions that exercises ask for: sum_of_squared_differences, with these parameters.
#pragma once

#include <array>
#include <string_view>
#include <utility>

namespace reductions {

enum class Signature {
    sum,               // the two arrays
    sum_with_threads,  // the two arrays, and the number of threads as a std::size_t
};

// What exercise.json calls them.
inline constexpr std::array signature_names = std::to_array<std::pair<Signature, std::string_view>>(
    {{Signature::sum, "sum"}, {Signature::sum_with_threads, "sum_with_threads"}});

}  // namespace reductions
