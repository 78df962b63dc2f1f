// NumPy's pairwise summation, in parallel: np.sum's answer bit for bit, for floats too.
//
// NumPy halves an array until 128 elements are left and adds these in eight lanes; the halves always at a multiple of
// eight. An element meets about log2(n/128) + 16 roundings on its way into the sum where a plain loop has n, and the
// error grows with that number. The tree of additions depends on the length alone, so tasks may do parts of it in any
// order. (NumPy's pairwise_sum in loops_utils.h.src; Higham, "The accuracy of floating point summation", SIAM J. Sci.
// Comput. 14, 1993.)
#include <array>

#include "ssd/variant.hpp"

namespace ssd {
namespace {

constexpr std::size_t block = 128;      // NumPy's PW_BLOCKSIZE
constexpr std::size_t piece = 1 << 16;  // below this, a task costs more than it gains

// At least 8 and at most 128 elements.
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
    if (a.size() < 8) {
        Wrapping<T> sum = 0;
        for (std::size_t i = 0; i < a.size(); ++i) sum += squared_difference(a[i], b[i]);
        return sum;
    }
    if (a.size() <= block) return sum_of_block(a, b);
    const std::size_t half = a.size() / 2 / 8 * 8;
    if (a.size() <= piece) return pairwise(a.first(half), b.first(half)) + pairwise(a.subspan(half), b.subspan(half));
    Wrapping<T> first = 0;
#pragma omp task shared(first)
    first = pairwise(a.first(half), b.first(half));
    const Wrapping<T> second = pairwise(a.subspan(half), b.subspan(half));
#pragma omp taskwait
    return first + second;
}

template <Element T>
Sum<T> numpy_pairwise(View<T> a, View<T> b) {
    Wrapping<T> total = 0;
#pragma omp parallel
#pragma omp single
    total = pairwise(a, b);
    return static_cast<Sum<T>>(total);
}

}  // namespace

namespace variants {

extern const Variant numpy_pairwise = {
    .name = "numpy_pairwise",
    .chapter = "accurate",
    .shows = "NumPy's own order of additions, in parallel: its answer bit for bit.",
    .expectation = Expectation::right,
    .computation = [](auto a, auto b) { return ssd::numpy_pairwise(a, b); },
};

}  // namespace variants
}  // namespace ssd
