// rejected: race
// Belief: what stands first in the code happens first.
// Nothing orders the store of 0 before the other threads' additions: `nowait` removes the barrier.
#include <cstddef>
#include <cstdint>
#include <span>

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    static std::int64_t total;
#pragma omp parallel
    {
#pragma omp single nowait
        total = 0;
        std::int64_t partial = 0;
#pragma omp for nowait
        for (std::size_t i = 0; i < a.size(); ++i) {
            const std::int64_t difference = a[i] - b[i];
            partial += difference * difference;
        }
#pragma omp atomic
        total += partial;
    }
    return total;
}
