// rejected: refused
// Ten thousand errors. The compiler explains each one.
#include <cstdint>
#include <span>

#define TEN(x) x x x x x x x x x x
#define WRONG std::span<const char[]>{undeclared, "<b>]]>"} = *this;
void flood(){TEN(TEN(TEN(TEN(WRONG))))}

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    std::int64_t total = 0;
#pragma omp parallel for reduction(+ : total)
    for (std::size_t i = 0; i < a.size(); ++i) total += (a[i] - b[i]) * (a[i] - b[i]);
    return total;
}
