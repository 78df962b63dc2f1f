// What is computed: sum((a[i] - b[i])²) over two arrays of one of four element types.
//
// Integers wrap around as NumPy's do. Signed overflow is undefined behaviour in C++, so the arithmetic is unsigned,
// where wrapping is defined ([basic.fundamental]/2); the conversion back to signed is defined since C++20
// ([conv.integral]/3). A floating-point result depends on the order of the additions and on nothing else, as long as
// the compiler may not contract a multiplication and an addition into one (-ffp-contract=off).
#pragma once

// g++ has a word for arithmetic as IEEE 754 says; of clang++ we can ask for the options that change most.
#if defined(__FAST_MATH__) || __FINITE_MATH_ONLY__ || __FLT_EVAL_METHOD__ || (defined(__GCC_IEC_559) && !__GCC_IEC_559)
#error "floats must follow IEEE 754: compile without options such as -ffast-math, -Ofast or -mfpmath=387"
#endif

#include <concepts>
#include <cstdint>
#include <span>
#include <type_traits>

namespace ssd {

// The types an array may have.
template <typename T>
concept Element =
    std::same_as<T, std::int64_t> || std::same_as<T, std::int32_t> || std::same_as<T, double> || std::same_as<T, float>;

// One array as a variant sees it: contiguous, read-only, aligned to its elements and to nothing more.
template <Element T>
using View = std::span<const T>;

// The type of the answer, as numpy.sum chooses it: int64 for integers, the array's own type for floats.
template <Element T>
using Sum = std::conditional_t<std::integral<T>, std::int64_t, T>;

// The type to add up in: unsigned for integers, so that wrapping around is defined; T itself for floats.
template <Element T>
using Wrapping = std::conditional_t<std::integral<T>, std::uint64_t, T>;

// The type for differences and squares, of T's own width: unsigned for integers; T itself for floats.
template <Element T>
using WrappingElement =
    typename std::conditional_t<std::integral<T>, std::make_unsigned<T>, std::type_identity<T>>::type;

// x - y as NumPy computes it: in the array's own type, wrapping.
template <Element T>
constexpr T difference(T x, T y) {
    return static_cast<T>(static_cast<WrappingElement<T>>(x) - static_cast<WrappingElement<T>>(y));
}

// (x - y)² as NumPy computes it: difference and square in the array's own type, wrapping; then widened to be added.
template <Element T>
constexpr Wrapping<T> squared_difference(T x, T y) {
    const auto root = static_cast<WrappingElement<T>>(difference(x, y));
    return static_cast<Wrapping<T>>(Sum<T>{static_cast<T>(root * root)});
}

}  // namespace ssd
