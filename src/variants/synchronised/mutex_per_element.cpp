// Every addition under a std::mutex.
//
// OpenMP's threads are threads of the operating system, so the C++ library's mutex works between them. Its lock_guard
// releases the lock however the scope is left. One lock per element costs far too much, as it does with OpenMP's own
// locks. A thread that finds the mutex taken is put to sleep and woken again, which costs more than the wait.
#include <mutex>

#include "contract/variant.hpp"

namespace reductions::mutex_per_element {

template <Element T>
Sum<T> mutex_per_element(View<T> a, View<T> b) {
    Wrapping<T> total = 0;
    std::mutex mutex;
#pragma omp parallel for
    for (std::size_t i = 0; i < a.size(); ++i) {
        const Wrapping<T> term = squared_difference(a[i], b[i]);
        const std::lock_guard guard{mutex};
        total += term;
    }
    return static_cast<Sum<T>>(total);
}

extern const Entry entry = {
    .shows = "A std::mutex around every addition: the C++ library's lock between OpenMP's threads.",
    .depends_on = DependsOn::run,
    .default_size = 100'000,
    .computation = [](auto a, auto b) { return mutex_per_element(a, b); },
};

}  // namespace reductions::mutex_per_element
