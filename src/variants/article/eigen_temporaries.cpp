// Whole-array steps, as in NumPy: the article's np_squared_diff, np.sum((a - b) ** 2).
//
// Each step runs over a whole array and produces a new one: an array of differences, an array of squares, then their
// sum. The code is as short as the formula and pays for that in memory: 2·n·sizeof(T) bytes at the peak, and three
// passes over memory instead of one. With malloc's default settings it would be far slower still, because both
// temporaries would get fresh pages from the kernel in every call; blocks/freed_memory.hpp prevents these page faults.
// Words: docs/glossary.md.
#include "blocks/numpy_temporaries.hpp"
#include "contract/variant.hpp"

namespace reductions::eigen_temporaries {

template <Element T>
Sum<T> eigen_temporaries(View<T> a, View<T> b) {
    return static_cast<Sum<T>>(sum_of_temporaries(a, b));
}

extern const Entry entry = {
    .shows = "Whole-array steps, each into a temporary array, as NumPy evaluates an expression.",
    .article_name = "np_squared_diff",
    .computation = [](auto a, auto b) { return eigen_temporaries(a, b); },
};

}  // namespace reductions::eigen_temporaries
