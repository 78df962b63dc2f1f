// The one to copy: as fast as this machine reads, from a few elements to more than memory caches hold, and the same
// bits everywhere.
//
// The arrays are cut into slices whose length depends on the arrays' alone; each slice is summed in lanes, and the
// slices' sums are added up as a tree. So the order of additions does not depend on who sums which slice, nor on the
// width of the registers, and there are several ways to the same bits. Small arrays are one slice, summed by one
// thread, as a team costs more than it brings. Whether a team had better prefetch large ones depends on the machine and
// on the size, and is found out while the program runs. What each part buys is shown by its own variant in this
// chapter.
#include "blocks/no_contraction.hpp"

#include <omp.h>

#include <algorithm>
#include <array>
#include <bit>
#include <concepts>
#include <cstdint>
#include <span>

#include "blocks/chunks.hpp"
#include "blocks/lanes.hpp"
#include "blocks/tree_sum.hpp"
#include "blocks/trial.hpp"
#include "blocks/widest_registers.hpp"
#include "contract/threads.hpp"
#include "contract/variant.hpp"

namespace reductions::at_the_limit {

constexpr std::size_t most_slices = 1024;
// Bytes of one array:
template <Element T>
constexpr std::size_t smallest_from_l2 = std::same_as<T, std::int32_t> ? 40'960 : 32'768;  // L1 holds 24'576 of each
constexpr std::size_t largest_from_l2 = 196'608;  // beyond, elements of 8 bytes gain nothing
constexpr std::size_t shortest_slice = 131'072;
constexpr std::size_t crossover = 262'144;              // from here on a team; see one_thread_if_small.cpp
constexpr std::size_t smallest_prefetched = 1'572'864;  // more than two cores' own caches hold
constexpr std::size_t largest_favoured = 16'777'216;    // what the last cache holds, from where prefetching is safer
constexpr std::size_t ahead = 1024;

// Slices of equal length, but for the last. Their number is a power of two or a little less, which suits most numbers
// of threads; their length is a whole number of groups of lanes.
template <Element T>
struct Slices {
    View<T> a;
    View<T> b;
    std::size_t wanted = std::min(std::bit_floor(a.size_bytes() / shortest_slice), most_slices);
    std::size_t length = (a.size() / wanted / lanes<T> + 1) * lanes<T>;
    std::size_t count = (a.size() + length - 1) / length;
};

// Sums the slices from `first` to before `last`.
template <std::size_t prefetched, Element T>
void sum_slices(const Slices<T>& slices, std::size_t first, std::size_t last, Wrapping<T>* sums) {
    with_widest_registers([&](auto width) __attribute__((always_inline)) {
        for (std::size_t slice = first; slice < last; ++slice) {
            const std::size_t begin = slice * slices.length;
            const std::size_t length = std::min(slices.length, slices.a.size() - begin);
            sums[slice] = sum_in_lanes<width, prefetched>(
                slices.a.subspan(begin, length), slices.b.subspan(begin, length), slices.a.size() - begin - length);
        }
    });
}

// Sums all slices. Each thread has a trial of its own, if there are any: it also matters where its slices' pages lie.
template <Element T>
void sum_slices_by_a_team(const Slices<T>& slices, Wrapping<T>* sums, std::span<Trial> trials) {
#pragma omp parallel
    {
        const auto thread = static_cast<std::size_t>(omp_get_thread_num());
        const Chunks shares{slices.count, static_cast<std::size_t>(omp_get_num_threads())};
        const std::size_t first = shares[thread].begin;
        const std::size_t last = first + shares[thread].length;
        std::array<Wrapping<T>, most_slices> own;  // no line of the cache is written to by two threads meanwhile
        const auto sum_own = [&](std::size_t way) {
            if (way == 0) sum_slices<0>(slices, first, last, own.data());
            if (way == 1) sum_slices<ahead>(slices, first, last, own.data());
        };
        if (trials.empty()) {
            sum_own(0);
        } else {
            trials[thread](slices.a.size_bytes() <= largest_favoured ? 1 : 0, sum_own);
        }
        std::copy(own.data() + first, own.data() + last, sums + first);
    }
}

// In a function of its own, whose frame small arrays need not pay for.
template <Element T>
[[gnu::noinline]] Wrapping<T> sum_in_slices(View<T> a, View<T> b) {
    const Slices<T> slices{a, b};
    std::array<Wrapping<T>, most_slices> sums;
    if (a.size_bytes() < smallest_prefetched) {
        sum_slices_by_a_team(slices, sums.data(), {});
    } else {
        static thread_local Trials trials;
        sum_slices_by_a_team(slices, sums.data(), trials(a.size_bytes(), thread_count()));
    }
    return sum_of_tree(std::span<Wrapping<T>>{sums.data(), slices.count});
}

// One slice, by one thread. Two things are quicker where the arrays come from L2: to load half a line of the cache at a
// time, but for int32, which takes more instructions an element; and a shorter loop, over fewer lanes, which integers
// may have, since they may be added in any order.
template <Element T>
Wrapping<T> sum_alone(View<T> a, View<T> b) {
    return with_widest_registers(
        [](auto width, View<T> x, View<T> y) __attribute__((always_inline)) {
            constexpr std::size_t half_a_line = 32;
            if constexpr (width > half_a_line) {
                const std::size_t bytes = x.size_bytes();
                if (bytes >= smallest_from_l2<T> && bytes < largest_from_l2) {
                    constexpr std::size_t registers = std::same_as<T, std::int64_t> ? half_a_line : width;
                    constexpr std::size_t loaded = std::same_as<T, std::int32_t> ? width : half_a_line;
                    constexpr std::size_t sums = std::integral<T> ? bytes_of_sums / 2 : bytes_of_sums;
                    return sum_in_lanes<registers, 0, loaded, sums>(x, y);
                }
            }
            return sum_in_lanes<width, 0>(x, y);
        },
        a, b);
}

template <Element T>
Sum<T> at_the_limit(View<T> a, View<T> b) {
    return static_cast<Sum<T>>(a.size_bytes() < crossover ? sum_alone(a, b) : sum_in_slices(a, b));
}

extern const Entry entry = {
    .shows = "The best of this chapter in one: as fast as the machine reads, and the same bits everywhere.",
    .computation = [](auto a, auto b) { return at_the_limit(a, b); },
};

}  // namespace reductions::at_the_limit
