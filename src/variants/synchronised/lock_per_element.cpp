// Every addition under an OpenMP lock.
//
// It does what critical_per_element does, with a lock that has an owner, a lifetime and a name. Such a lock is useful
// if many places need protection, for example one lock for each bucket of a table. For one total it is a critical
// section with more code, and as slow.
#include <omp.h>
#include <mutex>

#include "contract/variant.hpp"

namespace reductions::lock_per_element {

// An omp_lock_t that is initialised and destroyed with an object.
class Lock {
public:
    Lock() { omp_init_lock(&lock_); }
    Lock(const Lock&) = delete;
    Lock& operator=(const Lock&) = delete;
    ~Lock() { omp_destroy_lock(&lock_); }

    void lock() { omp_set_lock(&lock_); }
    void unlock() { omp_unset_lock(&lock_); }

private:
    omp_lock_t lock_{};
};

template <Element T>
Sum<T> lock_per_element(View<T> a, View<T> b) {
    Wrapping<T> total = 0;
    Lock lock;
#pragma omp parallel for
    for (std::size_t i = 0; i < a.size(); ++i) {
        const Wrapping<T> term = squared_difference(a[i], b[i]);
        const std::lock_guard guard{lock};
        total += term;
    }
    return static_cast<Sum<T>>(total);
}

extern const Entry entry = {
    .shows = "An OpenMP lock around every addition: a critical section written by hand.",
    .depends_on = DependsOn::run,
    .default_size = 100'000,
    .computation = [](auto a, auto b) { return lock_per_element(a, b); },
};

}  // namespace reductions::lock_per_element
