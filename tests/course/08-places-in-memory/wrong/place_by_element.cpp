// rejected: race
// Belief: as many places as threads are enough, no matter which thread writes to which place.
// Neighbouring elements belong to one thread, and their places to all, so two threads write to one place.
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
#pragma omp parallel for
    for (std::size_t i = 0; i < a.size(); ++i) {
        const std::int64_t difference = a[i] - b[i];
        places[i % places.size()].sum += difference * difference;
    }
    std::int64_t total = 0;
    for (const Place& place : places) total += place.sum;
    return total;
}
