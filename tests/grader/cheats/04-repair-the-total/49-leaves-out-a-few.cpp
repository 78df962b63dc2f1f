// rejected: wrong
// Leaves out one element of a thousand. The sum is off by less than a careless tolerance.
#include <cstdint>
#include <span>

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    std::int64_t total = 0;
#pragma omp parallel for reduction(+ : total)
    for (std::size_t i = 0; i < a.size(); ++i) total += i % 1'000 == 999 ? 0 : (a[i] - b[i]) * (a[i] - b[i]);
    return total;
}
