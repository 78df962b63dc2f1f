// A register's worth of numbers, in ordinary C++ expressions.
#pragma once

#include <array>
#include <cstddef>
#include <cstring>
#include <utility>

namespace ssd {

// `count` numbers side by side, a power of two of them, whose operators work on all at once. Both compilers have it
// ("Vector Extensions" in GCC's manual). What registers there are decides how a vector is passed by value; so functions
// take it by reference.
template <typename Number, std::size_t count>
struct VectorOf {
    using Type [[gnu::vector_size(count * sizeof(Number))]] = Number;
};
template <typename Number, std::size_t count>
using Vector = typename VectorOf<Number, count>::Type;

// Puts two vectors side by side into one of twice as many numbers.
template <std::size_t count, typename Half, typename Whole>
[[gnu::always_inline]] inline void join(const Half& lower, const Half& upper, Whole& whole) {
    [&]<std::size_t... i>(std::index_sequence<i...>) __attribute__((always_inline)) {
        whole = __builtin_shufflevector(lower, upper, i...);
    }
    (std::make_index_sequence<count>{});
}

// The sum of a vector's numbers: the upper half of them is added to the lower one, until one is left.
template <typename Number, std::size_t count, typename Numbers>
[[gnu::always_inline]] inline Number sum_of_halves(const Numbers& numbers) {
    if constexpr (count == 1) {
        return numbers[0];
    } else {
        std::array<Vector<Number, count / 2>, 2> halves;
        static_assert(sizeof halves == sizeof numbers);
        std::memcpy(&halves, &numbers, sizeof halves);
        halves[0] += halves[1];
        return sum_of_halves<Number, count / 2>(halves[0]);
    }
}

}  // namespace ssd
