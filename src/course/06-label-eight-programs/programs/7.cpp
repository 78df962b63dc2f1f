#include <omp.h>

#include <cstddef>
#include <cstdint>
#include <span>

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    std::int64_t total = 0;
#pragma omp parallel reduction(+ : total)
    {
        const auto threads = static_cast<std::size_t>(omp_get_num_threads());
        const auto thread = static_cast<std::size_t>(omp_get_thread_num());
        const std::size_t length = a.size() / threads;
        for (std::size_t i = thread * length; i < (thread + 1) * length; ++i) {
            const std::int64_t difference = a[i] - b[i];
            total += difference * difference;
        }
    }
    return total;
}
