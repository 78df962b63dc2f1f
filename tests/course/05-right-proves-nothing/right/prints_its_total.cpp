// Prints what it does, as one does while looking for a mistake. The text of a number comes from the C library.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <span>
#include <string>

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    std::int64_t total = 0;
#pragma omp parallel for reduction(+ : total)
    for (std::size_t i = 0; i < a.size(); ++i) {
        const std::int64_t difference = a[i] - b[i];
        total += difference * difference;
    }
    const std::string mean = a.empty() ? "none" : std::to_string(static_cast<double>(total) / a.size());
    std::fprintf(stderr, "mean %s\n", mean.c_str());
    return total;
}
