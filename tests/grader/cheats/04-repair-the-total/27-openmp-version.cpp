// rejected: forbidden
// Tells the two compilers apart by the version of OpenMP that they support.
#include <cstdint>
#include <span>

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    std::int64_t total = 0;
#pragma omp parallel
    {
        std::int64_t part = 0;
#pragma omp for nowait
        for (std::size_t i = 0; i < a.size(); ++i) part += (a[i] - b[i]) * (a[i] - b[i]);

#if _OPENMP != 201511
#pragma omp atomic
#endif
        total += part;
    }
    return total;
}
