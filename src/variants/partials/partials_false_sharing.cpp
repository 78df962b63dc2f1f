// A partial sum for each thread, up to eight of them in one cache line: false sharing.
//
// No thread touches another's sum, so the answer is right. But a core owns memory by the cache line of 64 bytes or so,
// and neighbours in an array share one: every store takes the line away from the other cores. A compiler may cure this
// by keeping the sum in a register (partials_in_registers). So that it does not, the sums are atomic with relaxed
// order: on x86-64 these are plain loads and stores, and yet each has to be made. Compare with partials_padded.
#include <omp.h>
#include <algorithm>
#include <atomic>
#include <vector>

#include "blocks/fused_sum.hpp"
#include "contract/threads.hpp"
#include "contract/variant.hpp"

namespace reductions::partials_false_sharing {

// Elements that are added up before the thread's partial sum is brought up to date.
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
    .shows = "One partial sum a thread, side by side in an array: right, and slow by false sharing.",
    .depends_on = DependsOn::threads,
    .computation = [](auto a, auto b) { return partials_false_sharing(a, b); },
};

}  // namespace reductions::partials_false_sharing
