// NumPy's way, the article's np_squared_diff: np.sum((a - b) ** 2).
//
// Each step runs over a whole array and leaves a new one behind: a difference array, a squares array, then their sum.
// The code is as short as the formula and pays for that in memory: 2·n·sizeof(T) bytes at the peak, and three passes
// over memory where one would do. What made it far slower still were page faults, since malloc took fresh pages from
// the kernel for both temporaries in every call; ssd/freed_memory.hpp says how that was cured, and what it costs.
#include "ssd/numpy_temporaries.hpp"
#include "ssd/variant.hpp"

namespace ssd {
namespace {

template <Element T>
Sum<T> eigen_temporaries(View<T> a, View<T> b) {
    return static_cast<Sum<T>>(sum_of_temporaries(a, b));
}

}  // namespace

namespace variants {

extern const Variant eigen_temporaries = {
    .name = "eigen_temporaries",
    .chapter = "article",
    .article_name = "np_squared_diff",
    .shows = "Whole-array steps, each into a temporary array, as NumPy evaluates an expression.",
    .expectation = Expectation::right,
    .computation = [](auto a, auto b) { return ssd::eigen_temporaries(a, b); },
};

}  // namespace variants
}  // namespace ssd
