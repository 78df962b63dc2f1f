// Exercise 3a: what stands around your lines.
#include <cstddef>
#include <cstdint>
#include <span>

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    std::int64_t total = 0;
#pragma omp parallel
    {
        std::int64_t partial = 0;
#pragma omp for
        for (std::size_t i = 0; i < a.size(); ++i) partial += (a[i] - b[i]) * (a[i] - b[i]);
        // Your lines.
    }
    return total;
}
