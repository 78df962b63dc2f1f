// WRONG ON PURPOSE: every thread's partial sum begins at the total so far.
//
// The data come in two batches, and the second is added to the sum of the first. Each thread begins with that sum, as a
// serial loop would. When the partial sums are added, it is in the answer once per thread. The start of a
// partial sum must be the neutral element of the operation, 0 for a sum. The reduction clause takes care of that: its
// copies begin at 0, and the value outside is added once.
#include "contract/variant.hpp"

namespace reductions::start_counted_by_each {

// The sum of a batch, added to `start`.
template <Element T>
Wrapping<T> add_batch(View<T> a, View<T> b, Wrapping<T> start) {
    Wrapping<T> total = 0;
#pragma omp parallel
    {
        Wrapping<T> partial = start;  // in every thread
#pragma omp for nowait
        for (std::size_t i = 0; i < a.size(); ++i) partial += squared_difference(a[i], b[i]);
#pragma omp atomic
        total += partial;
    }
    return total;
}

template <Element T>
Sum<T> start_counted_by_each(View<T> a, View<T> b) {
    const std::size_t half = a.size() / 2;
    const Wrapping<T> first = add_batch(a.first(half), b.first(half), Wrapping<T>{0});
    return static_cast<Sum<T>>(add_batch(a.subspan(half), b.subspan(half), first));
}

extern const Entry entry = {
    .shows = "Each thread begins with the sum so far, which is then in the answer once per thread.",
    .misconception = "A partial sum should begin at the total so far.",
    .expectation = Expectation::lossy,
    .computation = [](auto a, auto b) { return start_counted_by_each(a, b); },
};

}  // namespace reductions::start_counted_by_each
