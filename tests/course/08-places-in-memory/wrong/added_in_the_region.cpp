// rejected: race
// Belief: the first thread is the last one to be done.
// It adds up the places while others may still write to theirs: `nowait` has removed the barrier.
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
    std::int64_t total = 0;
    std::vector<Place> places(static_cast<std::size_t>(omp_get_max_threads()));
#pragma omp parallel
    {
        std::int64_t mine = 0;
#pragma omp for nowait
        for (std::size_t i = 0; i < a.size(); ++i) {
            const std::int64_t difference = a[i] - b[i];
            mine += difference * difference;
        }
        places[static_cast<std::size_t>(omp_get_thread_num())].sum = mine;
#pragma omp master
        for (const Place& place : places) total += place.sum;
    }
    return total;
}
