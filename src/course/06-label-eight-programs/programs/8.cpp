#include <cstddef>
#include <cstdint>
#include <span>

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    std::int64_t total = 0;
    std::int64_t result = 0;
#pragma omp parallel
    {
        std::int64_t partial = 0;
#pragma omp for nowait
        for (std::size_t i = 0; i < a.size(); ++i) {
            const std::int64_t difference = a[i] - b[i];
            partial += difference * difference;
        }
#pragma omp critical
        total += partial;
#pragma omp barrier
#pragma omp single nowait
        result = total;
    }
    return result;
}
