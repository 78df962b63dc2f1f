// Sums kept side by side, in lanes: one addition adds a register of numbers, and need not wait for the one before it.
//
// All of this is inlined into its caller, for whose instruction set it is then compiled (ssd/widest_registers.hpp).
#pragma once

#include <algorithm>
#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <type_traits>

#include "ssd/element.hpp"
#include "ssd/fused_sum.hpp"
#include "ssd/vector.hpp"

namespace ssd {

// The differences of as many elements as a register of `width` bytes holds, of which at most `loaded` are loaded by one
// instruction.
template <Element T, std::size_t width, std::size_t loaded>
struct Differences {
    static constexpr std::size_t count = width / sizeof(T);
    Vector<WrappingElement<T>, count> numbers;

    [[gnu::always_inline]] Differences(const T* a, const T* b) {
        if constexpr (width > loaded) {
            const Differences<T, width / 2, loaded> lower{a, b};
            const Differences<T, width / 2, loaded> upper{a + count / 2, b + count / 2};
            join<count>(lower.numbers, upper.numbers, numbers);
            // Half lines are loaded where their order matters; a compiler that changes it costs a twentieth.
            std::atomic_signal_fence(std::memory_order_acq_rel);
        } else {
            Vector<WrappingElement<T>, count> subtracted;
            std::memcpy(&numbers, a, width);
            std::memcpy(&subtracted, b, width);
            numbers -= subtracted;
        }
    }
};

// Their squares.
template <Element T, std::size_t width, std::size_t loaded>
struct Squares {
    static constexpr std::size_t count = width / sizeof(T);
    Vector<WrappingElement<T>, count> numbers;

    [[gnu::always_inline]] Squares(const T* a, const T* b) {
        const Differences<T, width, loaded> differences{a, b};
        numbers = differences.numbers * differences.numbers;
    }
    // 0 in place of those where `kept` is 0.
    template <typename Kept>
    [[gnu::always_inline]] Squares(const T* a, const T* b, const Kept* kept) : Squares{a, b} {
        Vector<Kept, count> mask;
        std::memcpy(&mask, kept, width);
        numbers = mask != 0 ? numbers : Vector<WrappingElement<T>, count>{};
    }
};

// Few machines can widen a register of numbers that may be below 0, as an int32's square may, since it wraps. So 2^31
// is added to each, which leaves none below 0, and taken off the sum.
template <Element T>
inline constexpr std::uint64_t raised_by = sizeof(T) < sizeof(Wrapping<T>) ? std::uint64_t{1} << 31 : 0;

// Sums to which `count` squares are added at a time, each to one of its own: two halves, and so on down to one register
// of elements. So no float's bits depend on the registers' width.
template <Element T, std::size_t width, std::size_t loaded, std::size_t count>
struct Lanes {
    Lanes<T, width, loaded, count / 2> lower;
    Lanes<T, width, loaded, count / 2> upper;

    // Adds (a[i] - b[i])² for i < count; where `kept` is given, those alone where kept[i] is not 0.
    [[gnu::always_inline]] void add_squares(const T* a, const T* b, const auto*... kept) {
        lower.add_squares(a, b, kept...);
        upper.add_squares(a + count / 2, b + count / 2, (kept + count / 2)...);
    }
    [[gnu::always_inline]] void add(const Lanes& other) {
        lower.add(other.lower);
        upper.add(other.upper);
    }
    // Uses the sums up.
    [[gnu::always_inline]] Wrapping<T> total() {
        lower.add(upper);
        return lower.total();
    }
    // The first `part` sums: a half, a quarter, and so on, as far as a register.
    template <std::size_t part>
    [[gnu::always_inline]] auto& first() {
        if constexpr (part == count) {
            return *this;
        } else {
            return lower.template first<part>();
        }
    }
};

// The sums of one register of elements: one register of them; for int32, whose squares are widened, two.
template <Element T, std::size_t width, std::size_t loaded, std::size_t count>
requires(count * sizeof(T) == width) struct Lanes<T, width, loaded, count> {
    static constexpr std::size_t registers = count * sizeof(Wrapping<T>) / width;
    std::array<Vector<Wrapping<T>, count / registers>, registers> sums{};

    [[gnu::always_inline]] void add_squares(const T* a, const T* b, const auto*... kept) {
        const Squares<T, width, loaded> squares{a, b, kept...};
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

// How many lanes: 256 bytes of sums are four registers of AVX-512, eight of AVX2, sixteen of SSE2 or NEON.
inline constexpr std::size_t bytes_of_sums = 256;
template <Element T>
inline constexpr std::size_t lanes = bytes_of_sums / sizeof(Wrapping<T>);

// A line of the cache has 64 bytes. So many elements are the rest of an array cut into.
template <Element T>
inline constexpr std::size_t elements_of_a_line = 64 / sizeof(T);

// From none_then_all<T>[k] on lies a mask for a line that keeps the last k elements of it, for any k.
template <Element T>
inline constexpr auto none_then_all = [] {
    using Kept = std::conditional_t<sizeof(T) == 8, std::int64_t, std::int32_t>;
    std::array<Kept, 2 * elements_of_a_line<T>> kept{};
    std::fill(kept.begin() + elements_of_a_line<T>, kept.end(), Kept{1});
    return kept;
}();

// Asks for `count` elements to be fetched into the cache.
template <std::size_t count, Element T>
[[gnu::always_inline]] inline void prefetch(const T* elements) {
    for (std::size_t i = 0; i < count; i += elements_of_a_line<T>) __builtin_prefetch(elements + i);
}

// Σ (a[i] - b[i])², for views of the same length, with registers of `width` bytes: in groups as long as they fill the
// lanes, then in lines, of which the last reaches back to elements that have been added already, and leaves them out.
// If `ahead` is not 0, what lies that many bytes ahead is prefetched, up to the end of the arrays that the views are
// parts of, which have `following` more elements. At most `loaded` bytes are loaded by one instruction, and the lanes
// are `bytes` bytes of sums; floats' bits depend on that alone.
template <std::size_t width, std::size_t ahead, std::size_t loaded = width, std::size_t bytes = bytes_of_sums,
          Element T>
[[gnu::always_inline]] inline Wrapping<T> sum_in_lanes(View<T> a, View<T> b, std::size_t following = 0) {
    constexpr std::size_t group = bytes / sizeof(Wrapping<T>);
    constexpr std::size_t line = elements_of_a_line<T>;
    const std::size_t size = a.size();
    if (size < line) return fused_sum(a, b);
    Lanes<T, width, loaded, group> sums;
    std::size_t i = 0;
    if constexpr (ahead > 0) {
        constexpr std::size_t distance = ahead / sizeof(T);
        for (; i + group <= size && i + group + distance <= size + following; i += group) {
            prefetch<group>(a.data() + i + distance);
            prefetch<group>(b.data() + i + distance);
            sums.add_squares(&a[i], &b[i]);
        }
    }
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

}  // namespace ssd
