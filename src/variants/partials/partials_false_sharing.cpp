// One partial sum per thread, up to eight of them in one cache line: false sharing.
//
// No thread touches another thread's sum, so the answer is right. But a core owns memory by the cache line, usually 64
// bytes, and neighbours in an array share a line. So every store takes the line away from the other cores. A compiler
// may prevent this by keeping the sum in a register (see partials_in_registers). To stop it from doing so, the sums are
// atomic with relaxed order. On x86-64 these are plain loads and stores, but each of them must be made. Compare with
// partials_padded.
#include <omp.h>
#include <algorithm>
#include <atomic>
#include <vector>

#include "blocks/fused_sum.hpp"
#include "contract/threads.hpp"
#include "contract/variant.hpp"

namespace reductions::partials_false_sharing {

// The number of elements that are added between two updates of the thread's partial sum.
constexpr std::size_t group = 32;

template <Element T>
Sum<T> partials_false_sharing(View<T> a, View<T> b) {
    std::vector<std::atomic<Wrapping<T>>> partial(thread_count());
#pragma omp parallel
    {
        std::atomic<Wrapping<T>>& mine = partial[static_cast<std::size_t>(omp_get_thread_num())];
#pragma omp for schedule(static)
        for (std::size_t begin = 0; begin < a.size(); begin += group) {
            const std::size_t length = std::min(group, a.size() - begin);
            const Wrapping<T> sum = fused_sum(a.subspan(begin, length), b.subspan(begin, length));
            mine.store(mine.load(std::memory_order_relaxed) + sum, std::memory_order_relaxed);
        }
    }
    Wrapping<T> total = 0;
    for (const auto& sum : partial) total += sum.load();
    return static_cast<Sum<T>>(total);
}

extern const Entry entry = {
    .shows = "One partial sum per thread, side by side in an array: right, but slow because of false sharing.",
    .depends_on = DependsOn::threads,
    .computation = [](auto a, auto b) { return partials_false_sharing(a, b); },
};

}  // namespace reductions::partials_false_sharing
