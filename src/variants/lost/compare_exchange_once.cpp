// WRONG ON PURPOSE: a compare-and-exchange that is not repeated when it fails.
//
// The exchange stores the new total only if no other thread has changed the old one. If one has, nothing is stored, the
// function returns false, and the term must be added to the new value: that is why a compare-and-exchange is always in
// a loop. Here the term is lost. All accesses are atomic, so there is no data race.
#include <atomic>

#include "contract/variant.hpp"

namespace reductions::compare_exchange_once {

template <Element T>
Sum<T> compare_exchange_once(View<T> a, View<T> b) {
    std::atomic<Wrapping<T>> total = 0;
#pragma omp parallel for
    for (std::size_t i = 0; i < a.size(); ++i) {
        Wrapping<T> before = total.load(std::memory_order_relaxed);
        total.compare_exchange_strong(before, before + squared_difference(a[i], b[i]), std::memory_order_relaxed);
    }
    return static_cast<Sum<T>>(total.load());
}

extern const Entry entry = {
    .shows = "A compare-and-exchange without a loop around it: if it fails, the term is lost.",
    .misconception = "A compare-and-exchange always succeeds.",
    .expectation = Expectation::lossy,
    .default_size = 1'000'000,
    .computation = [](auto a, auto b) { return compare_exchange_once(a, b); },
};

}  // namespace reductions::compare_exchange_once
