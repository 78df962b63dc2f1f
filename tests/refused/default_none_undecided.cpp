// default(none) requires a clause that says how this total is shared.
#include <cstddef>

#include "contract/element.hpp"

double sum(reductions::View<double> values) {
    double total = 0;
#ifdef REFUSED
#pragma omp parallel for default(none) shared(values)
#else
#pragma omp parallel for default(none) shared(values) reduction(+ : total)
#endif
    for (std::size_t i = 0; i < values.size(); ++i) total += values[i];
    return total;
}
