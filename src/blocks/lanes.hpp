// Several sums side by side, in lanes. One instruction adds a whole register of numbers, and no addition has to wait
// for the one before it.
//
// All of this is inlined into its caller, and so compiled for the caller's instruction set
// (blocks/widest_registers.hpp).
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <type_traits>

#include "blocks/fused_sum.hpp"
#include "blocks/vector.hpp"
#include "contract/element.hpp"

namespace reductions {

// The squared differences of as many elements as a register of `width` bytes holds.
template <Element T, std::size_t width>
struct Squares {
    static constexpr std::size_t count = width / sizeof(T);
    Vector<WrappingElement<T>, count> numbers;

    [[gnu::always_inline]] Squares(const T* a, const T* b) {
        Vector<WrappingElement<T>, count> subtracted;
        std::memcpy(&numbers, a, width);
        std::memcpy(&subtracted, b, width);
        numbers -= subtracted;
        numbers *= numbers;
    }
    // With 0 in place of each square whose `kept` is 0.
    template <typename Kept>
    [[gnu::always_inline]] Squares(const T* a, const T* b, const Kept* kept) : Squares{a, b} {
        Vector<Kept, count> mask;
        std::memcpy(&mask, kept, width);
        numbers = mask != 0 ? numbers : Vector<WrappingElement<T>, count>{};
    }
};

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

    // Adds (a[i] - b[i])² for i < count. If `kept` is given, adds only those where kept[i] is not 0.
    [[gnu::always_inline]] void add_squares(const T* a, const T* b, const auto*... kept) {
        lower.add_squares(a, b, kept...);
        upper.add_squares(a + count / 2, b + count / 2, (kept + count / 2)...);
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
    // The first `part` sums: a half, a quarter, and so on, down to one register.
    template <std::size_t part>
    [[gnu::always_inline]] auto& first() {
        if constexpr (part == count) {
            return *this;
        } else {
            return lower.template first<part>();
        }
    }
};

// The sums for one register of elements: one register of sums, or two for int32, because its squares are widened.
template <Element T, std::size_t width, std::size_t count>
requires(count * sizeof(T) == width) struct Lanes<T, width, count> {
    static constexpr std::size_t registers = count * sizeof(Wrapping<T>) / width;
    std::array<Vector<Wrapping<T>, count / registers>, registers> sums{};

    [[gnu::always_inline]] void add_squares(const T* a, const T* b, const auto*... kept) {
        const Squares<T, width> squares{a, b, kept...};
        if constexpr (registers == 1) {
            sums[0] += squares.numbers;
        } else {
            const Vector<std::uint32_t, count> raised = squares.numbers ^ static_cast<std::uint32_t>(raised_by<T>);
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
    template <std::size_t>
    [[gnu::always_inline]] auto& first() {
        return *this;
    }
};

// 256 bytes of lanes fill four AVX-512 registers, eight AVX2 registers, or sixteen SSE2 or NEON registers.
inline constexpr std::size_t bytes_of_sums = 256;
template <Element T>
inline constexpr std::size_t lanes = bytes_of_sums / sizeof(Wrapping<T>);

// The tail is processed one cache line, 64 bytes, at a time.
template <Element T>
inline constexpr std::size_t elements_of_a_line = 64 / sizeof(T);

// The mask that begins at none_then_all<T>[k] keeps the last k elements of a cache line.
template <Element T>
inline constexpr auto none_then_all = [] {
    using Kept = std::conditional_t<sizeof(T) == 8, std::int64_t, std::int32_t>;
    std::array<Kept, 2 * elements_of_a_line<T>> kept{};
    std::fill(kept.begin() + elements_of_a_line<T>, kept.end(), Kept{1});
    return kept;
}();

// Σ (a[i] - b[i])² for views of the same length, with registers of `width` bytes. It adds groups that fill all lanes,
// then single cache lines. The last cache line reaches back to elements that have already been added, and leaves those
// out.
template <std::size_t width, Element T>
[[gnu::always_inline]] inline Wrapping<T> sum_in_lanes(View<T> a, View<T> b) {
    constexpr std::size_t group = lanes<T>;
    constexpr std::size_t line = elements_of_a_line<T>;
    const std::size_t size = a.size();
    if (size < line) return fused_sum(a, b);
    Lanes<T, width, group> sums;
    std::size_t i = 0;
    for (; i + group <= size; i += group) sums.add_squares(&a[i], &b[i]);
    for (; i + line <= size; i += line) sums.template first<line>().add_squares(&a[i], &b[i]);
    if (i < size) {
        const std::size_t begin = size - line;
        sums.template first<line>().add_squares(&a[begin], &b[begin], &none_then_all<T>[size - i]);
    }
    Wrapping<T> total = sums.total();
    if constexpr (raised_by<T> != 0) total -= raised_by<T> * ((size + line - 1) / line * line);
    return total;
}

}  // namespace reductions
