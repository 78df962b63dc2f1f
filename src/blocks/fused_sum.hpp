// The fused loop of one thread over its share of the arrays. Many variants run it in each of their threads.
// variants/article/fused_loop.cpp is about this loop itself. The others are about who runs it, and how the partial sums
// are combined.
#pragma once

#include <cstddef>

#include "contract/element.hpp"

namespace reductions {

// Σ (a[i] - b[i])², one element at a time, for views of the same length.
template <Element T>
constexpr Wrapping<T> fused_sum(View<T> a, View<T> b) {
    Wrapping<T> sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i) sum += squared_difference(a[i], b[i]);
    return sum;
}

}  // namespace reductions
