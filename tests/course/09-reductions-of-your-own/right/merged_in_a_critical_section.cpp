// Each thread collects its own result, and merges it once.
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

SumAndLargest sum_and_largest(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    SumAndLargest result;
#pragma omp parallel
    {
        SumAndLargest mine;
#pragma omp for nowait
        for (std::size_t i = 0; i < a.size(); ++i) mine.add(a[i] - b[i]);
#pragma omp critical
        result.combine(mine);
    }
    return result;
}
