// Each thread computes the bounds of its own slice; the last slice ends at the size.
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
        const std::size_t end = a.size() * (thread + 1) / threads;
        for (std::size_t i = a.size() * thread / threads; i < end; ++i) {
            const std::int64_t difference = a[i] - b[i];
            total += difference * difference;
        }
    }
    return total;
}
