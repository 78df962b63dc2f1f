// rejected: wrong
// Belief: the counter of blocks is shared, because it is declared in the function.
// It is declared in the region, so each thread has its own and takes all blocks.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    constexpr std::size_t block = 16'384;
    std::int64_t total = 0;
#pragma omp parallel reduction(+ : total)
    {
        std::size_t next = 0;
        while (next < a.size()) {
            const std::size_t begin = next;
            next += block;
            const std::size_t end = std::min(begin + block, a.size());
            for (std::size_t i = begin; i < end; ++i) total += (a[i] - b[i]) * (a[i] - b[i]);
        }
    }
    return total;
}
