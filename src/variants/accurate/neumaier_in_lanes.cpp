// Compensated summation in sixteen lanes side by side.
//
// neumaier waits for one addition after the other. Sixteen sums, each with what it has lost, fill the registers of any
// machine of today and wait for nobody. What was lost is computed without a branch (Knuth's TwoSum: six operations, any
// two numbers), so that the lanes stay in step. Blocks of a fixed size, lanes and blocks combined in a fixed order: the
// answer depends on the arrays alone. (T. Ogita, S. M. Rump, S. Oishi, "Accurate sum and dot product", SIAM J. Sci.
// Comput. 26, 2005.)
#include "blocks/no_contraction.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "contract/variant.hpp"

namespace reductions::neumaier_in_lanes {

constexpr std::size_t block = 8192;
constexpr std::size_t lanes = 16;

template <Element T>
struct CompensatedSum {
    Wrapping<T> sum = 0;
    Wrapping<T> lost = 0;
};

// total + term, and what that rounds away. Both exact for integers, which lose nothing.
template <typename Number>
void add(Number& sum, Number& lost, Number term) {
    const Number next = sum + term;
    const Number of_term = next - sum;
    lost += (sum - (next - of_term)) + (term - of_term);
    sum = next;
}

template <Element T>
CompensatedSum<T> sum_of_block(View<T> a, View<T> b) {
    std::array<Wrapping<T>, lanes> sum{};
    std::array<Wrapping<T>, lanes> lost{};
    std::size_t i = 0;
    for (; i + lanes <= a.size(); i += lanes) {
#pragma omp simd
        for (std::size_t j = 0; j < lanes; ++j) add(sum[j], lost[j], squared_difference(a[i + j], b[i + j]));
    }
    for (std::size_t j = 0; i + j < a.size(); ++j) add(sum[j], lost[j], squared_difference(a[i + j], b[i + j]));
    CompensatedSum<T> total;
    for (std::size_t j = 0; j < lanes; ++j) {
        add(total.sum, total.lost, sum[j]);
        total.lost += lost[j];
    }
    return total;
}

template <Element T>
Sum<T> neumaier_in_lanes(View<T> a, View<T> b) {
    std::vector<CompensatedSum<T>> partial((a.size() + block - 1) / block);
#pragma omp parallel for
    for (std::size_t index = 0; index < partial.size(); ++index) {
        const std::size_t begin = index * block;
        const std::size_t length = std::min(block, a.size() - begin);
        partial[index] = sum_of_block(a.subspan(begin, length), b.subspan(begin, length));
    }
    CompensatedSum<T> total;
    for (const CompensatedSum<T>& sum : partial) {
        add(total.sum, total.lost, sum.sum);
        total.lost += sum.lost;
    }
    const bool finite = total.lost == total.lost;  // an infinite sum has lost NaN
    return static_cast<Sum<T>>(finite ? total.sum + total.lost : total.sum);
}

extern const Entry entry = {
    .shows = "Compensated summation in sixteen lanes: almost the accuracy of exactness, near the plain clause's speed.",
    .computation = [](auto a, auto b) { return neumaier_in_lanes(a, b); },
};

}  // namespace reductions::neumaier_in_lanes
