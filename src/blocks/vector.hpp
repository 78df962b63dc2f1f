// A register's worth of numbers, in ordinary C++ expressions.
#pragma once

#include <array>
#include <cstddef>
#include <cstring>

namespace reductions {

// `count` numbers side by side, a power of two, with operators that work on all of them at once. g++ and clang++ both
// support this ("Vector Extensions" in GCC's manual). How a vector is passed by value depends on the available
// registers, so functions take vectors by reference.
template <typename Number, std::size_t count>
struct VectorOf {
    using Type [[gnu::vector_size(count * sizeof(Number))]] = Number;
};
template <typename Number, std::size_t count>
using Vector = typename VectorOf<Number, count>::Type;

// The sum of a vector's numbers. It adds the upper half to the lower half until one number is left.
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

}  // namespace reductions
