// Every addition in a critical section: right, but very slow.
//
// Only one thread at a time may be in the section, so the additions run one after the other again. Each of them also
// pays for taking and releasing a lock that travels between the cores. Expect it to be about a hundred times slower
// than one thread without a lock. The cure is to take the lock less often, as critical_per_thread does.
#include "contract/variant.hpp"

namespace reductions::critical_per_element {

template <Element T>
Sum<T> critical_per_element(View<T> a, View<T> b) {
    Wrapping<T> total = 0;
#pragma omp parallel for
    for (std::size_t i = 0; i < a.size(); ++i) {
        const Wrapping<T> term = squared_difference(a[i], b[i]);
#pragma omp critical
        total += term;
    }
    return static_cast<Sum<T>>(total);
}

extern const Entry entry = {
    .shows = "A critical section around every addition: right, but much slower than one thread.",
    .depends_on = DependsOn::run,
    .default_size = 100'000,
    .computation = [](auto a, auto b) { return critical_per_element(a, b); },
};

}  // namespace reductions::critical_per_element
