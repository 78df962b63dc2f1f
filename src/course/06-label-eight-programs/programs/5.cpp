#include <cstddef>
#include <cstdint>
#include <span>

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    std::int64_t total = 0;
#pragma omp parallel
    {
        std::int64_t sum = 0;
#pragma omp critical
        sum = total;
#pragma omp for
        for (std::size_t i = 0; i < a.size(); ++i) {
            const std::int64_t difference = a[i] - b[i];
            sum += difference * difference;
        }
#pragma omp critical
        total = sum;
    }
    return total;
}
