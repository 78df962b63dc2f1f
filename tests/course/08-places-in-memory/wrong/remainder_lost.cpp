// rejected: wrong
// Belief: the elements can be divided evenly among the threads.
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
        const auto thread = static_cast<std::size_t>(omp_get_thread_num());
        const std::size_t length = a.size() / static_cast<std::size_t>(omp_get_num_threads());
        std::int64_t mine = 0;
        for (std::size_t i = length * thread; i < length * (thread + 1); ++i) {
            const std::int64_t difference = a[i] - b[i];
            mine += difference * difference;
        }
        places[thread].sum = mine;
    }
    std::int64_t total = 0;
    for (const Place& place : places) total += place.sum;
    return total;
}
