// A loop that is cut into tasks, instead of halving by hand.
#include <cstddef>
#include <cstdint>
#include <span>

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    std::int64_t total = 0;
#pragma omp parallel
#pragma omp single
#pragma omp taskloop grainsize(100000) reduction(+ : total)
    for (std::size_t i = 0; i < a.size(); ++i) {
        const std::int64_t difference = a[i] - b[i];
        total += difference * difference;
    }
    return total;
}
