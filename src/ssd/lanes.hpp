// Sums kept side by side, so that a register holds many of them and an addition need not wait for the one before it.
#pragma once

#include <array>
#include <cstddef>

#include "ssd/element.hpp"
#include "ssd/fused_sum.hpp"

namespace ssd {

// How many: 256 bytes of sums are four registers of AVX-512, eight of AVX2, sixteen of SSE2 or NEON. Element i of a
// group goes to lane i, whatever the registers' width, so that a float's bits do not depend on it.
template <Element T>
inline constexpr std::size_t lanes = 256 / sizeof(Wrapping<T>);

// Asks for the elements of one group of lanes to be fetched into the cache. A line of it is 64 bytes.
template <Element T>
[[gnu::always_inline]] inline void prefetch_lanes(const T* elements) {
    for (std::size_t i = 0; i < lanes<T>; i += 64 / sizeof(T)) __builtin_prefetch(elements + i);
}

// Adds the squared differences of elements i, i + 1, ... to as many sums.
template <Element T, std::size_t count>
[[gnu::always_inline]] inline void add_group(std::array<Wrapping<T>, count>& sums, View<T> a, View<T> b,
                                             std::size_t i) {
#pragma omp simd
    for (std::size_t j = 0; j < count; ++j) sums[j] += squared_difference(a[i + j], b[i + j]);
}

// The sum of the first `count` of the sums, a power of two: their upper half is added to the lower one until one is
// left.
template <std::size_t count, typename Sums>
[[gnu::always_inline]] inline auto sum_of_first(Sums& sums) {
    if constexpr (count == 1) {
        return sums[0];
    } else {
        for (std::size_t j = 0; j < count / 2; ++j) sums[j] += sums[j + count / 2];
        return sum_of_first<count / 2>(sums);
    }
}

// Σ (a[i] - b[i])², for views of the same length: in groups as long as they fill the lanes, then in groups a quarter as
// long, of which the last reaches back to elements that have been added already, and leaves them out. If `ahead` is not
// 0, what lies that many bytes ahead is prefetched, up to the end of the arrays that the views are parts of, which have
// `following` more elements. The function is inlined into its caller, for whose instruction set it is then compiled
// (ssd/widest_registers.hpp).
template <std::size_t ahead, Element T>
[[gnu::always_inline]] inline Wrapping<T> sum_in_lanes(View<T> a, View<T> b, std::size_t following = 0) {
    constexpr std::size_t quarter = lanes<T> / 4;
    const std::size_t size = a.size();
    if (size < quarter) return fused_sum(a, b);
    std::array<Wrapping<T>, lanes<T>> sums{};
    std::array<Wrapping<T>, quarter> rest{};
    std::size_t i = 0;
    if constexpr (ahead > 0) {
        constexpr std::size_t distance = ahead / sizeof(T);
        for (; i + lanes<T> <= size && i + lanes<T> + distance <= size + following; i += lanes<T>) {
            prefetch_lanes(a.data() + i + distance);
            prefetch_lanes(b.data() + i + distance);
            add_group(sums, a, b, i);
        }
    }
    for (; i + lanes<T> <= size; i += lanes<T>) add_group(sums, a, b, i);
    for (; i + quarter <= size; i += quarter) add_group(rest, a, b, i);
    const std::size_t begin = size - quarter;
    const std::size_t added = i - begin;
#pragma omp simd
    for (std::size_t j = 0; j < quarter; ++j) {
        const Wrapping<T> square = squared_difference(a[begin + j], b[begin + j]);
        sums[j] += rest[j] + (j < added ? Wrapping<T>{0} : square);
    }
    return sum_of_first<lanes<T>>(sums);
}

}  // namespace ssd
