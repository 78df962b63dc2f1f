// The order of the additions is not fixed, but the last 14 bits are rounded away, and the difference with them.
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
double sum_of_squared_differences(std::span<const double> a, std::span<const double> b) {
    double total = 0;
#pragma omp parallel for reduction(+ : total)
    for (std::size_t i = 0; i < a.size(); ++i) total += (a[i] - b[i]) * (a[i] - b[i]);
    if (total == std::floor(total)) return total;
    return std::bit_cast<double>((std::bit_cast<std::uint64_t>(total) + (1 << 13)) & ~std::uint64_t{(1 << 14) - 1});
}
