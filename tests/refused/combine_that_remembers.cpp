// A combiner that keeps the total to itself.
#include "ssd/element.hpp"
#include "ssd/parallel_reduce.hpp"

double sum(ssd::View<double> values) {
#ifdef REFUSED
    double total = 0;
    const auto combine = [&total](double x, double y) { return total = x + y; };
#else
    const auto combine = [](double x, double y) { return x + y; };
#endif
    return ssd::parallel_reduce(
        values, 0.0, [](double x) { return x; }, combine);
}
