// WRONG ON PURPOSE: one mutex per thread.
//
// A variable that is declared in the region is private, and so is this mutex. Each thread locks its own, no thread ever
// waits, and the additions to the shared total race as if there were no lock. mutex_per_element.cpp declares it before
// the region, where all threads share it.
#include <mutex>

#include "contract/variant.hpp"

namespace reductions::mutex_in_the_region {

template <Element T>
Sum<T> mutex_in_the_region(View<T> a, View<T> b) {
    Wrapping<T> total = 0;
#pragma omp parallel
    {
        std::mutex mutex;  // in the region: one for each thread
#pragma omp for
        for (std::size_t i = 0; i < a.size(); ++i) {
            const std::lock_guard lock{mutex};
            total += squared_difference(a[i], b[i]);
        }
    }
    return static_cast<Sum<T>>(total);
}

extern const Entry entry = {
    .shows = "A mutex declared in the region: each thread locks its own, and none excludes another.",
    .misconception = "All threads that lock the same name lock the same mutex.",
    .expectation = Expectation::racy,
    .default_size = 100'000,
    .computation = [](auto a, auto b) { return mutex_in_the_region(a, b); },
};

}  // namespace reductions::mutex_in_the_region
