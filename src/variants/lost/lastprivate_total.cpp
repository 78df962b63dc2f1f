// WRONG ON PURPOSE: `lastprivate(total)` instead of `reduction(+ : total)`.
//
// The value that leaves the loop is that of the thread that ran the last iteration (OpenMP 5.2, section 5.4.5). That is
// the sum of one slice, the last, and those of all other threads are lost. `firstprivate` is there because without it
// the copies would begin without a value. With one thread the answer is right.
#include "contract/variant.hpp"

namespace reductions::lastprivate_total {

template <Element T>
Sum<T> lastprivate_total(View<T> a, View<T> b) {
    Wrapping<T> total = 0;
#pragma omp parallel for firstprivate(total) lastprivate(total)
    for (std::size_t i = 0; i < a.size(); ++i) total += squared_difference(a[i], b[i]);
    return static_cast<Sum<T>>(total);
}

extern const Entry entry = {
    .shows = "lastprivate: only the sum of the thread that runs the last iteration leaves the loop.",
    .misconception = "The total that leaves the loop is that of all threads.",
    .expectation = Expectation::lossy,
    .computation = [](auto a, auto b) { return lastprivate_total(a, b); },
};

}  // namespace reductions::lastprivate_total
