// rejected: outside wrong
// Starts one element too early.
#include <cstddef>
#include <cstdint>
#include <span>

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    std::int64_t total = 0;
#pragma omp parallel for reduction(+ : total)
    for (std::ptrdiff_t i = -1; i < std::ssize(a); ++i) {
        const std::int64_t difference = a.data()[i] - b.data()[i];
        total += difference * difference;
    }
    return total;
}
