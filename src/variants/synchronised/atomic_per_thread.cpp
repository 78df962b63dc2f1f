// One atomic update per thread, with its partial sum.
//
// This is critical_per_thread with an atomic update, the cheaper of the two. With one update per thread the difference
// cannot be measured. What matters is how often threads synchronise; how they do it hardly ever matters.
#include "contract/variant.hpp"

namespace reductions::atomic_per_thread {

template <Element T>
Sum<T> atomic_per_thread(View<T> a, View<T> b) {
    Wrapping<T> total = 0;
#pragma omp parallel
    {
        Wrapping<T> partial = 0;
#pragma omp for nowait
        for (std::size_t i = 0; i < a.size(); ++i) partial += squared_difference(a[i], b[i]);
#pragma omp atomic
        total += partial;
    }
    return static_cast<Sum<T>>(total);
}

extern const Entry entry = {
    .shows = "One atomic update per thread: as fast as the reduction clause.",
    .depends_on = DependsOn::run,
    .computation = [](auto a, auto b) { return atomic_per_thread(a, b); },
};

}  // namespace reductions::atomic_per_thread
