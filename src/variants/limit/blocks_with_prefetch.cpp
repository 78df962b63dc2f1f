// Blocks, each prefetched while an earlier one is summed.
//
// A core that waits for memory has a limited number of reads in flight, and the hardware's own prefetching does not
// always keep all of them busy. Then the loop waits for the latency of memory, although memory could deliver more.
// Prefetching what comes later, here 512 elements ahead, puts more reads in flight. The gain depends on the machine,
// from a third of the time to nothing, and at some sizes prefetching costs time: docs/limit.md has figures. Nothing
// outside the arrays is prefetched.
#include "contract/variant.hpp"

namespace reductions::blocks_with_prefetch {

constexpr std::size_t block = 64;   // elements
constexpr std::size_t ahead = 512;  // elements

template <Element T>
[[gnu::always_inline]] inline void prefetch_block(const T* elements) {
    constexpr std::size_t line = 64 / sizeof(T);  // elements of a cache line
    for (std::size_t i = 0; i < block; i += line) __builtin_prefetch(elements + i);
}

template <Element T>
Sum<T> blocks_with_prefetch(View<T> a, View<T> b) {
    Wrapping<T> total = 0;
    const std::size_t blocks = a.size() / block;
#pragma omp parallel for firstprivate(a, b) reduction(+ : total)
    for (std::size_t index = 0; index < blocks; ++index) {
        const std::size_t begin = index * block;
        if (begin + ahead + block <= a.size()) {
            prefetch_block(&a[begin + ahead]);
            prefetch_block(&b[begin + ahead]);
        }
        Wrapping<T> sum = 0;
#pragma omp simd reduction(+ : sum)
        for (std::size_t i = begin; i < begin + block; ++i) sum += squared_difference(a[i], b[i]);
        total += sum;
    }
    for (std::size_t i = blocks * block; i < a.size(); ++i) total += squared_difference(a[i], b[i]);
    return static_cast<Sum<T>>(total);
}

extern const Entry entry = {
    .shows = "Blocks that are prefetched before they are summed: more reads in flight at a time.",
    .depends_on = DependsOn::run,
    .computation = [](auto a, auto b) { return blocks_with_prefetch(a, b); },
};

}  // namespace reductions::blocks_with_prefetch
