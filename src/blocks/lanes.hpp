// Several sums side by side, in lanes. One instruction adds a whole register of numbers, and no addition has to wait
// for the one before it.
//
// All of this is inlined into its caller, and so compiled for the caller's instruction set
// (blocks/widest_registers.hpp).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <type_traits>

#include "blocks/fused_sum.hpp"
#include "blocks/vector.hpp"
#include "contract/element.hpp"

namespace reductions {

// Few machines can widen a register of numbers that may be negative. An int32's square may be negative, because it
// wraps around. So we add 2^31 to each square, which leaves none negative, and later subtract as much from the sum.
template <Element T>
inline constexpr std::uint64_t raised_by = sizeof(T) < sizeof(Wrapping<T>) ? std::uint64_t{1} << 31 : 0;

// `count` sums. Each step adds `count` squares, one to each sum. The sums are two halves, which again are two halves,
// down to one register of elements. So the bits of a float result do not depend on the width of the registers.
template <Element T, std::size_t width, std::size_t count>
struct Lanes {
    Lanes<T, width, count / 2> lower;
    Lanes<T, width, count / 2> upper;

    // Adds (a[i] - b[i])² for i < count.
    [[gnu::always_inline]] void add_squares(const T* a, const T* b) {
        lower.add_squares(a, b);
        upper.add_squares(a + count / 2, b + count / 2);
    }
    [[gnu::always_inline]] void add(const Lanes& other) {
        lower.add(other.lower);
        upper.add(other.upper);
    }
    // Overwrites the sums.
    [[gnu::always_inline]] Wrapping<T> total() {
        lower.add(upper);
        return lower.total();
    }
};

// The sums for one register of elements: one register of sums, or two for int32, because its squares are widened.
template <Element T, std::size_t width, std::size_t count>
requires(count * sizeof(T) == width) struct Lanes<T, width, count> {
    static constexpr std::size_t registers = count * sizeof(Wrapping<T>) / width;
    std::array<Vector<Wrapping<T>, count / registers>, registers> sums{};

    [[gnu::always_inline]] void add_squares(const T* a, const T* b) {
        Vector<WrappingElement<T>, count> squares;
        Vector<WrappingElement<T>, count> subtracted;
        std::memcpy(&squares, a, width);
        std::memcpy(&subtracted, b, width);
        squares -= subtracted;
        squares *= squares;
        if constexpr (registers == 1) {
            sums[0] += squares;
        } else {
            const Vector<std::uint32_t, count> raised = squares ^ static_cast<std::uint32_t>(raised_by<T>);
            Vector<std::uint64_t, count / 2> pairs;
            std::memcpy(&pairs, &raised, width);
            sums[0] += pairs & 0xFFFF'FFFF;
            sums[1] += pairs >> 32;
        }
    }
    [[gnu::always_inline]] void add(const Lanes& other) {
        for (std::size_t i = 0; i < registers; ++i) sums[i] += other.sums[i];
    }
    [[gnu::always_inline]] Wrapping<T> total() {
        if constexpr (registers == 2) sums[0] += sums[1];
        return sum_of_halves<Wrapping<T>, count / registers>(sums[0]);
    }
};

// 256 bytes of lanes fill four AVX-512 registers, eight AVX2 registers, or sixteen SSE2 or NEON registers.
inline constexpr std::size_t bytes_of_sums = 256;
template <Element T>
inline constexpr std::size_t lanes = bytes_of_sums / sizeof(Wrapping<T>);

// Σ (a[i] - b[i])² for views of the same length, with registers of `width` bytes. It adds groups that fill all lanes,
// and the elements that are left one by one.
template <std::size_t width, Element T>
[[gnu::always_inline]] inline Wrapping<T> sum_in_lanes(View<T> a, View<T> b) {
    constexpr std::size_t group = lanes<T>;
    Lanes<T, width, group> sums;
    std::size_t i = 0;
    for (; i + group <= a.size(); i += group) sums.add_squares(&a[i], &b[i]);
    Wrapping<T> total = sums.total();
    if constexpr (raised_by<T> != 0) total -= raised_by<T> * i;
    return total + fused_sum(a.subspan(i), b.subspan(i));
}

}  // namespace reductions
