// Several reductions in one pass: the sum, the number of elements that differ, and the largest difference.
//
// Reading memory takes most of the time, so for integers further results from the same data are almost free: one loop,
// with a clause for each operator. For floats the largest difference costs more than the sum, because a maximum of
// floats is not vectorised. One loop is still faster than three. The other two results decide whether the arrays are
// equal, and if they are, the answer is 0. So the compiler cannot remove them.
#include <algorithm>
#include <limits>

#include "contract/variant.hpp"

namespace reductions::several_results {

template <Element T>
Sum<T> several_results(View<T> a, View<T> b) {
    Wrapping<T> total = 0;
    std::size_t differing = 0;
    T largest = std::numeric_limits<T>::lowest();
#pragma omp parallel for reduction(+ : total, differing) reduction(max : largest)
    for (std::size_t i = 0; i < a.size(); ++i) {
        const T step = difference(a[i], b[i]);
        total += squared_difference(a[i], b[i]);
        differing += step != 0 ? 1 : 0;
        largest = std::max(largest, step);
    }
    const bool equal = differing == 0 && largest <= 0;
    return equal ? Sum<T>{0} : static_cast<Sum<T>>(total);
}

extern const Entry entry = {
    .shows = "Three reductions in one pass: the sum, the number of elements that differ, and the largest difference.",
    .depends_on = DependsOn::run,
    .computation = [](auto a, auto b) { return several_results(a, b); },
};

}  // namespace reductions::several_results
