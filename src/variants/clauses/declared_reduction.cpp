// A reduction over a type of your own: `declare reduction`.
//
// The struct collects statistics of the differences. OpenMP must know how to merge two of them (the combiner) and what
// an empty one is (the initializer). Then the clause accepts the name like any operator. The result must not depend on
// the order of merging, because the order in which partial results are combined is unspecified (OpenMP 5.2, section
// 5.5.11).
#include <algorithm>
#include <limits>

#include "contract/variant.hpp"

namespace reductions::declared_reduction {

template <Element T>
struct Statistics {
    Wrapping<T> sum_of_squares = 0;
    std::size_t differing = 0;
    T smallest = std::numeric_limits<T>::max();
    T largest = std::numeric_limits<T>::lowest();

    void add(T x, T y) {
        sum_of_squares += squared_difference(x, y);
        differing += difference(x, y) != 0 ? 1 : 0;
        smallest = std::min(smallest, difference(x, y));
        largest = std::max(largest, difference(x, y));
    }

    void combine(const Statistics& other) {
        sum_of_squares += other.sum_of_squares;
        differing += other.differing;
        smallest = std::min(smallest, other.smallest);
        largest = std::max(largest, other.largest);
    }
};

template <Element T>
Sum<T> declared_reduction(View<T> a, View<T> b) {
#pragma omp declare reduction(gather : Statistics<T> : omp_out.combine(omp_in)) initializer(omp_priv = Statistics<T>{})
    Statistics<T> statistics;
#pragma omp parallel for reduction(gather : statistics)
    for (std::size_t i = 0; i < a.size(); ++i) statistics.add(a[i], b[i]);
    const bool equal = statistics.differing == 0 && statistics.smallest >= statistics.largest;
    return equal ? Sum<T>{0} : static_cast<Sum<T>>(statistics.sum_of_squares);
}

extern const Entry entry = {
    .shows = "A reduction of your own, over a struct: declare reduction.",
    .depends_on = DependsOn::run,
    .computation = [](auto a, auto b) { return declared_reduction(a, b); },
};

}  // namespace reductions::declared_reduction
