// WRONG ON PURPOSE: default(none) with the wrong decision.
//
// `default(none)` made the author say how the total is shared, and the author said `shared`. It compiles, and it is the
// data race of shared_accumulator. The clause forces a decision, and cannot tell whether it is right.
// clauses/default_none.cpp has the right one.
#include "contract/variant.hpp"

namespace reductions::default_none_shared {

template <Element T>
Sum<T> default_none_shared(View<T> a, View<T> b) {
    Wrapping<T> total = 0;
#pragma omp parallel for default(none) shared(a, b, total)
    for (std::size_t i = 0; i < a.size(); ++i) total += squared_difference(a[i], b[i]);
    return static_cast<Sum<T>>(total);
}

extern const Entry entry = {
    .shows = "default(none) with a total declared as shared: it compiles, and it is a data race.",
    .misconception = "What the compiler accepts is right.",
    .expectation = Expectation::racy,
    .computation = [](auto a, auto b) { return default_none_shared(a, b); },
};

}  // namespace reductions::default_none_shared
