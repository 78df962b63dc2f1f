// One fused loop: the article's numba_squared_diff.
//
// Each element is subtracted, squared and added before the next one is read: one pass over memory, and nothing is
// allocated. Numba makes the same loop from Python. The compiler vectorises integer sums. It may not vectorise
// floating-point sums, because the order of the additions is part of their result. So each of their additions waits for
// the one before it.
// Words: docs/glossary.md.
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
