// A critical section once a thread, around the addition of its partial sum.
//
// Each thread adds its share into a variable of its own, declared inside the parallel region, and enters the critical
// section once, at the end. This is what a reduction clause does, spelt out; expect the same time. `nowait` lets a
// thread that is done go on to the section while others still add.
#include "contract/variant.hpp"

namespace reductions::critical_per_thread {

template <Element T>
Sum<T> critical_per_thread(View<T> a, View<T> b) {
    Wrapping<T> total = 0;
#pragma omp parallel
    {
        Wrapping<T> partial = 0;
#pragma omp for nowait
        for (std::size_t i = 0; i < a.size(); ++i) partial += squared_difference(a[i], b[i]);
#pragma omp critical
        total += partial;
    }
    return static_cast<Sum<T>>(total);
}

extern const Entry entry = {
    .shows = "A critical section once for each thread: as fast as the reduction clause.",
    .depends_on = DependsOn::run,
    .computation = [](auto a, auto b) { return critical_per_thread(a, b); },
};

}  // namespace reductions::critical_per_thread
