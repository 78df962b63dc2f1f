// WRONG ON PURPOSE: a forced lost update. All threads load the total before any of them stores it.
//
// What shared_accumulator does by accident happens here by construction, on every machine, even on one core: a barrier
// stands between the loads and the stores. Each thread adds its slice to the copy that it loaded, and the last thread
// to store wins, so exactly one slice survives. With 20 threads on the article's arrays the answer is 18000000, a
// number that the article prints. The accesses are atomic, so there is no data race and no undefined behaviour.
#include <atomic>

#include "contract/variant.hpp"

namespace reductions::lost_update_by_slice {

template <Element T>
Sum<T> lost_update_by_slice(View<T> a, View<T> b) {
    std::atomic<Wrapping<T>> total = 0;
#pragma omp parallel
    {
        Wrapping<T> mine = total.load(std::memory_order_relaxed);
#pragma omp barrier
#pragma omp for nowait
        for (std::size_t i = 0; i < a.size(); ++i) mine += squared_difference(a[i], b[i]);
        total.store(mine, std::memory_order_relaxed);
    }
    return static_cast<Sum<T>>(total.load());
}

extern const Entry entry = {
    .shows = "Every thread loads, then every thread stores: exactly one slice survives, on every machine.",
    .misconception = "A barrier makes the order right.",
    .expectation = Expectation::lossy,
    .computation = [](auto a, auto b) { return lost_update_by_slice(a, b); },
};

}  // namespace reductions::lost_update_by_slice
