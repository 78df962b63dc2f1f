// Compensated summation in sixteen lanes side by side.
//
// In neumaier each addition waits for the one before it. Here sixteen sums, each with what it has lost, fill whole
// registers on any current machine, and no sum waits for another. What was lost is computed without a branch (Knuth's
// TwoSum: six operations, for any two numbers), so that the lanes stay in step. The blocks have a fixed size, and lanes
// and blocks are combined in a fixed order, so the answer depends only on the arrays. (T. Ogita, S. M. Rump, S. Oishi,
// "Accurate sum and dot product", SIAM J. Sci. Comput. 26, 2005.)
#include "blocks/no_contraction.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "contract/variant.hpp"

namespace reductions::neumaier_in_lanes {

constexpr std::size_t block = 8192;
constexpr std::size_t lane_count = 16;

template <Element T>
struct SumAndLoss {
    Wrapping<T> sum = 0;
    Wrapping<T> lost = 0;
};

// Adds `term` to `sum`, and what this addition rounds away to `lost`. Integers lose nothing.
template <typename Number>
void add(Number& sum, Number& lost, Number term) {
    const Number next = sum + term;
    const Number of_term = next - sum;
    lost += (sum - (next - of_term)) + (term - of_term);
    sum = next;
}

template <Element T>
SumAndLoss<T> sum_of_block(View<T> a, View<T> b) {
    std::array<Wrapping<T>, lane_count> sum{};
    std::array<Wrapping<T>, lane_count> lost{};
    std::size_t i = 0;
    for (; i + lane_count <= a.size(); i += lane_count) {
#pragma omp simd
        for (std::size_t j = 0; j < lane_count; ++j) add(sum[j], lost[j], squared_difference(a[i + j], b[i + j]));
    }
    for (std::size_t j = 0; i + j < a.size(); ++j) add(sum[j], lost[j], squared_difference(a[i + j], b[i + j]));
    SumAndLoss<T> total;
    for (std::size_t j = 0; j < lane_count; ++j) {
        add(total.sum, total.lost, sum[j]);
        total.lost += lost[j];
    }
    return total;
}

template <Element T>
Sum<T> neumaier_in_lanes(View<T> a, View<T> b) {
    std::vector<SumAndLoss<T>> partial((a.size() + block - 1) / block);
#pragma omp parallel for
    for (std::size_t index = 0; index < partial.size(); ++index) {
        const std::size_t begin = index * block;
        const std::size_t length = std::min(block, a.size() - begin);
        partial[index] = sum_of_block(a.subspan(begin, length), b.subspan(begin, length));
    }
    SumAndLoss<T> total;
    for (const SumAndLoss<T>& sum : partial) {
        add(total.sum, total.lost, sum.sum);
        total.lost += sum.lost;
    }
    const bool finite = total.lost == total.lost;  // `lost` is NaN if the sum is infinite
    return static_cast<Sum<T>>(finite ? total.sum + total.lost : total.sum);
}

extern const Entry entry = {
    .shows = "Compensated summation in sixteen lanes: almost exact, and almost as fast as the plain clause.",
    .computation = [](auto a, auto b) { return neumaier_in_lanes(a, b); },
};

}  // namespace reductions::neumaier_in_lanes
