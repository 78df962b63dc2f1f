// An addition of the standard library per thread.
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <span>

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    std::atomic<std::int64_t> total = 0;
#pragma omp parallel
    {
        std::int64_t partial = 0;
#pragma omp for nowait
        for (std::size_t i = 0; i < a.size(); ++i) {
            const std::int64_t difference = a[i] - b[i];
            partial += difference * difference;
        }
        total.fetch_add(partial);
    }
    return total;
}
