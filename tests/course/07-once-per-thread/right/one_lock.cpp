// A lock of OpenMP, set once per thread.
#include <omp.h>

#include <cstddef>
#include <cstdint>
#include <span>

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    std::int64_t total = 0;
    omp_lock_t lock;
    omp_init_lock(&lock);
#pragma omp parallel
    {
        std::int64_t partial = 0;
#pragma omp for nowait
        for (std::size_t i = 0; i < a.size(); ++i) {
            const std::int64_t difference = a[i] - b[i];
            partial += difference * difference;
        }
        omp_set_lock(&lock);
        total += partial;
        omp_unset_lock(&lock);
    }
    omp_destroy_lock(&lock);
    return total;
}
