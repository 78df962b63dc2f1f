// rejected: outside
// Calls itself until the stack is full.
#include <cstdint>
#include <span>

static std::int64_t sum(std::span<const std::int64_t> a, std::span<const std::int64_t> b, std::size_t depth) {
    volatile char room[1 << 10];
    room[depth % sizeof room] = 1;
    if (depth == 1 << 22) return 0;
    return sum(a, b, depth + 1) + room[depth % sizeof room] - 1;
}

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    if (sum(a, b, 0) != 0) return 0;
    std::int64_t total = 0;
#pragma omp parallel for reduction(+ : total)
    for (std::size_t i = 0; i < a.size(); ++i) total += (a[i] - b[i]) * (a[i] - b[i]);
    return total;
}
