// WRONG ON PURPOSE: the article's numba_native_parallelism_bad.
//
// The loop of omp_reduction with the clause left out. Now all threads read and write one total, and nothing orders
// them: a data race, which is undefined behaviour ([intro.races]/21). It compiles without a warning, it is as fast as
// the right one, and it loses most of the sum. g++ keeps the total in a register while the loop runs, so the last
// thread to store it wins: expect one thread's share, such as 180000000 with two threads where 359999964 is right. With
// one thread, and now and then with more, the answer is right. That proves nothing.
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
    .expectation = Expectation::racy,
    .computation = [](auto a, auto b) { return shared_accumulator(a, b); },
};

}  // namespace reductions::shared_accumulator
