// WRONG ON PURPOSE: critical sections with two names around additions to one total.
//
// A name is a lock: sections of the same name exclude each other, and sections of different names do not (OpenMP 5.2,
// section 15.2). So two threads add at the same time, one in each section. Names are for variables that have nothing to
// do with each other. Sections without a name share one lock in the whole program, which is right and may be slow.
#include "contract/variant.hpp"

namespace reductions::two_critical_names {

template <typename Number>
void add_even(Number& total, Number term) {
#pragma omp critical(even)
    total += term;
}

template <typename Number>
void add_odd(Number& total, Number term) {
#pragma omp critical(odd)
    total += term;
}

template <Element T>
Sum<T> two_critical_names(View<T> a, View<T> b) {
    Wrapping<T> total = 0;
#pragma omp parallel for
    for (std::size_t i = 0; i < a.size(); ++i) {
        const Wrapping<T> term = squared_difference(a[i], b[i]);
        if (i % 2 == 0) {
            add_even(total, term);
        } else {
            add_odd(total, term);
        }
    }
    return static_cast<Sum<T>>(total);
}

extern const Entry entry = {
    .shows = "One total in critical sections with two names, which do not exclude each other.",
    .misconception = "A critical section protects the total in it, whatever the name.",
    .expectation = Expectation::racy,
    .default_size = 100'000,
    .computation = [](auto a, auto b) { return two_critical_names(a, b); },
};

}  // namespace reductions::two_critical_names
