// rejected: forbidden
// A pragma turns on options that the grader did not choose. g++ obeys, and Clang does not.
#include <cstdint>
#include <span>

#pragma GCC optimize("Ofast,unroll-loops")

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    std::int64_t total = 0;
#pragma omp parallel for reduction(+ : total)
    for (std::size_t i = 0; i < a.size(); ++i) total += (a[i] - b[i]) * (a[i] - b[i]);
    return total;
}
