// What is computed: sum((a[i] - b[i])²) over two arrays of one of four element types. docs/glossary.md explains View,
// Element, Sum and Wrapping.
//
// Integers wrap around, as NumPy's do. Signed overflow is undefined behaviour in C++, so the arithmetic is unsigned.
// Unsigned arithmetic wraps around by definition ([basic.fundamental]/2), and the conversion back to signed is defined
// since C++20 ([conv.integral]/3). A floating-point result depends only on the order of the additions, provided that
// the compiler does not fuse a multiplication and an addition into one operation (-ffp-contract=off).
#pragma once

// g++ says whether arithmetic follows IEEE 754: __GCC_IEC_559. clang++ does not, so we test for the options that change
// most.
#if defined(__FAST_MATH__) || __FINITE_MATH_ONLY__ || __FLT_EVAL_METHOD__ || (defined(__GCC_IEC_559) && !__GCC_IEC_559)
#error "floats must follow IEEE 754: compile without options such as -ffast-math, -Ofast or -mfpmath=387"
#endif

#include <concepts>
#include <cstdint>
#include <span>
#include <type_traits>

namespace reductions {

// The element types of an array.
template <typename T>
concept Element =
    std::same_as<T, std::int64_t> || std::same_as<T, std::int32_t> || std::same_as<T, double> || std::same_as<T, float>;

// One array as a variant sees it: contiguous and read-only. It is aligned for its elements, and nothing more is
// promised.
template <Element T>
using View = std::span<const T>;

// The type of the answer, as numpy.sum chooses it: int64 for integers, T itself for floats.
template <Element T>
using Sum = std::conditional_t<std::integral<T>, std::int64_t, T>;

// The type in which terms are added: unsigned for integers, so that wrapping around is defined; T itself for floats.
template <Element T>
using Wrapping = std::conditional_t<std::integral<T>, std::uint64_t, T>;

// The type for differences and squares, as wide as T: unsigned for integers, T itself for floats.
template <Element T>
using WrappingElement =
    typename std::conditional_t<std::integral<T>, std::make_unsigned<T>, std::type_identity<T>>::type;

// x - y as NumPy computes it: in the array's own type, wrapping around.
template <Element T>
constexpr T difference(T x, T y) {
    return static_cast<T>(static_cast<WrappingElement<T>>(x) - static_cast<WrappingElement<T>>(y));
}

// (x - y)² as NumPy computes it: difference and square in the array's own type, wrapping around. The square is then
// widened for the sum.
template <Element T>
constexpr Wrapping<T> squared_difference(T x, T y) {
    const auto root = static_cast<WrappingElement<T>>(difference(x, y));
    return static_cast<Wrapping<T>>(Sum<T>{static_cast<T>(root * root)});
}

}  // namespace reductions
