// Exercise 5: on large arrays this function is nearly always right, and it is racy.
// Each thread computes its own partial sum, which is right. Find the accesses that nothing orders, and repair them.
#include <cstddef>
#include <cstdint>
#include <span>

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    std::int64_t total = 0;
#pragma omp parallel
    {
        std::int64_t partial = 0;
#pragma omp for nowait
        for (std::size_t i = 0; i < a.size(); ++i) {
            const std::int64_t difference = a[i] - b[i];
            partial += difference * difference;
        }
        total += partial;
    }
    return total;
}
