// A reduction over an array section: sums by bucket, as a histogram needs them.
//
// Each thread gets its own array, zeroed at the start. At the end these arrays are added element by element (OpenMP
// 5.2, section 5.5.8). With many buckets these arrays are the cost: they lie on the threads' stacks, and they are
// combined one thread after the other. With few buckets the cost is that the sums are in memory and no longer in a
// register. The answer is the sum over all buckets.
#include <iterator>
#include <numeric>

#include "contract/variant.hpp"

namespace reductions::array_section_reduction {

constexpr std::size_t buckets = 16;

template <Element T>
Sum<T> array_section_reduction(View<T> a, View<T> b) {
    Wrapping<T> sums[buckets] = {};
#pragma omp parallel for reduction(+ : sums[:buckets])
    for (std::size_t i = 0; i < a.size(); ++i) sums[i % buckets] += squared_difference(a[i], b[i]);
    return static_cast<Sum<T>>(std::accumulate(std::begin(sums), std::end(sums), Wrapping<T>{0}));
}

extern const Entry entry = {
    .shows = "A reduction over an array: sums by bucket, as a histogram needs them.",
    .depends_on = DependsOn::run,
    .computation = [](auto a, auto b) { return array_section_reduction(a, b); },
};

}  // namespace reductions::array_section_reduction
