// One partial sum per thread, each in its own cache line.
//
// This is partials_false_sharing with one change: the alignment of a partial sum. It wastes most of a cache line per
// thread, and lets each core keep its line. The right alignment is std::hardware_destructive_interference_size if the
// library defines it (C++17, [hardware.interference]). Otherwise 64 bytes are right for most machines.
#include <omp.h>
#include <algorithm>
#include <atomic>
#include <new>
#include <vector>

#include "blocks/fused_sum.hpp"
#include "contract/threads.hpp"
#include "contract/variant.hpp"

namespace reductions::partials_padded {

#ifdef __cpp_lib_hardware_interference_size
constexpr std::size_t cache_line = std::hardware_destructive_interference_size;
#else
constexpr std::size_t cache_line = 64;
#endif

template <Element T>
struct alignas(cache_line) Padded {
    std::atomic<Wrapping<T>> sum = 0;
};

// The number of elements that are added between two updates of the thread's partial sum.
constexpr std::size_t group = 32;

template <Element T>
Sum<T> partials_padded(View<T> a, View<T> b) {
    std::vector<Padded<T>> partial(thread_count());
#pragma omp parallel
    {
        std::atomic<Wrapping<T>>& mine = partial[static_cast<std::size_t>(omp_get_thread_num())].sum;
#pragma omp for schedule(static)
        for (std::size_t begin = 0; begin < a.size(); begin += group) {
            const std::size_t length = std::min(group, a.size() - begin);
            const Wrapping<T> sum = fused_sum(a.subspan(begin, length), b.subspan(begin, length));
            mine.store(mine.load(std::memory_order_relaxed) + sum, std::memory_order_relaxed);
        }
    }
    Wrapping<T> total = 0;
    for (const auto& sum : partial) total += sum.sum.load();
    return static_cast<Sum<T>>(total);
}

extern const Entry entry = {
    .shows = "The same partial sums, each in its own cache line: no false sharing.",
    .depends_on = DependsOn::threads,
    .computation = [](auto a, auto b) { return partials_padded(a, b); },
};

}  // namespace reductions::partials_padded
