// The lengths of the arrays on which at_the_limit is tested.
#pragma once

#include <concepts>
#include <cstddef>
#include <vector>

namespace reductions::testing {

// One row, several rows, a block, several blocks for one thread, and blocks for a team. Odd lengths have a tail.
inline constexpr std::size_t sizes[] = {1, 8, 101, 1'000, 16'896, 30'011, 100'003};
inline constexpr std::size_t more_than_one_thread = 100'003;

// Numbers whose sum depends on the order of the additions.
template <std::floating_point T>
std::vector<T> inexact(std::size_t size) {
    std::vector<T> x(size);
    for (std::size_t i = 0; i < size; ++i) x[i] = T{1} / static_cast<T>(i + 1);
    return x;
}

}  // namespace reductions::testing
