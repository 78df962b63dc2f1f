// Several streams per thread: each slice is read at four places at once.
//
// The hardware's prefetching follows several streams of ascending addresses at a time, and runs only a limited distance
// ahead in each. A loop over two arrays gives it two streams. This loop gives it eight, and so more reads are in
// flight. As a side effect there are four sums that do not wait for each other.
#include <omp.h>

#include "blocks/chunks.hpp"
#include "blocks/fused_sum.hpp"
#include "contract/variant.hpp"

namespace reductions::several_streams {

template <Element T>
Wrapping<T> sum_of_four_streams(View<T> a, View<T> b) {
    const std::size_t length = a.size() / 4;
    const T *a0 = a.data(), *a1 = a0 + length, *a2 = a1 + length, *a3 = a2 + length;
    const T *b0 = b.data(), *b1 = b0 + length, *b2 = b1 + length, *b3 = b2 + length;
    Wrapping<T> sum0 = 0, sum1 = 0, sum2 = 0, sum3 = 0;
#pragma omp simd reduction(+ : sum0, sum1, sum2, sum3)
    for (std::size_t i = 0; i < length; ++i) {
        sum0 += squared_difference(a0[i], b0[i]);
        sum1 += squared_difference(a1[i], b1[i]);
        sum2 += squared_difference(a2[i], b2[i]);
        sum3 += squared_difference(a3[i], b3[i]);
    }
    return ((sum0 + sum1) + (sum2 + sum3)) + fused_sum(a.subspan(4 * length), b.subspan(4 * length));
}

template <Element T>
Sum<T> several_streams(View<T> a, View<T> b) {
    Wrapping<T> total = 0;
#pragma omp parallel reduction(+ : total)
    {
        const Chunks slices{a.size(), static_cast<std::size_t>(omp_get_num_threads())};
        const auto [begin, length] = slices[static_cast<std::size_t>(omp_get_thread_num())];
        total += sum_of_four_streams(a.subspan(begin, length), b.subspan(begin, length));
    }
    return static_cast<Sum<T>>(total);
}

extern const Entry entry = {
    .shows = "Each thread reads its slice at four places at once: the hardware prefetches each of these streams.",
    .depends_on = DependsOn::run,
    .computation = [](auto a, auto b) { return several_streams(a, b); },
};

}  // namespace reductions::several_streams
