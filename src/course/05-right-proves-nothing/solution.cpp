// The atomic update is one step: no other atomic update of `total` can come between its load and its store. Each thread
// executes it once. The barrier at the end of the region orders all updates before the return statement reads `total`.
#include <cstddef>
#include <cstdint>
#include <span>

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    std::int64_t total = 0;
#pragma omp parallel
    {
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
