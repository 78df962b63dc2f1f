// One critical section per thread, around the addition of its partial sum.
//
// Each thread adds its share into its own variable, declared inside the parallel region, and enters the critical
// section once, at the end. This is what a reduction clause does, written out; expect the same time. `nowait` lets a
// thread that is done enter the section while others are still adding.
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
    .shows = "One critical section per thread: as fast as the reduction clause.",
    .depends_on = DependsOn::run,
    .computation = [](auto a, auto b) { return critical_per_thread(a, b); },
};

}  // namespace reductions::critical_per_thread
