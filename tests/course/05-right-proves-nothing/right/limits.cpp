// Limits of numbers are compared.
#include <omp.h>
#include <climits>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>
static std::size_t begin_of(std::size_t part, std::size_t n, std::size_t parts) { return n * part / parts; }
std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    if (a.size() > LONG_MAX) return 0;
    const std::size_t parts = omp_get_max_threads();
    std::vector<std::int64_t> partial(parts);
#pragma omp parallel for
    for (std::size_t part = 0; part < parts; ++part) {
        std::int64_t sum = 0;
        for (std::size_t i = begin_of(part, a.size(), parts); i < begin_of(part + 1, a.size(), parts); ++i) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        partial[part] = sum;
    }
    std::int64_t total = 0;
    for (const auto sum : partial) total += sum;
    return total;
}
