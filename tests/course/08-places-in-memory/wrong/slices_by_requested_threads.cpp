// rejected: wrong
// Belief: the threads that were requested arrive.
// If OpenMP starts fewer, nobody adds the last slices.
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
    const auto threads = static_cast<std::size_t>(omp_get_max_threads());
    std::vector<Place> places(threads);
#pragma omp parallel
    {
        const auto thread = static_cast<std::size_t>(omp_get_thread_num());
        std::int64_t mine = 0;
        for (std::size_t i = a.size() * thread / threads; i < a.size() * (thread + 1) / threads; ++i) {
            const std::int64_t difference = a[i] - b[i];
            mine += difference * difference;
        }
        places[thread].sum = mine;
    }
    std::int64_t total = 0;
    for (const Place& place : places) total += place.sum;
    return total;
}
