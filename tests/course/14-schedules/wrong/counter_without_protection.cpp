// rejected: race
// Belief: taking the next block is so short that no two threads do it at once.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    constexpr std::size_t block = 16'384;
    std::size_t next = 0;
    std::int64_t total = 0;
#pragma omp parallel reduction(+ : total)
    while (next < a.size()) {
        const std::size_t begin = next;
        next += block;
        const std::size_t end = std::min(begin + block, a.size());
        for (std::size_t i = begin; i < end; ++i) total += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return total;
}
