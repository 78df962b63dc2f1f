// NumPy's way, the article's np_squared_diff: np.sum((a - b) ** 2).
//
// Each step runs over a whole array and leaves a new one behind: a difference array, a squares array, then their sum.
// The code is as short as the formula and pays for that in memory: 2·n·sizeof(T) bytes at the peak, and three passes
// over memory where one would do. What made it far slower still were page faults, since malloc took fresh pages from
// the kernel for both temporaries in every call; blocks/freed_memory.hpp says how that was cured, and what it costs.
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
