// Sums added up as a tree: an order of additions that depends on their number alone.
#pragma once

#include <cstddef>
#include <span>

namespace ssd {

// The upper half is added to the lower half until one sum is left: log2(n) roundings a number at most, and each step
// runs at the width of the registers. The numbers are used up. None gives 0.
template <typename Number>
[[gnu::always_inline]] constexpr Number sum_of_tree(std::span<Number> sums) {
    for (std::size_t count = sums.size(); count > 1; count = (count + 1) / 2) {
        const std::size_t lower = (count + 1) / 2;
        for (std::size_t i = 0; i < count / 2; ++i) sums[i] += sums[lower + i];
    }
    return sums.empty() ? Number{0} : sums[0];
}

}  // namespace ssd
