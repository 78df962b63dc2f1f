// WRONG ON PURPOSE: a total of 32 bits.
//
// There is no data race, and yet this is the most common silent error in reductions: the accumulator is too narrow. The
// article's sum, 359999964, fits. With ten times as many elements it does not, and the sum wraps around. (This is why
// NumPy adds int32 in int64.) For double the total is a float. It does not wrap around. It stops growing once a term is
// smaller than half a unit in its last place.
#include <concepts>
#include <cstdint>
#include <type_traits>

#include "contract/variant.hpp"

namespace reductions::narrow_accumulator {

template <Element T>
using Narrow = std::conditional_t<std::integral<T>, std::uint32_t, float>;

template <Element T>
Sum<T> narrow_accumulator(View<T> a, View<T> b) {
    Narrow<T> total = 0;
#pragma omp parallel for reduction(+ : total)
    for (std::size_t i = 0; i < a.size(); ++i) total += static_cast<Narrow<T>>(squared_difference(a[i], b[i]));
    if constexpr (std::integral<T>) {
        return static_cast<std::int32_t>(total);
    } else {
        return total;
    }
}

extern const Entry entry = {
    .shows = "A total of 32 bits: right on the article's arrays, wrong as soon as it overflows.",
    .misconception = "A total that is wide enough for the test data is wide enough.",
    .expectation = Expectation::lossy,
    .computation = [](auto a, auto b) { return narrow_accumulator(a, b); },
};

}  // namespace reductions::narrow_accumulator
