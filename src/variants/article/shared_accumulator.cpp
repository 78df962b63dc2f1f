// WRONG ON PURPOSE: the article's numba_native_parallelism_bad.
//
// This is the loop of omp_reduction without the clause. All threads read and write one total, and nothing orders these
// accesses: a data race, which is undefined behaviour ([intro.races]/21). The compiler gives no warning, the loop is as
// fast as the right one, and half of the sum or more is usually lost. g++ keeps the total in a register during the
// loop, so the last thread to store it wins. Expect one thread's share, such as 180000000 with two threads instead of
// 359999964. With one thread, and sometimes with more, the answer is right. That proves nothing.
// Words: docs/glossary.md.
#include "contract/variant.hpp"

namespace reductions::shared_accumulator {

template <Element T>
Sum<T> shared_accumulator(View<T> a, View<T> b) {
    Wrapping<T> total = 0;
#pragma omp parallel for  // no reduction(+ : total)
    for (std::size_t i = 0; i < a.size(); ++i) total += squared_difference(a[i], b[i]);
    return static_cast<Sum<T>>(total);
}

extern const Entry entry = {
    .shows = "The same loop with one accumulator that all threads write to: wrong, silently.",
    .article_name = "numba_native_parallelism_bad",
    .misconception = "A total outside of the loop collects what all threads add.",
    .expectation = Expectation::racy,
    .computation = [](auto a, auto b) { return shared_accumulator(a, b); },
};

}  // namespace reductions::shared_accumulator
