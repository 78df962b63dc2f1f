// rejected: forbidden
// Splits the word include with a backslash and with comments, so that a search by line does not find it.
#include <cstdint>
#include <span>

// clang-format off
#/* not */inc\
lude /* here */ "/etc/passwd"
// clang-format on

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    std::int64_t total = 0;
#pragma omp parallel for reduction(+ : total)
    for (std::size_t i = 0; i < a.size(); ++i) total += (a[i] - b[i]) * (a[i] - b[i]);
    return total;
}
