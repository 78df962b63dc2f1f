// rejected: race
// Belief: each addition is locked, and that is enough.
// Two locks do not exclude each other. Thread 0 adds while another thread adds.
#include <omp.h>

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <span>

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    std::int64_t total = 0;
    std::mutex first;
    std::mutex others;
#pragma omp parallel
    {
        std::int64_t partial = 0;
#pragma omp for nowait
        for (std::size_t i = 0; i < a.size(); ++i) {
            const std::int64_t difference = a[i] - b[i];
            partial += difference * difference;
        }
        const std::lock_guard<std::mutex> guard(omp_get_thread_num() == 0 ? first : others);
        total += partial;
    }
    return total;
}
