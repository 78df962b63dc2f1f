// WRONG ON PURPOSE: an atomic read, an addition, and an atomic write.
//
// Each access is atomic, so there is no data race, and a race detector finds nothing. The update as a whole is not
// atomic: between one thread's read and its write another may write, and the later write replaces it. Each thread
// updates once, so they must meet within nanoseconds, and most runs are right. `#pragma omp atomic update` would be
// right.
#include "contract/variant.hpp"

namespace reductions::atomic_read_then_atomic_write {

template <Element T>
Sum<T> atomic_read_then_atomic_write(View<T> a, View<T> b) {
    Wrapping<T> total = 0;
#pragma omp parallel
    {
        Wrapping<T> partial = 0;
#pragma omp for nowait
        for (std::size_t i = 0; i < a.size(); ++i) partial += squared_difference(a[i], b[i]);
        Wrapping<T> before = 0;
#pragma omp atomic read
        before = total;
#pragma omp atomic write
        total = before + partial;
    }
    return static_cast<Sum<T>>(total);
}

extern const Entry entry = {
    .shows = "An atomic read and an atomic write, once in each thread: an update between them is lost.",
    .misconception = "An atomic read and an atomic write make an atomic update.",
    .expectation = Expectation::lossy,
    .computation = [](auto a, auto b) { return atomic_read_then_atomic_write(a, b); },
};

}  // namespace reductions::atomic_read_then_atomic_write
