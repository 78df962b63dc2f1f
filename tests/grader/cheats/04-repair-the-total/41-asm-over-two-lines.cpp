// rejected: forbidden
// Splits the word asm with a backslash at the end of a line.
#include <cstdint>
#include <span>

// clang-format off

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    as\
m volatile("" ::: "memory");
    std::int64_t total = 0;
#pragma omp parallel for reduction(+ : total)
    for (std::size_t i = 0; i < a.size(); ++i) total += (a[i] - b[i]) * (a[i] - b[i]);
    return total;
}
// clang-format on
