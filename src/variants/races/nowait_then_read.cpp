// WRONG ON PURPOSE: the total is read before all threads have added their shares.
//
// The reduction clause combines the partial sums at the end of the loop, and the barrier there makes all threads wait
// for that. `nowait` removes the barrier. The first thread that leaves the loop reads a total in which other shares may
// still be missing, while other threads add them: a data race (OpenMP 5.2, section 5.5.8). Without `nowait`, or with
// the read after the region, this is right.
#include "contract/variant.hpp"

namespace reductions::nowait_then_read {

template <Element T>
Sum<T> nowait_then_read(View<T> a, View<T> b) {
    Wrapping<T> total = 0;
    Wrapping<T> answer = 0;
#pragma omp parallel
    {
#pragma omp for nowait reduction(+ : total)
        for (std::size_t i = 0; i < a.size(); ++i) total += squared_difference(a[i], b[i]);
#pragma omp single
        answer = total;  // the others may not have added their shares yet
    }
    return static_cast<Sum<T>>(answer);
}

extern const Entry entry = {
    .shows = "A reduction with nowait, and a read of the total before all threads have combined their shares.",
    .misconception = "When a thread leaves the loop, the total is complete.",
    .expectation = Expectation::racy,
    .computation = [](auto a, auto b) { return nowait_then_read(a, b); },
};

}  // namespace reductions::nowait_then_read
