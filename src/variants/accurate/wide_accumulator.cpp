// Wide accumulator: float32 data, and a total in double.
//
// A float has 24 significant bits. Once the total is more than 2²⁵ (33 million) times as large as a term, adding the
// term changes nothing. A double has 53 bits, so its rounding errors are far below the last bit of a float. Try this
// first if a sum of float32 is not accurate enough. It costs a conversion per element and no extra memory traffic.
// (numpy.sum does it with dtype=numpy.float64. For float64 the total is as wide as the data, and nothing is gained.)
#include <concepts>
#include <type_traits>

#include "contract/variant.hpp"

namespace reductions::wide_accumulator {

template <Element T>
using Wide = std::conditional_t<std::same_as<T, float>, double, Wrapping<T>>;

template <Element T>
Sum<T> wide_accumulator(View<T> a, View<T> b) {
    Wide<T> total = 0;
#pragma omp parallel for reduction(+ : total)
    for (std::size_t i = 0; i < a.size(); ++i) total += squared_difference(a[i], b[i]);
    return static_cast<Sum<T>>(total);
}

extern const Entry entry = {
    .shows = "float32 data with a total in double: a conversion per element, and an accurate sum.",
    .depends_on = DependsOn::run,
    .computation = [](auto a, auto b) { return wide_accumulator(a, b); },
};

}  // namespace reductions::wide_accumulator
