// The largest squared difference and its place, beside the sum: `declare reduction` for an arg-max.
//
// The operator `max` of the reduction clause finds the largest value and forgets where it was. Here the value and its
// index travel together (arg-max). Of equal values the smallest index wins, whichever thread finishes first. So the
// answer does not depend on the order in which OpenMP merges the threads' results, which is unspecified (OpenMP 5.2,
// section 5.5). A NaN is never the largest.
#include <limits>

#include "contract/variant.hpp"

namespace reductions::largest_difference {

template <Element T>
struct Largest {
    Sum<T> square = std::numeric_limits<Sum<T>>::lowest();
    std::size_t place = std::numeric_limits<std::size_t>::max();

    void merge(const Largest& other) {
        if (other.square > square || (other.square == square && other.place < place)) *this = other;
    }
};

template <Element T>
struct Result {
    Sum<T> sum;
    Largest<T> largest;
};

template <Element T>
Result<T> largest_difference(View<T> a, View<T> b) {
#pragma omp declare reduction(larger : Largest <T> : omp_out.merge(omp_in)) initializer(omp_priv = Largest <T>{})
    Wrapping<T> total = 0;
    Largest<T> largest;
#pragma omp parallel for reduction(+ : total) reduction(larger : largest)
    for (std::size_t i = 0; i < a.size(); ++i) {
        const Wrapping<T> square = squared_difference(a[i], b[i]);
        total += square;
        largest.merge({static_cast<Sum<T>>(square), i});
    }
    return {static_cast<Sum<T>>(total), largest};
}

extern const Entry entry = {
    .shows = "The largest squared difference and its place, beside the sum: declare reduction for an arg-max.",
    .depends_on = DependsOn::run,
    .computation = [](auto a, auto b) { return largest_difference(a, b).sum; },
};

}  // namespace reductions::largest_difference
