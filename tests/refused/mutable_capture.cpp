// A function that changes a copy of its own: all threads would call the same one.
#include <functional>

#include "ssd/element.hpp"
#include "ssd/parallel_reduce.hpp"

double sum(ssd::View<double> values) {
#ifdef REFUSED
    const auto map = [count = 0](double x) mutable { return x * ++count; };
#else
    const auto map = [](double x) { return x; };
#endif
    return ssd::parallel_reduce(values, 0.0, map, std::plus<>{});
}
