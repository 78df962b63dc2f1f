// Sums added up as a tree: an order of additions that depends on their number alone.
#pragma once

#include <cstddef>
#include <span>

namespace ssd {

// Neighbours are added to each other until one sum is left, so a number meets log2(n) roundings at most. The sums are
// used up. None gives 0.
template <typename Number>
Number sum_of_tree(std::span<Number> sums) {
    for (std::size_t count = sums.size(); count > 1; count = (count + 1) / 2) {
        for (std::size_t i = 0; i < count / 2; ++i) sums[i] = sums[2 * i] + sums[2 * i + 1];
        if (count % 2 == 1) sums[count / 2] = sums[count - 1];
    }
    return sums.empty() ? Number{0} : sums[0];
}

}  // namespace ssd
