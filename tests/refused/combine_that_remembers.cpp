// A combiner that keeps the total itself.
#include "blocks/parallel_reduce.hpp"
#include "contract/element.hpp"

double sum(reductions::View<double> values) {
#ifdef REFUSED
    double total = 0;
    const auto combine = [&total](double x, double y) { return total = x + y; };
#else
    const auto combine = [](double x, double y) { return x + y; };
#endif
    return reductions::parallel_reduce(
        values, 0.0, [](double x) { return x; }, combine);
}
