// Adds sums as a tree: the order of the additions depends only on how many sums there are.
#pragma once

#include <cstddef>
#include <span>

namespace reductions {

// Adds neighbours to each other until one sum is left, so a number passes through at most log2(n) roundings, rounded
// up. Overwrites the sums. Returns 0 if there are none. Inlined, and so compiled for the caller's instruction set.
template <typename Number>
[[gnu::always_inline]] inline Number sum_of_tree(std::span<Number> sums) {
    for (std::size_t count = sums.size(); count > 1; count = (count + 1) / 2) {
        for (std::size_t i = 0; i < count / 2; ++i) sums[i] = sums[2 * i] + sums[2 * i + 1];
        if (count % 2 == 1) sums[count / 2] = sums[count - 1];
    }
    return sums.empty() ? Number{0} : sums[0];
}

}  // namespace reductions
