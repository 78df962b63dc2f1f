// rejected: race
// Belief: `volatile` makes an update visible to the other threads at once, so none is lost.
#include <cstddef>
#include <cstdint>
#include <span>

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    volatile std::int64_t total = 0;
#pragma omp parallel for
    for (std::size_t i = 0; i < a.size(); ++i) {
        const std::int64_t difference = a[i] - b[i];
        total = total + difference * difference;
    }
    return total;
}
