// `scope reduction`: a reduction over a part of a parallel region, without a loop of its own.
//
// Elsewhere, a reduction clause belongs to a region or to one loop. `scope` puts it around any block that all threads
// run: several loops, function calls, code that no construct covers. At the end of the block the partial sums are
// combined, and all threads see the total. (OpenMP 5.2, section 11.2. Neither clang++ 14 nor clang++ 19 compiles it.)
#include "contract/variant.hpp"

namespace reductions::scope_reduction {

template <Element T>
Sum<T> scope_reduction(View<T> a, View<T> b) {
    Wrapping<T> total = 0;
#pragma omp parallel
#pragma omp scope reduction(+ : total)
    {
        const std::size_t half = a.size() / 2;
#pragma omp for nowait
        for (std::size_t i = 0; i < half; ++i) total += squared_difference(a[i], b[i]);
#pragma omp for nowait
        for (std::size_t i = half; i < a.size(); ++i) total += squared_difference(a[i], b[i]);
    }
    return static_cast<Sum<T>>(total);
}

extern const Entry entry = {
    .shows = "A reduction over a block of a parallel region, here around two loops: scope.",
    .depends_on = DependsOn::run,
    .computation = [](auto a, auto b) { return scope_reduction(a, b); },
};

}  // namespace reductions::scope_reduction
