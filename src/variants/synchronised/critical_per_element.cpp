// Every addition in a critical section: right, and the slowest way to be right.
//
// One thread at a time may be in the section, so the additions are in a row again, and each of them pays for taking and
// releasing a lock that travels between the cores. Expect it to be a hundred times slower than one thread without any
// of this. The cure is not a faster lock but fewer of them: critical_per_thread.
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
    .shows = "A critical section around every addition: right, and slower than one thread.",
    .depends_on = DependsOn::run,
    .default_size = 100'000,
    .computation = [](auto a, auto b) { return critical_per_element(a, b); },
};

}  // namespace reductions::critical_per_element
