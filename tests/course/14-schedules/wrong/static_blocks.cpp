// rejected: slow passed
// Belief: blocks are enough.
// With a static schedule, it is decided before the loop begins which thread computes which blocks.
#include <cstddef>
#include <cstdint>
#include <span>

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    std::int64_t total = 0;
#pragma omp parallel for schedule(static, 16'384) reduction(+ : total)
    for (std::size_t i = 0; i < a.size(); ++i) total += (a[i] - b[i]) * (a[i] - b[i]);
    return total;
}
