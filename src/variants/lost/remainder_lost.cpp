// WRONG ON PURPOSE: slices of size / threads elements each, and the remainder belongs to no thread.
//
// Division of integers rounds down. If the number of threads does not divide the number of elements, up to T - 1
// elements at the end are never read. The error is tiny on large arrays, and there is none with powers of two, which
// tests like to use. blocks/chunks.hpp gives the first slices one element more; a worksharing loop does that by itself.
#include <omp.h>

#include "contract/variant.hpp"

namespace reductions::remainder_lost {

template <Element T>
Sum<T> remainder_lost(View<T> a, View<T> b) {
    Wrapping<T> total = 0;
#pragma omp parallel reduction(+ : total)
    {
        const std::size_t length = a.size() / static_cast<std::size_t>(omp_get_num_threads());
        const std::size_t begin = length * static_cast<std::size_t>(omp_get_thread_num());
        for (std::size_t i = begin; i < begin + length; ++i) total += squared_difference(a[i], b[i]);
    }
    return static_cast<Sum<T>>(total);
}

extern const Entry entry = {
    .shows = "Slices of size / threads elements: the remainder of the division is never added.",
    .misconception = "n elements are n/T for each of T threads.",
    .expectation = Expectation::lossy,
    .computation = [](auto a, auto b) { return remainder_lost(a, b); },
};

}  // namespace reductions::remainder_lost
