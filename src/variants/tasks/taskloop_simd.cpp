// `taskloop simd`: a loop cut into tasks, and each task vectorised.
//
// This is taskloop_reduction with one more word. For floats `simd` makes the difference, because it allows several sums
// side by side in a register. A loop inside tasks can be vectorised in this way where a worksharing loop is not
// allowed.
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
