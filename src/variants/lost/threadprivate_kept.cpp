// WRONG ON PURPOSE: a threadprivate total that is never reset.
//
// A threadprivate variable belongs to its thread, and it is static: it is initialised once and lives as long as the
// thread (OpenMP 5.2, section 5.2). The first call of a program is right. Every later one begins with what the calls
// before it have left. A test that calls the function once passes.
#include <concepts>
#include <cstdint>

#include "contract/variant.hpp"

namespace reductions::threadprivate_kept {

// In each thread, one total for each type. g++ 12 accepts no threadprivate variable whose type depends on a template.
struct Totals {
    std::uint64_t of_integers;
    double of_doubles;
    float of_floats;
};
static Totals totals;
#pragma omp threadprivate(totals)

template <Element T>
Wrapping<T>& total_of_this_thread() {
    if constexpr (std::same_as<T, float>) {
        return totals.of_floats;
    } else if constexpr (std::same_as<T, double>) {
        return totals.of_doubles;
    } else {
        return totals.of_integers;
    }
}

template <Element T>
Sum<T> threadprivate_kept(View<T> a, View<T> b) {
    Wrapping<T> total = 0;
#pragma omp parallel
    {
        Wrapping<T>& mine = total_of_this_thread<T>();
#pragma omp for nowait
        for (std::size_t i = 0; i < a.size(); ++i) mine += squared_difference(a[i], b[i]);
#pragma omp atomic
        total += mine;
    }
    return static_cast<Sum<T>>(total);
}

extern const Entry entry = {
    .shows = "A threadprivate total: the first call is right, and later ones begin with what earlier calls left.",
    .misconception = "A threadprivate variable begins at 0 in each call.",
    .expectation = Expectation::lossy,
    .computation = [](auto a, auto b) { return threadprivate_kept(a, b); },
};

}  // namespace reductions::threadprivate_kept
