// The fused loop of one thread over its share: what many variants do in their threads. variants/article/fused_loop.cpp
// is about this loop; the others are about who runs it, and how the partial sums meet.
#pragma once

#include <cstddef>

#include "ssd/element.hpp"

namespace ssd {

// Σ (a[i] - b[i])², one value at a time, for views of the same length.
template <Element T>
constexpr Wrapping<T> fused_sum(View<T> a, View<T> b) {
    Wrapping<T> sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i) sum += squared_difference(a[i], b[i]);
    return sum;
}

}  // namespace ssd
