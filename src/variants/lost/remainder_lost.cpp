// WRONG ON PURPOSE: slices of size / threads elements each, and the remainder belongs to no thread.
//
// Division of integers rounds down. If the number of threads does not divide the number of elements, the last elements
// are never read: at most threads - 1 of them. On large arrays the error is tiny. It is 0 if both numbers are powers of
// two, which tests like to use. blocks/chunks.hpp gives the first slices one element more. A worksharing loop always
// covers all iterations.
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
    .misconception = "Slices of size / threads elements cover the array.",
    .expectation = Expectation::lossy,
    .computation = [](auto a, auto b) { return remainder_lost(a, b); },
};

}  // namespace reductions::remainder_lost
