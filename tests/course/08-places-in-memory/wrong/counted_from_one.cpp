// rejected: outside
// Belief: threads are numbered from 1, so thread 0 has no place.
// The last thread's place would be one after the last one of the vector.
#include <omp.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace {

struct alignas(64) Place {
    std::int64_t sum = 0;
};

}  // namespace

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    std::vector<Place> places(static_cast<std::size_t>(omp_get_max_threads()));
#pragma omp parallel
    {
        std::int64_t mine = 0;
#pragma omp for
        for (std::size_t i = 0; i < a.size(); ++i) {
            const std::int64_t difference = a[i] - b[i];
            mine += difference * difference;
        }
        places[static_cast<std::size_t>(omp_get_thread_num()) + 1].sum = mine;
    }
    std::int64_t total = 0;
    for (const Place& place : places) total += place.sum;
    return total;
}
