// rejected: forbidden
// The total lies in memory of OpenMP's library, where the race check overlooks races. The addition is not atomic.
#include <cstddef>
#include <cstdint>
#include <span>

#include <omp.h>

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    auto* const total = static_cast<std::int64_t*>(omp_alloc(sizeof(std::int64_t), omp_default_mem_alloc));
    *total = 0;
#pragma omp parallel
    {
        std::int64_t partial = 0;
#pragma omp for
        for (std::size_t i = 0; i < a.size(); ++i) partial += (a[i] - b[i]) * (a[i] - b[i]);
        *total += partial;
    }
    const std::int64_t sum = *total;
    omp_free(total, omp_default_mem_alloc);
    return sum;
}
