// rejected: race
// Belief: a critical section and an atomic update exclude each other.
#include <omp.h>

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
        if (omp_get_thread_num() == 0) {
#pragma omp critical
            total += partial;
        } else {
#pragma omp atomic
            total += partial;
        }
    }
    return total;
}
