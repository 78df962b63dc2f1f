// rejected: wrong
// Belief: an atomic read and an atomic write are an atomic update.
// There is no data race. But all threads read before any thread writes, so only the last write is left.
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
        std::int64_t seen;
#pragma omp atomic read
        seen = total;
#pragma omp barrier
#pragma omp atomic write
        total = seen + partial;
    }
    return total;
}
