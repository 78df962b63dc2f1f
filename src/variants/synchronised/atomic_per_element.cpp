// Every addition as an atomic update.
//
// On x86-64 this is one instruction with a lock prefix for integers. Floats have no such instruction, so they need a
// loop of compare-and-exchange that repeats if another thread was faster. In both cases the cache line with the total
// must travel to the core that adds, for every element. Expect it to be faster than a critical section, and still many
// times slower than one thread.
#include "contract/variant.hpp"

namespace reductions::atomic_per_element {

template <Element T>
Sum<T> atomic_per_element(View<T> a, View<T> b) {
    Wrapping<T> total = 0;
#pragma omp parallel for
    for (std::size_t i = 0; i < a.size(); ++i) {
        const Wrapping<T> term = squared_difference(a[i], b[i]);
#pragma omp atomic
        total += term;
    }
    return static_cast<Sum<T>>(total);
}

extern const Entry entry = {
    .shows = "An atomic update for every addition: right, but all threads wait for one cache line.",
    .depends_on = DependsOn::run,
    .default_size = 100'000,
    .computation = [](auto a, auto b) { return atomic_per_element(a, b); },
};

}  // namespace reductions::atomic_per_element
