// WRONG ON PURPOSE: an atomic total that is loaded, added to and stored.
//
// Every access is atomic, so there is no data race and no undefined behaviour, and a race detector finds nothing.
// Still, another thread may store between one thread's load and its store, and that update is lost. Atomic accesses
// alone do not make an atomic update; fetch_add does.
#include <atomic>

#include "contract/variant.hpp"

namespace reductions::relaxed_load_and_store {

template <Element T>
Sum<T> relaxed_load_and_store(View<T> a, View<T> b) {
    std::atomic<Wrapping<T>> total = 0;
#pragma omp parallel for
    for (std::size_t i = 0; i < a.size(); ++i) {
        const Wrapping<T> before = total.load(std::memory_order_relaxed);
        total.store(before + squared_difference(a[i], b[i]), std::memory_order_relaxed);
    }
    return static_cast<Sum<T>>(total.load());
}

extern const Entry entry = {
    .shows = "An atomic total, loaded and then stored: no data race, but lost updates.",
    .misconception = "Atomic accesses make an atomic update.",
    .expectation = Expectation::lossy,
    .default_size = 1'000'000,
    .computation = [](auto a, auto b) { return relaxed_load_and_store(a, b); },
};

}  // namespace reductions::relaxed_load_and_store
