// Fast parallel sums with the same bits in every run. Copy this file into your project; it needs nothing else:
//
//     double distance = at_the_limit::squared_distance(x, y);                     // of vectors, arrays or spans
//     double cubes = at_the_limit::reduce([](double v) { return v * v * v; }, x);  // a term of your own
//
// Compile it as C++20 with g++ or clang++: at -O2 or higher for speed, with -fopenmp to use all cores.
//
// The bits of a result depend on the elements alone: not on threads, schedule, instruction set, alignment, compiler or
// options. docs/at_the_limit.md specifies the order of the additions. The exceptions:
// - A NaN is a NaN; its sign and payload may differ.
// - The program must round to nearest and keep subnormal numbers, as programs do by default. A program that is linked
//   with -ffast-math makes zeros of them.
// - clang++ -ffast-math does not keep the order, so this file refuses it. Nor does clang++ -ffp-contract=fast.
// - The compiler may fuse operations inside a term of your own. With -ffp-contract=off, it keeps the bits.
//
// Floats are added in their own type, and the error grows with the logarithm of the length, as numpy.sum's does.
// Infinities and NaNs propagate as in a loop, and no sum is -0. Integers are NumPy's: products and differences wrap in
// the type of the elements, sums in 64 bits.
//
// One thread sums up to 33,792 elements. More are summed by the threads that OpenMP gives: a team in a sequential part
// of the program, one thread inside a parallel region. All functions may be called by several threads.
//
// Throws std::invalid_argument for arrays of different lengths, and std::bad_alloc if there is no memory for 8 bytes
// for each 16,896 elements. A term that throws ends the program, as in the parallel algorithms of the standard library.
#pragma once

#ifdef _OPENMP
#include <omp.h>
#endif

#include <algorithm>
#include <array>
#include <atomic>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <ranges>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <vector>

#if !defined(__GNUC__) || __FLT_EVAL_METHOD__ != 0
#error "at_the_limit needs g++ or clang++, and on 32-bit x86 the options -msse2 -mfpmath=sse"
#elif defined(__clang__) && defined(__FAST_MATH__)
#error "at_the_limit: clang++ -ffast-math changes the order of additions, and with it the bits; compile without it"
#endif

namespace at_the_limit {

using std::size_t;

template <typename X>
using ElementOf = std::ranges::range_value_t<X>;

template <typename T>
concept Summable = std::integral<T> || std::same_as<T, double> || std::same_as<T, float>;

// A function of one element of each array that returns an integer, a float or a double.
template <typename F, typename... X>
concept Term = requires(const F& term, const ElementOf<X>&... x) {
    { term(x...) } -> Summable;
};

// In an unnamed namespace, because each file that includes this one compiles it with its own options.
namespace {

// The bits depend on these two. A quarter of a block is not a multiple of a page, or the four streams would share sets
// of the L1 cache.
inline constexpr size_t block = size_t{4} * (4'096 + 128);  // elements
template <typename Number>
constexpr size_t lanes = 64 / sizeof(Number);  // sums of a stream: as many as a register of AVX-512 holds

// These two only tune; docs/limit.md shows what they gain.
inline constexpr size_t under_way = 2'048;  // bytes that all streams together have prefetched and not yet read
inline constexpr size_t alone = 2 * block;  // elements that one thread sums before a team would have started

// A term's result in a vector, and what it is added as: integers as unsigned ones, whose sum may wrap.
template <typename Result,
          typename Int = std::conditional_t<std::same_as<decltype(+Result{}), int>, std::int32_t, std::int64_t>>
using NumberOf = std::conditional_t<std::integral<Result>, Int, Result>;
template <typename Number>
using Adding = std::conditional_t<std::integral<Number>, std::uint64_t, Number>;

template <typename Element, size_t count>
using Vector [[gnu::vector_size(count * sizeof(Element))]] = Element;

// Tells g++ that a float may change here. So it can neither reorder additions nor fuse them with a multiplication,
// whatever its options allow. No instruction results. clang++ has the pragma below instead.
template <typename Value>
[[gnu::always_inline]] inline void settle([[maybe_unused]] Value& value) {
#if defined(__x86_64__) && !defined(__clang__)
    if constexpr (!std::integral<Value>) asm("" : "+v"(value));
#elif defined(__aarch64__) && !defined(__clang__)
    if constexpr (!std::integral<Value>) asm("" : "+w"(value));
#elif !defined(__clang__)
    asm("" : "+m"(value));
#endif
}

template <typename Value>
[[gnu::always_inline]] inline void add(Value& sum, const Value& value) {
#ifdef __clang__
#pragma clang fp contract(off) reassociate(off)
#endif
    sum += value;
    settle(sum);
}

// Adds the upper half of the lanes to the lower half, until one is left.
template <typename Number, size_t count>
[[gnu::always_inline]] inline Number sum_of_lanes(const Vector<Number, count>& sums) {
    if constexpr (count == 2) {
        Number sum = sums[0];
        add(sum, Number{sums[1]});
        return sum;
    } else {
        Vector<Number, count / 2> lower, upper;
        std::memcpy(&lower, &sums, sizeof lower);
        std::memcpy(&upper, reinterpret_cast<const char*>(&sums) + sizeof lower, sizeof upper);
        add(lower, upper);
        return sum_of_lanes<Number, count / 2>(lower);
    }
}

// Integers may be added in any order, and one vector of 4-byte integers already needs two of sums.
template <typename Number, size_t width>
constexpr size_t row = std::same_as<Number, std::int32_t> ? width / sizeof(Number) : lanes<Number>;

// Sums in vectors of `width` bytes: two halves, until a part fits one vector. Compilers would keep an array in memory.
template <typename Number, size_t width, size_t count>
struct Lanes {
    Lanes<Number, width, count / 2> lower, upper;

    // Adds a term to each lane. Those of a row are neighbours; rows are `distance` elements apart.
    [[gnu::always_inline]] void add_terms(const auto& term, size_t distance, const auto*... x) {
        constexpr size_t rows = count / 2 / row<Number, width>;
        lower.add_terms(term, distance, x...);
        upper.add_terms(term, distance, (x + (rows == 0 ? count / 2 : rows * distance))...);
    }
    [[gnu::always_inline]] void add_lanes(const Lanes& other) {
        lower.add_lanes(other.lower);
        upper.add_lanes(other.upper);
    }
    [[gnu::always_inline]] Adding<Number> total() {
        lower.add_lanes(upper);
        return lower.total();
    }
};

template <typename Number, size_t width, size_t count>
requires(count * sizeof(Number) <= width) struct Lanes<Number, width, count> {
    static constexpr bool widened = sizeof(Number) < sizeof(Adding<Number>);
    using Sums = Vector<Adding<Number>, widened ? count / 2 : count>;
    Sums sums{}, upper_sums{};

    [[gnu::always_inline]] void add_terms(const auto& term, size_t, const auto*... x) {
        alignas(count * sizeof(Number)) Number terms[count];
#if defined(_OPENMP) && !defined(__clang__)  // clang++ vectorises without it
#pragma omp simd
#endif
        for (size_t i = 0; i < count; ++i) terms[i] = static_cast<Number>(term(x[i]...));
        Vector<Number, count> vector;
        std::memcpy(&vector, terms, sizeof vector);
        settle(vector);
        if constexpr (widened) {
            // Most machines widen only unsigned integers fast, so each is raised by 2^31. sum_of_block() undoes that.
            const auto pairs = (Sums)(vector ^ INT32_MIN);
            add(sums, pairs & UINT32_MAX);
            add(upper_sums, pairs >> 32);
        } else {
            add(sums, (Sums)vector);
        }
    }
    [[gnu::always_inline]] void add_lanes(const Lanes& other) {
        add(sums, other.sums);
        if constexpr (widened) add(upper_sums, other.upper_sums);
    }
    [[gnu::always_inline]] Adding<Number> total() {
        Sums all = sums;  // a copy, because what is copied to memory would stay there
        if constexpr (widened) add(all, upper_sums);
        return sum_of_lanes<Adding<Number>, sizeof(Sums) / sizeof(Adding<Number>)>(all);
    }
};

[[gnu::always_inline]] inline void prefetch(const auto*... x) {
    constexpr size_t ahead = under_way / (4 * sizeof...(x));
    (__builtin_prefetch(reinterpret_cast<const char*>(x) + ahead), ...);
}

// The sum of a block, or of fewer elements. A whole block is read in four streams, because a core waits for more lines
// at once if it reads in several places. Everything that this calls is inlined into it.
template <typename Number, size_t width>
[[gnu::always_inline]] inline Adding<Number> sum_of_block(const auto& term, size_t size, const auto*... x) {
    constexpr size_t row = at_the_limit::row<Number, width>, quarter = block / 4, line = 64 / sizeof(Number);
    Lanes<Number, width, 4 * row> streams;
    size_t i = 0;
    if (size == block) {
        for (; i < quarter; i += line) {
            prefetch((x + i)...);
            prefetch((x + i + quarter)...);
            prefetch((x + i + 2 * quarter)...);
            prefetch((x + i + 3 * quarter)...);
            for (size_t k = 0; k < line; k += row) streams.add_terms(term, quarter, (x + i + k)...);
        }
        i = block;
    }
    for (; i + 4 * row <= size; i += 4 * row) streams.add_terms(term, row, (x + i)...);
    for (; i + row <= size; i += row) streams.lower.lower.add_terms(term, row, (x + i)...);
    Adding<Number> sum = 0;
    for (; i < size; ++i) {
        auto last = static_cast<Adding<Number>>(term(x[i]...));
        settle(last);
        add(sum, last);
    }
    if constexpr (std::same_as<Number, std::int32_t>) sum -= size / row * row << 31;
    add(sum, streams.total());
    return sum;
}

#ifdef __x86_64__
template <typename Number>
[[gnu::target("avx512dq,avx512vl"), gnu::flatten]] Adding<Number> sum_with_avx512(const auto& term, size_t size,
                                                                                  const auto*... x) {
    return sum_of_block<Number, 64>(term, size, x...);
}
template <typename Number>
[[gnu::target("avx2"), gnu::flatten]] Adding<Number> sum_with_avx2(const auto& term, size_t size, const auto*... x) {
    return sum_of_block<Number, 32>(term, size, x...);
}
#endif

// With the widest registers of this machine, whatever the file is compiled for.
template <typename Number>
Adding<Number> sum_with_widest(const auto& term, size_t size, const auto*... x) noexcept {
#ifdef __x86_64__
    const bool has_avx512 = __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl");
    if (has_avx512) return sum_with_avx512<Number>(term, size, x...);
    if (__builtin_cpu_supports("avx2")) return sum_with_avx2<Number>(term, size, x...);
#endif
    return sum_of_block<Number, 16>(term, size, x...);
}

// Adds neighbours, then neighbours among the results, until one is left. An odd last one waits for the next round.
template <typename Number>
Number sum_of_tree(std::vector<Number>& sums) {
    for (size_t count = sums.size(); count > 1; count = (count + 1) / 2) {
        for (size_t i = 0; i < count / 2; ++i) {
            sums[i] = sums[2 * i];
            add(sums[i], sums[2 * i + 1]);
        }
        if (count % 2 == 1) sums[count / 2] = sums[count - 1];
    }
    return sums[0];
}

// Blocks that one thread sums first, in whose cache they may be. Then it helps the others, because a thread that the
// system disturbs would keep all waiting.
struct alignas(64) Share {
    std::atomic<size_t> next;
    size_t end;
};

template <typename Number>
Adding<Number> sum_of_blocks(const auto& term, size_t size, const auto*... x) {
    if (size <= block) return sum_with_widest<Number>(term, size, x...);
    std::vector<Adding<Number>> sums((size + block - 1) / block);
    std::array<Share, 64> shares;  // on the stack, because allocating aligned memory takes long
    size_t count = 1;
#ifdef _OPENMP
    if (size > alone) count = std::min(shares.size(), static_cast<size_t>(omp_get_max_threads()));
#endif
    for (size_t i = 0; i < count; ++i) {
        shares[i].next = sums.size() * i / count;
        shares[i].end = sums.size() * (i + 1) / count;
    }
    const auto work = [&](size_t thread) {
        for (size_t i = 0; i < count; ++i) {
            Share& share = shares[(thread + i) % count];
            for (size_t k = share.next++; k < share.end; k = share.next++) {
                sums[k] = sum_with_widest<Number>(term, std::min(block, size - k * block), (x + k * block)...);
            }
        }
    };
    if (count == 1) work(0);
#ifdef _OPENMP
    if (count > 1) {  // even a region with one thread takes time
#pragma omp parallel
        work(static_cast<size_t>(omp_get_thread_num()));
    }
#endif
    return sum_of_tree(sums);
}

}  // namespace

// Σ term(x[i]), Σ term(x[i], y[i]), and so on: added in the type that the term returns, or as std::int64_t if that is
// an integer. Threads call the term at the same time and in any order.
template <std::ranges::contiguous_range X, std::ranges::contiguous_range... Y, Term<X, Y...> F>
static auto reduce(const F& term, const X& x, const Y&... y) {
    using Result = decltype(term(*std::ranges::data(x), *std::ranges::data(y)...));
    const size_t size = std::ranges::size(x);
    for (const size_t other : {size, static_cast<size_t>(std::ranges::size(y))...}) {
        if (other == size) continue;
        throw std::invalid_argument("at_the_limit: an array of " + std::to_string(size) + " elements and one of " +
                                    std::to_string(other) + "; all must have the same length");
    }
    const auto sum = sum_of_blocks<NumberOf<Result>>(term, size, std::ranges::data(x), std::ranges::data(y)...);
    return static_cast<std::conditional_t<std::integral<Result>, std::int64_t, Result>>(sum);
}

namespace {

// Integers wrap in their own type, as NumPy's do, without undefined behaviour.
inline constexpr auto element = [](auto x) { return x; };
inline constexpr auto product = []<typename T>(T x, T y) { return T(Adding<T>(x) * Adding<T>(y)); };
inline constexpr auto square = [](auto x) { return product(x, x); };
inline constexpr auto squared_difference = []<typename T>(T x, T y) { return square(T(Adding<T>(x) - Adding<T>(y))); };

}  // namespace

// Arrays of std::int64_t, std::int32_t, double or float. Two arrays must have the same type.
template <typename X, typename Y = X>
concept Array = std::ranges::contiguous_range<X> && std::same_as<ElementOf<X>, ElementOf<Y>> &&
    Summable<ElementOf<X>> && std::is_signed_v<ElementOf<X>> &&(sizeof(ElementOf<X>) >= 4);

static auto sum(const Array auto& x) { return reduce(element, x); }            // Σ x[i]
static auto sum_of_squares(const Array auto& x) { return reduce(square, x); }  // Σ x[i]²

// Σ x[i] y[i]
static auto dot(const Array auto& x, const Array<decltype(x)> auto& y) { return reduce(product, x, y); }

// Σ (x[i] - y[i])²
static auto squared_distance(const Array auto& x, const Array<decltype(x)> auto& y) {
    return reduce(squared_difference, x, y);
}

}  // namespace at_the_limit
