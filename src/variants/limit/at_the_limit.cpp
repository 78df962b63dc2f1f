// The variant to copy: close to the machine's read speed at most sizes, and the same bits everywhere.
//
// In the table of docs/limit.md it reaches 91 % of the read speed or more, with 1,000 to 100,000,000 elements, except
// for int32 with 1,000 elements: 62 %. The arrays are cut into slices whose length depends only on the length of the
// arrays. Each slice is summed in lanes, and the sums of the slices are added as a tree. So the order of the additions
// does not depend on which thread sums which slice, or on the width of the registers. A small array is one slice,
// summed by one thread, because a thread team costs more than it gains. Whether a team should prefetch large arrays
// depends on the machine and on the size, so blocks/trial.hpp tries both at run time. The other variants of this
// chapter show what each part gains.
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
// Bytes of one array; L1 holds 24'576 bytes of each.
template <Element T>
constexpr std::size_t smallest_from_l2 = std::same_as<T, std::int32_t> ? 40'960 : 32'768;
constexpr std::size_t largest_from_l2 = 196'608;  // above this, elements of 8 bytes gain nothing
constexpr std::size_t shortest_slice = 131'072;
constexpr std::size_t crossover = 262'144;              // from here on a thread team; see one_thread_if_small.cpp
constexpr std::size_t smallest_prefetched = 1'572'864;  // more than the private caches of two cores hold
constexpr std::size_t largest_favoured = 16'777'216;    // fits into the last cache, where prefetching is safer
constexpr std::size_t ahead = 1024;

// Slices of equal length, except the last one. Their number is a power of two or slightly less, which suits most
// numbers of threads. Their length is a whole number of groups of lanes.
template <Element T>
struct Slices {
    View<T> a;
    View<T> b;
    std::size_t wanted = std::min(std::bit_floor(a.size_bytes() / shortest_slice), most_slices);
    std::size_t length = (a.size() / wanted / lanes<T> + 1) * lanes<T>;
    std::size_t count = (a.size() + length - 1) / length;
};

// Sums the slices in [first, last).
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

// Sums all slices. If there are trials, each thread has its own, because the faster way also depends on where the pages
// of its slices lie.
template <Element T>
void sum_slices_by_a_team(const Slices<T>& slices, Wrapping<T>* sums, std::span<Trial> trials) {
#pragma omp parallel
    {
        const auto thread = static_cast<std::size_t>(omp_get_thread_num());
        const Chunks shares{slices.count, static_cast<std::size_t>(omp_get_num_threads())};
        const std::size_t first = shares[thread].begin;
        const std::size_t last = first + shares[thread].length;
        std::array<Wrapping<T>, most_slices> own;  // so that no two threads write to the same cache line
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

// A separate function, so that small arrays do not pay for its stack frame.
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

// One slice, summed by one thread. If the arrays come from L2, loads of half a cache line are faster, except for int32,
// which needs more instructions per element. So is a shorter loop over fewer lanes. Only integers may use that, because
// they may be added in any order. (blocks/lanes.hpp has a third thing: the order of the loads.)
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
    .shows = "The best of this chapter in one: close to the read speed at most sizes, and the same bits everywhere.",
    .computation = [](auto a, auto b) { return at_the_limit(a, b); },
};

}  // namespace reductions::at_the_limit
