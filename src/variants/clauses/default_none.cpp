// The loop of omp_reduction with `default(none)`, which makes every variable's sharing a decision.
//
// Without it, what stands outside of the region is shared, and nobody has decided that. With it, the compiler refuses a
// variable that no clause names; so the forgotten reduction of shared_accumulator does not compile. What it does not
// refuse is the wrong decision: races/default_none_shared.cpp is this file with the other one.
#include "contract/variant.hpp"

namespace reductions::default_none {

template <Element T>
Sum<T> default_none(View<T> a, View<T> b) {
    Wrapping<T> total = 0;
#pragma omp parallel for default(none) shared(a, b) reduction(+ : total)
    for (std::size_t i = 0; i < a.size(); ++i) total += squared_difference(a[i], b[i]);
    return static_cast<Sum<T>>(total);
}

extern const Entry entry = {
    .shows = "default(none): the compiler asks how each variable is shared, and here the answer is right.",
    .depends_on = DependsOn::run,
    .computation = [](auto a, auto b) { return default_none(a, b); },
};

}  // namespace reductions::default_none
