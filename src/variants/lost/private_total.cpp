// WRONG ON PURPOSE: `private(total)` instead of `reduction(+ : total)`.
//
// Each thread gets a variable of its own, as in a reduction. But it has no value at the start, reading it is undefined
// behaviour, and it is thrown away at the end (OpenMP 5.2, section 5.4.3). The total outside keeps its 0. g++ removes
// the whole loop, because nothing that it computes is used.
#include "contract/variant.hpp"

namespace reductions::private_total {

template <Element T>
Sum<T> private_total(View<T> a, View<T> b) {
    Wrapping<T> total = 0;
#pragma omp parallel for private(total)
    for (std::size_t i = 0; i < a.size(); ++i) total += squared_difference(a[i], b[i]);
    return static_cast<Sum<T>>(total);
}

extern const Entry entry = {
    .shows = "private: each thread's total begins without a value and is thrown away at the end.",
    .misconception = "A private total is added up at the end.",
    .expectation = Expectation::wrong,
    .computation = [](auto a, auto b) { return private_total(a, b); },
};

}  // namespace reductions::private_total
