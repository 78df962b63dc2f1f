// Elements that the function could write to.
#include <functional>
#include <span>

#include "blocks/parallel_reduce.hpp"

double sum(std::span<double> values) {
#ifdef REFUSED
    const auto elements = values;
#else
    const std::span<const double> elements = values;
#endif
    return reductions::parallel_reduce(
        elements, 0.0, [](double x) { return x; }, std::plus<>{});
}
