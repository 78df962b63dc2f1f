// A clause for each number, in one loop.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>

struct SumAndLargest {
    std::int64_t sum = 0;
    std::int64_t largest = std::numeric_limits<std::int64_t>::lowest();
};

SumAndLargest sum_and_largest(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    std::int64_t sum = 0;
    std::int64_t largest = std::numeric_limits<std::int64_t>::lowest();
#pragma omp parallel for reduction(+ : sum) reduction(max : largest)
    for (std::size_t i = 0; i < a.size(); ++i) {
        const std::int64_t difference = a[i] - b[i];
        sum += difference * difference;
        largest = std::max(largest, difference);
    }
    return {sum, largest};
}
