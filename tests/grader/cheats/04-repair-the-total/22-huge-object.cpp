// rejected: refused
// An array of 1 GiB that is not all zeros fills the object file.
#include <cstdint>
#include <span>

std::int64_t table[1 << 27] = {1};

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    if (table[a.size()] == 1) return 0;
    std::int64_t total = 0;
#pragma omp parallel for reduction(+ : total)
    for (std::size_t i = 0; i < a.size(); ++i) total += (a[i] - b[i]) * (a[i] - b[i]);
    return total;
}
