// WRONG ON PURPOSE: forced lost updates, step by step.
//
// All threads load the total and meet at a barrier. Then each stores what it loaded plus its own term. Of the T updates
// in a step only one survives, so the answer is about 1/T of the right one, on every machine. relaxed_load_and_store
// does the same when its threads happen to be in step. Two barriers per element make it very slow.
#include <omp.h>
#include <atomic>

#include "blocks/chunks.hpp"
#include "contract/variant.hpp"

namespace reductions::lost_update_by_step {

template <Element T>
Sum<T> lost_update_by_step(View<T> a, View<T> b) {
    std::atomic<Wrapping<T>> total = 0;
#pragma omp parallel
    {
        const auto threads = static_cast<std::size_t>(omp_get_num_threads());
        const Chunks slices{a.size(), threads};
        const auto [begin, length] = slices[static_cast<std::size_t>(omp_get_thread_num())];
        // The same number of steps in every thread, because all threads must meet at the barriers.
        for (std::size_t step = 0; step < slices[0].length; ++step) {
            const Wrapping<T> before = total.load(std::memory_order_relaxed);
#pragma omp barrier
            if (step < length) {
                const std::size_t i = begin + step;
                total.store(before + squared_difference(a[i], b[i]), std::memory_order_relaxed);
            }
#pragma omp barrier
        }
    }
    return static_cast<Sum<T>>(total.load());
}

extern const Entry entry = {
    .shows = "Threads in lockstep: of the T updates in each step only one survives, on every machine.",
    .misconception = "Threads that go in step do not disturb each other.",
    .expectation = Expectation::lossy,
    .default_size = 10'000,
    .computation = [](auto a, auto b) { return lost_update_by_step(a, b); },
};

}  // namespace reductions::lost_update_by_step
