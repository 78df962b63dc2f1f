// rejected: refused
// The message of an assertion is a megabyte long.
#include <cstdint>
#include <span>

#define TEN(x) x x x x x x x x x x
static_assert(sizeof(int) == 0, TEN(TEN(TEN(TEN(TEN("<b>]]>\033[31m"))))));

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    std::int64_t total = 0;
#pragma omp parallel for reduction(+ : total)
    for (std::size_t i = 0; i < a.size(); ++i) total += (a[i] - b[i]) * (a[i] - b[i]);
    return total;
}
