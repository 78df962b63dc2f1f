// One fused loop, the article's numba_squared_diff.
//
// Subtraction, square and addition of one element before the next is read: one pass over memory and no temporaries, so
// the peak of memory is nothing at all. This is what a compiler is for; Numba gets to the same loop from Python.
// Integer sums are vectorised. Floating-point sums are not: the order of additions is part of their answer, and the
// compiler may not change it, so they run at the latency of one addition an element.
#include "contract/variant.hpp"

namespace reductions::fused_loop {

template <Element T>
Sum<T> fused_loop(View<T> a, View<T> b) {
    Wrapping<T> total = 0;
    for (std::size_t i = 0; i < a.size(); ++i) total += squared_difference(a[i], b[i]);
    return static_cast<Sum<T>>(total);
}

extern const Entry entry = {
    .shows = "One pass over the data, one value at a time, nothing allocated.",
    .article_name = "numba_squared_diff",
    .computation = [](auto a, auto b) { return fused_loop(a, b); },
};

}  // namespace reductions::fused_loop
