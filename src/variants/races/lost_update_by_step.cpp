// WRONG ON PURPOSE: lost updates that are forced, step by step.
//
// All threads load the total, meet at a barrier, and each stores what it loaded plus its own term; of the T updates of
// a step one survives. So the answer is about 1/T of the right one, on every machine. This is what
// relaxed_load_and_store does when the threads happen to be in step. Two barriers for every element make it very slow.
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
        for (std::size_t step = 0; step < slices[0].length;
             ++step) {  // as many for all, since all meet at the barriers
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
    .shows = "Threads in lockstep, each step losing all updates but one: 1/T of them survive, anywhere.",
    .expectation = Expectation::lossy,
    .default_size = 10'000,
    .computation = [](auto a, auto b) { return lost_update_by_step(a, b); },
};

}  // namespace reductions::lost_update_by_step
