// rejected: refused
// Three lines that become an expression of thirty thousand terms, for which the compiler needs more than a minute.
#include <cstdint>
#include <span>

#define TEN(x) x x x x x x x x x x
constexpr int many = 0 TEN(TEN(TEN(TEN(+1 + 1 + 1))));
static_assert(many == 0, "the bomb has gone off");

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    std::int64_t total = 0;
#pragma omp parallel for reduction(+ : total)
    for (std::size_t i = 0; i < a.size(); ++i) total += (a[i] - b[i]) * (a[i] - b[i]);
    return total;
}
