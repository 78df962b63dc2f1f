// Every addition in a critical section: right, and the slowest way to be right.
//
// One thread at a time may be in the section, so the additions are in a row again, and each of them pays for taking and
// releasing a lock that travels between the cores. Expect it to be a hundred times slower than one thread without any
// of this. The cure is not a faster lock but fewer of them: critical_per_thread.
#include "ssd/variant.hpp"

namespace ssd {
namespace {

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

}  // namespace

namespace variants {

extern const Variant critical_per_element = {
    .name = "critical_per_element",
    .chapter = "synchronised",
    .shows = "A critical section around every addition: right, and slower than one thread.",
    .expectation = Expectation::right,
    .depends_on = DependsOn::run,
    .default_size = 100'000,
    .computation = [](auto a, auto b) { return ssd::critical_per_element(a, b); },
};

}  // namespace variants
}  // namespace ssd
