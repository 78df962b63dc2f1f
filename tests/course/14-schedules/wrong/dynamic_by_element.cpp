// rejected: slow
// Belief: a dynamic schedule takes as many iterations at a time as are good.
// Without a number it takes one.
#include <cstddef>
#include <cstdint>
#include <span>

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    std::int64_t total = 0;
#pragma omp parallel for schedule(dynamic) reduction(+ : total)
    for (std::size_t i = 0; i < a.size(); ++i) total += (a[i] - b[i]) * (a[i] - b[i]);
    return total;
}
