// The race of shared_accumulator, written for parallel_reduce: a total that the function refers to.
#include <functional>

#include "ssd/element.hpp"
#include "ssd/parallel_reduce.hpp"

double sum(ssd::View<double> values) {
#ifdef REFUSED
    double total = 0;
    ssd::parallel_reduce(
        values, 0.0, [&total](double x) { return total += x; }, std::plus<>{});
    return total;
#else
    return ssd::parallel_reduce(
        values, 0.0, [](double x) { return x; }, std::plus<>{});
#endif
}
