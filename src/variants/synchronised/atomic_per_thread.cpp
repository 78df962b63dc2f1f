// An atomic update once a thread, with its partial sum.
//
// As critical_per_thread, with the cheaper of the two means. With one update a thread nobody can measure which of them
// it was: how often threads synchronise decides, and hardly ever by what.
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
    .shows = "An atomic update once for each thread: as fast as the reduction clause.",
    .depends_on = DependsOn::run,
    .computation = [](auto a, auto b) { return atomic_per_thread(a, b); },
};

}  // namespace reductions::atomic_per_thread
