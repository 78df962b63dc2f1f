// rejected: slow
// Belief: a place of a thread's own needs protection, too.
// Nobody waits for these locks. But each is locked and unlocked for every element.
#include <omp.h>

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <span>
#include <vector>

namespace {

struct alignas(64) Place {
    std::mutex mutex;
    std::int64_t sum = 0;
};

}  // namespace

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    std::vector<Place> places(static_cast<std::size_t>(omp_get_max_threads()));
#pragma omp parallel for
    for (std::size_t i = 0; i < a.size(); ++i) {
        const std::int64_t difference = a[i] - b[i];
        Place& mine = places[static_cast<std::size_t>(omp_get_thread_num())];
        const std::lock_guard<std::mutex> guard(mine.mutex);
        mine.sum += difference * difference;
    }
    std::int64_t total = 0;
    for (const Place& place : places) total += place.sum;
    return total;
}
