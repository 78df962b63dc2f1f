// A function that changes its own state. All threads would call the same function object.
#include <functional>

#include "blocks/parallel_reduce.hpp"
#include "contract/element.hpp"

double sum(reductions::View<double> values) {
#ifdef REFUSED
    const auto map = [count = 0](double x) mutable { return x * ++count; };
#else
    const auto map = [](double x) { return x; };
#endif
    return reductions::parallel_reduce(values, 0.0, map, std::plus<>{});
}
