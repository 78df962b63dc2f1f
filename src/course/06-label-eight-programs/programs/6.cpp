#include <cstddef>
#include <cstdint>
#include <span>

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    std::int64_t total = 0;
#pragma omp parallel sections
    {
#pragma omp section
        {
            std::int64_t first_half = 0;
            for (std::size_t i = 0; i < a.size() / 2; ++i) first_half += (a[i] - b[i]) * (a[i] - b[i]);
#pragma omp critical(first_half)
            total += first_half;
        }
#pragma omp section
        {
            std::int64_t second_half = 0;
            for (std::size_t i = a.size() / 2; i < a.size(); ++i) second_half += (a[i] - b[i]) * (a[i] - b[i]);
#pragma omp critical(second_half)
            total += second_half;
        }
    }
    return total;
}
