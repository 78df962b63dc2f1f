// std::experimental::simd: lanes of a register as a type of the standard library.
//
// The compiler's vectoriser may give up, and does not say so. Here the lanes are in the program: `native_simd` has as
// many elements as the widest register, and its operators work on all of them. Each lane has its own sum, so the
// program, not the compiler, chooses the order in which floats are added. The width, and with it the last bits
// of floats, depends on the instruction set. (Parallelism TS 2; C++26 has a revised version in <simd>.)
#include <omp.h>
#include <experimental/simd>

#include "blocks/chunks.hpp"
#include "contract/variant.hpp"

namespace reductions::experimental_simd {

namespace simd = std::experimental;

template <Element T>
Wrapping<T> sum_in_lanes(View<T> a, View<T> b) {
    using Lanes = simd::native_simd<T>;
    using Bits = simd::rebind_simd_t<WrappingElement<T>, Lanes>;  // unsigned for integers, so that they wrap around
    using Sums = simd::fixed_size_simd<Wrapping<T>, Lanes::size()>;
    Sums sums = 0;
    std::size_t i = 0;
    for (; i + Lanes::size() <= a.size(); i += Lanes::size()) {
        const Lanes x{&a[i], simd::element_aligned};
        const Lanes y{&b[i], simd::element_aligned};
        const Bits step = simd::static_simd_cast<Bits>(x) - simd::static_simd_cast<Bits>(y);
        const auto square = simd::static_simd_cast<Lanes>(step * step);
        sums += simd::static_simd_cast<Sums>(simd::static_simd_cast<Sum<T>>(square));
    }
    Wrapping<T> sum = simd::reduce(sums);
    for (; i < a.size(); ++i) sum += squared_difference(a[i], b[i]);
    return sum;
}

template <Element T>
Sum<T> experimental_simd(View<T> a, View<T> b) {
    Wrapping<T> total = 0;
#pragma omp parallel reduction(+ : total)
    {
        const Chunks slices{a.size(), static_cast<std::size_t>(omp_get_num_threads())};
        const auto [begin, length] = slices[static_cast<std::size_t>(omp_get_thread_num())];
        total += sum_in_lanes(a.subspan(begin, length), b.subspan(begin, length));
    }
    return static_cast<Sum<T>>(total);
}

extern const Entry entry = {
    .shows = "The lanes of a register as a type of the standard library, in each thread.",
    .depends_on = DependsOn::run,
    .computation = [](auto a, auto b) { return experimental_simd(a, b); },
};

}  // namespace reductions::experimental_simd
