// rejected: wrong
// Belief: an atomic read and an atomic write are an atomic update.
// There is no data race. But all threads read 0 before the loop's barrier, so the last write replaces the others.
#include <cstddef>
#include <cstdint>
#include <span>

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    std::int64_t total = 0;
#pragma omp parallel
    {
        std::int64_t mine;
#pragma omp atomic read
        mine = total;
#pragma omp for
        for (std::size_t i = 0; i < a.size(); ++i) {
            const std::int64_t difference = a[i] - b[i];
            mine += difference * difference;
        }
#pragma omp atomic write
        total = mine;
    }
    return total;
}
