// `parallel for simd`: a reduction over threads and over the lanes of a register.
//
// For floats `simd` makes the difference. It allows the compiler to keep several sums side by side and to add them at
// the end. The language alone forbids that, because it changes the order of the additions. So the loop is vectorised,
// and an addition no longer waits for the one before it. The views are firstprivate because g++ 12 does not vectorise
// the loop if they are shared: it assumes that a store to a lane's sum might change them. clang++ 14 does not vectorise
// the loop in either case. Integer sums are vectorised without simd.
#include "contract/variant.hpp"

namespace reductions::for_simd_reduction {

template <Element T>
Sum<T> for_simd_reduction(View<T> a, View<T> b) {
    Wrapping<T> total = 0;
#pragma omp parallel for simd firstprivate(a, b) reduction(+ : total)
    for (std::size_t i = 0; i < a.size(); ++i) total += squared_difference(a[i], b[i]);
    return static_cast<Sum<T>>(total);
}

extern const Entry entry = {
    .shows = "The reduction clause on threads and on the lanes of a register at once.",
    .depends_on = DependsOn::run,
    .computation = [](auto a, auto b) { return for_simd_reduction(a, b); },
};

}  // namespace reductions::for_simd_reduction
