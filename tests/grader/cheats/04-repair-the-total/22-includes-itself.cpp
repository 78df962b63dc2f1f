// rejected: forbidden
// Includes itself, twice a level: 2 to the power of 200 times.
#include <cstdint>
#include <span>

#include __FILE__
#include __FILE__

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    std::int64_t total = 0;
#pragma omp parallel for reduction(+ : total)
    for (std::size_t i = 0; i < a.size(); ++i) total += (a[i] - b[i]) * (a[i] - b[i]);
    return total;
}
