// Each thread stores its partial sum once, in its own place. One thread adds them up after the region.
#include <omp.h>

#include <cstddef>
#include <cstdint>
#include <numeric>
#include <span>
#include <vector>

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    std::vector<std::int64_t> partials(static_cast<std::size_t>(omp_get_max_threads()));
#pragma omp parallel
    {
        std::int64_t partial = 0;
#pragma omp for nowait
        for (std::size_t i = 0; i < a.size(); ++i) {
            const std::int64_t difference = a[i] - b[i];
            partial += difference * difference;
        }
        partials[static_cast<std::size_t>(omp_get_thread_num())] = partial;
    }
    return std::accumulate(partials.begin(), partials.end(), std::int64_t{0});
}
