// WRONG ON PURPOSE: `firstprivate(total)` instead of `reduction(+ : total)`.
//
// Each thread's copy begins with the value outside, here 0, and sums its slice. So far this is what a reduction does,
// and nothing is undefined. At the end the copies are thrown away: `firstprivate` copies in and never out (OpenMP 5.2,
// section 5.4.4).
#include "contract/variant.hpp"

namespace reductions::firstprivate_total {

template <Element T>
Sum<T> firstprivate_total(View<T> a, View<T> b) {
    Wrapping<T> total = 0;
#pragma omp parallel for firstprivate(total)
    for (std::size_t i = 0; i < a.size(); ++i) total += squared_difference(a[i], b[i]);
    return static_cast<Sum<T>>(total);
}

extern const Entry entry = {
    .shows = "firstprivate: each thread's total begins at 0, is right, and is thrown away at the end.",
    .misconception = "Copies that begin at 0 are added up at the end.",
    .expectation = Expectation::wrong,
    .computation = [](auto a, auto b) { return firstprivate_total(a, b); },
};

}  // namespace reductions::firstprivate_total
