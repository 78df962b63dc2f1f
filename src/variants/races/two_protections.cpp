// WRONG ON PURPOSE: additions to one total, half of them in a critical section and half atomic.
//
// Each of the two would be right alone. But a critical section excludes only other critical sections of the same name,
// and an atomic addition excludes only other atomic accesses. Between the load and the store in the critical section,
// another thread may add atomically, and that addition is lost. All accesses to one variable need the same protection.
#include "contract/variant.hpp"

namespace reductions::two_protections {

template <typename Number>
void add_in_critical_section(Number& total, Number term) {
#pragma omp critical
    total += term;
}

template <typename Number>
void add_atomically(Number& total, Number term) {
#pragma omp atomic
    total += term;
}

template <Element T>
Sum<T> two_protections(View<T> a, View<T> b) {
    Wrapping<T> total = 0;
#pragma omp parallel for
    for (std::size_t i = 0; i < a.size(); ++i) {
        const Wrapping<T> term = squared_difference(a[i], b[i]);
        if (i % 2 == 0) {
            add_in_critical_section(total, term);
        } else {
            add_atomically(total, term);
        }
    }
    return static_cast<Sum<T>>(total);
}

extern const Entry entry = {
    .shows = "One total, protected here by a critical section and there by an atomic addition.",
    .misconception = "Any protection will do.",
    .expectation = Expectation::racy,
    .default_size = 100'000,
    .computation = [](auto a, auto b) { return two_protections(a, b); },
};

}  // namespace reductions::two_protections
