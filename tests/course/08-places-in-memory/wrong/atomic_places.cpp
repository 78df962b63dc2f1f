// rejected: slow
// Belief: a place in a cache line of its own makes every update of it fast.
// Nobody else uses the cache line. But an atomic update is slow by itself, and the sum cannot stay in a register.
#include <omp.h>

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace {

struct alignas(64) Place {
    std::atomic<std::int64_t> sum = 0;
};

}  // namespace

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    std::vector<Place> places(static_cast<std::size_t>(omp_get_max_threads()));
#pragma omp parallel for
    for (std::size_t i = 0; i < a.size(); ++i) {
        const std::int64_t difference = a[i] - b[i];
        places[static_cast<std::size_t>(omp_get_thread_num())].sum += difference * difference;
    }
    std::int64_t total = 0;
    for (const Place& place : places) total += place.sum;
    return total;
}
