#include <cstddef>
#include <cstdint>
#include <span>

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    std::int64_t total = 0;
    std::int64_t difference = 0;
#pragma omp parallel for reduction(+ : total)
    for (std::size_t i = 0; i < a.size(); ++i) {
        difference = a[i] - b[i];
        total += difference * difference;
    }
    return total;
}
