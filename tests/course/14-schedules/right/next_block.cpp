// A counter of blocks: each thread takes the next number.
#include <algorithm>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <span>

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    constexpr std::size_t block = 50'000;
    std::atomic<std::size_t> next = 0;
    std::int64_t total = 0;
#pragma omp parallel reduction(+ : total)
    for (std::size_t begin = next.fetch_add(block); begin < a.size(); begin = next.fetch_add(block)) {
        const std::size_t end = std::min(begin + block, a.size());
        for (std::size_t i = begin; i < end; ++i) total += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return total;
}
