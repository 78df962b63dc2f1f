// `taskloop simd`: a loop cut into tasks, and each task vectorised.
//
// This is taskloop_reduction with the word `simd`. It allows several float sums side by side in a register. Inside a
// task, `for simd` is not allowed, and `taskloop simd` is. g++ 12 vectorises the loop and keeps the sums in memory, so
// it can be slower than without `simd`.
#include "contract/variant.hpp"

namespace reductions::taskloop_simd {

template <Element T>
Sum<T> taskloop_simd(View<T> a, View<T> b) {
    Wrapping<T> total = 0;
#pragma omp parallel
#pragma omp single
#pragma omp taskloop simd grainsize(262144) reduction(+ : total)
    for (std::size_t i = 0; i < a.size(); ++i) total += squared_difference(a[i], b[i]);
    return static_cast<Sum<T>>(total);
}

extern const Entry entry = {
    .shows = "A loop cut into tasks, and each task's part summed in the lanes of a register.",
    .depends_on = DependsOn::run,
    .computation = [](auto a, auto b) { return taskloop_simd(a, b); },
};

}  // namespace reductions::taskloop_simd
