// A reduction clause: the article's numba_native_parallelism (Numba's prange).
//
// The clause gives each thread its own total, which starts at 0, and adds these partial sums to the shared total when
// the threads are done (OpenMP 5.2, section 5.5.8). The loop itself does not change. Copy this variant if one pragma is
// enough. The order in which the partial sums are combined is unspecified, so the last bits of a float may differ from
// run to run. Integers wrap around and give the same result in any order.
// Words: docs/glossary.md.
#include "contract/variant.hpp"

namespace reductions::omp_reduction {

template <Element T>
Sum<T> omp_reduction(View<T> a, View<T> b) {
    Wrapping<T> total = 0;
#pragma omp parallel for reduction(+ : total)
    for (std::size_t i = 0; i < a.size(); ++i) total += squared_difference(a[i], b[i]);
    return static_cast<Sum<T>>(total);
}

extern const Entry entry = {
    .shows = "The fused loop, shared among threads by a reduction clause: one line, and right.",
    .article_name = "numba_native_parallelism",
    .depends_on = DependsOn::run,
    .computation = [](auto a, auto b) { return omp_reduction(a, b); },
};

}  // namespace reductions::omp_reduction
