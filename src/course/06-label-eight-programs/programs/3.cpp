#include <omp.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    std::vector<std::int64_t> partials(static_cast<std::size_t>(omp_get_max_threads()));
#pragma omp parallel
    {
        const auto mine = static_cast<std::size_t>(omp_get_thread_num());
#pragma omp for
        for (std::size_t i = 0; i < a.size(); ++i) {
            const std::int64_t difference = a[i] - b[i];
            partials[mine] += difference * difference;
        }
    }
    std::int64_t total = 0;
    for (const std::int64_t partial : partials) total += partial;
    return total;
}
