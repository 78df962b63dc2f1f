// Without an initializer, the struct's own initial values count, which are the identity.
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

#pragma omp declare reduction(gather:SumAndLargest : omp_out.combine(omp_in))

SumAndLargest sum_and_largest(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    SumAndLargest result;
#pragma omp parallel for reduction(gather : result)
    for (std::size_t i = 0; i < a.size(); ++i) result.add(a[i] - b[i]);
    return result;
}
