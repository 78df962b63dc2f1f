// WRONG ON PURPOSE: partial sums combined without synchronisation.
//
// Everything is right except the last line: two threads that finish at the same time both read the total, and one
// addition is lost. They must meet within nanoseconds, once per call. On small arrays the threads finish together and
// meet often. On large ones the answer is nearly always right, and a test that runs it a thousand times will pass. It
// is the same undefined behaviour as in shared_accumulator, and the kind that reaches production.
#include "contract/variant.hpp"

namespace reductions::unsynchronised_combine {

template <Element T>
Sum<T> unsynchronised_combine(View<T> a, View<T> b) {
    Wrapping<T> total = 0;
#pragma omp parallel
    {
        Wrapping<T> partial = 0;
#pragma omp for nowait
        for (std::size_t i = 0; i < a.size(); ++i) partial += squared_difference(a[i], b[i]);
        total += partial;  // no atomic, no critical
    }
    return static_cast<Sum<T>>(total);
}

extern const Entry entry = {
    .shows = "Partial sums combined without a lock: on large arrays nearly always right, and a race all the same.",
    .misconception = "One addition per thread is too rare to go wrong.",
    .expectation = Expectation::racy,
    .computation = [](auto a, auto b) { return unsynchronised_combine(a, b); },
};

}  // namespace reductions::unsynchronised_combine
