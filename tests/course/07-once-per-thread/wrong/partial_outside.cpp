// rejected: race
// Belief: a variable is private because its name is `partial`.
// It is declared outside the region, so all threads share it.
#include <cstddef>
#include <cstdint>
#include <span>

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    std::int64_t total = 0;
    std::int64_t partial = 0;
#pragma omp parallel
    {
#pragma omp for nowait
        for (std::size_t i = 0; i < a.size(); ++i) {
            const std::int64_t difference = a[i] - b[i];
            partial += difference * difference;
        }
#pragma omp critical
        total += partial;
    }
    return total;
}
