// NumPy's own order of additions, in parallel: np.sum's answer bit for bit, also for floats.
//
// NumPy takes an array in buffers of 8192 elements and adds their sums one after the other. It halves each buffer,
// always at a multiple of eight, until at most 128 elements are left, and adds these in eight lanes. So an element
// passes through at most 24 roundings on its way into the buffer's sum, instead of 8192 in a plain loop, and the error
// grows with that number. It does not matter which thread sums which buffer. (From NumPy 1.24: pairwise_sum in
// loops_utils.h.src, np.getbufsize(); N. Higham, "The accuracy of floating point summation", SIAM J. Sci. Comput. 14,
// 1993.)
#include "blocks/no_contraction.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <vector>

#include "blocks/fused_sum.hpp"
#include "contract/variant.hpp"

namespace reductions::numpy_pairwise {

constexpr std::size_t buffer = 8192;
constexpr std::size_t block = 128;

// For at least 8 and at most 128 elements.
template <Element T>
Wrapping<T> sum_of_block(View<T> a, View<T> b) {
    std::array<Wrapping<T>, 8> lane{};
    std::size_t i = 0;
    for (; i + 8 <= a.size(); i += 8) {
        for (std::size_t j = 0; j < 8; ++j) lane[j] += squared_difference(a[i + j], b[i + j]);
    }
    Wrapping<T> sum = ((lane[0] + lane[1]) + (lane[2] + lane[3])) + ((lane[4] + lane[5]) + (lane[6] + lane[7]));
    for (; i < a.size(); ++i) sum += squared_difference(a[i], b[i]);
    return sum;
}

template <Element T>
Wrapping<T> pairwise(View<T> a, View<T> b) {
    if (a.size() < 8) return fused_sum(a, b);
    if (a.size() <= block) return sum_of_block(a, b);
    const std::size_t half = a.size() / 2 / 8 * 8;
    return pairwise(a.first(half), b.first(half)) + pairwise(a.subspan(half), b.subspan(half));
}

template <Element T>
Sum<T> numpy_pairwise(View<T> a, View<T> b) {
    std::vector<Wrapping<T>> partial((a.size() + buffer - 1) / buffer);
#pragma omp parallel for
    for (std::size_t index = 0; index < partial.size(); ++index) {
        const std::size_t begin = index * buffer;
        const std::size_t length = std::min(buffer, a.size() - begin);
        partial[index] = pairwise(a.subspan(begin, length), b.subspan(begin, length));
    }
    return static_cast<Sum<T>>(std::accumulate(partial.begin(), partial.end(), Wrapping<T>{0}));
}

extern const Entry entry = {
    .shows = "NumPy's own order of additions, in parallel: its answer bit for bit.",
    .computation = [](auto a, auto b) { return numpy_pairwise(a, b); },
};

}  // namespace reductions::numpy_pairwise
