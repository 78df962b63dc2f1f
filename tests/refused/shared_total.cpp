// The race of shared_accumulator, written for parallel_reduce: the function refers to a shared total.
#include <functional>

#include "blocks/parallel_reduce.hpp"
#include "contract/element.hpp"

double sum(reductions::View<double> values) {
#ifdef REFUSED
    double total = 0;
    reductions::parallel_reduce(
        values, 0.0, [&total](double x) { return total += x; }, std::plus<>{});
    return total;
#else
    return reductions::parallel_reduce(
        values, 0.0, [](double x) { return x; }, std::plus<>{});
#endif
}
