// `parallel for simd`: a reduction over threads and over the lanes of a register.
//
// For floats this is the difference that counts: the simd construct allows the compiler to keep several sums side by
// side and to add them up at the end, which the language alone forbids, since it changes the order of the additions. So
// the loop is vectorised and no longer waits for one addition after the other. The views are firstprivate because g++
// 12 does not vectorise the loop if they are shared: for all it knows, a store to a lane's sum might change them.
// clang++ 14 does not vectorise it either way. Integer sums are vectorised without simd.
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
