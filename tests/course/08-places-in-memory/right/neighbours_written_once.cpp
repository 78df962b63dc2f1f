// The places are neighbours, but each is written once, so there is almost no false sharing.
#include <omp.h>

#include <cstddef>
#include <cstdint>
#include <numeric>
#include <span>
#include <vector>

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    std::vector<std::int64_t> places(static_cast<std::size_t>(omp_get_max_threads()));
#pragma omp parallel
    {
        std::int64_t mine = 0;
#pragma omp for nowait
        for (std::size_t i = 0; i < a.size(); ++i) {
            const std::int64_t difference = a[i] - b[i];
            mine += difference * difference;
        }
        places[static_cast<std::size_t>(omp_get_thread_num())] = mine;
    }
    return std::accumulate(places.begin(), places.end(), std::int64_t{0});
}
