// WRONG ON PURPOSE: slices for the number of threads that was requested.
//
// The runtime may deliver fewer threads than a program requests, because of OMP_THREAD_LIMIT, OMP_DYNAMIC or a nested
// region. Then no thread computes the last slices, and nothing reports that. The answer is right on the machine where
// the program was written. Inside the region omp_get_num_threads() returns the number that was delivered. A worksharing
// loop needs no number at all.
#include <omp.h>

#include "blocks/chunks.hpp"
#include "contract/threads.hpp"
#include "contract/variant.hpp"

namespace reductions::slices_by_requested_threads {

template <Element T>
Sum<T> slices_by_requested_threads(View<T> a, View<T> b) {
    const Chunks slices{a.size(), requested_threads()};  // not the number that was delivered
    Wrapping<T> total = 0;
#pragma omp parallel reduction(+ : total)
    {
        const auto [begin, length] = slices[static_cast<std::size_t>(omp_get_thread_num())];
        for (std::size_t i = begin; i < begin + length; ++i) total += squared_difference(a[i], b[i]);
    }
    return static_cast<Sum<T>>(total);
}

extern const Entry entry = {
    .shows = "Slices for the number of threads that was requested: the tail is lost if fewer are delivered.",
    .misconception = "A program gets the threads that it requests.",
    .expectation = Expectation::lossy,
    .computation = [](auto a, auto b) { return slices_by_requested_threads(a, b); },
};

}  // namespace reductions::slices_by_requested_threads
