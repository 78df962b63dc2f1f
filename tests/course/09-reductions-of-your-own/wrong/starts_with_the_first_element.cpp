// rejected: wrong race
// Belief: the initializer copies the original, so no identity is needed if the loop begins with the second element.
// The square of the first element is in each copy, and in the original.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>

struct SumAndLargest {
    std::int64_t sum = 0;
    std::int64_t largest = std::numeric_limits<std::int64_t>::lowest();

    void add(std::int64_t difference) {
        sum += difference * difference;
        largest = std::max(largest, difference);
    }

    void combine(const SumAndLargest& other) {
        sum += other.sum;
        largest = std::max(largest, other.largest);
    }
};

#pragma omp declare reduction(gather:SumAndLargest : omp_out.combine(omp_in)) initializer(omp_priv = omp_orig)

SumAndLargest sum_and_largest(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    SumAndLargest result;
    if (a.empty()) return result;
    result.add(a[0] - b[0]);
#pragma omp parallel for reduction(gather : result)
    for (std::size_t i = 1; i < a.size(); ++i) result.add(a[i] - b[i]);
    return result;
}
