// rejected: forbidden
// Includes a file that is no standard header, although its name stands in angle brackets.
#include <cstdint>
#include <span>

#include <../../etc/passwd>

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    std::int64_t total = 0;
#pragma omp parallel for reduction(+ : total)
    for (std::size_t i = 0; i < a.size(); ++i) total += (a[i] - b[i]) * (a[i] - b[i]);
    return total;
}
