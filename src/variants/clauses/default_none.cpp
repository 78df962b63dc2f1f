// The loop of omp_reduction with `default(none)`: the author must decide how each variable is shared.
//
// Without it, variables from outside the region are shared, although nobody has decided that. With it, the compiler
// refuses a variable that no clause names. So the forgotten reduction of shared_accumulator does not compile. The
// compiler accepts a wrong decision: races/default_none_shared.cpp is this file with `shared(total)`.
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
