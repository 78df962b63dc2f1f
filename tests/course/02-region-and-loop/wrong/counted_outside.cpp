// rejected: serial
// Belief: omp_get_num_threads() returns the number of requested threads everywhere.
// Outside a region it returns 1.
#include <omp.h>

#include <cstddef>
#include <cstdint>
#include <span>

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    std::int64_t total = 0;
    const int threads = omp_get_num_threads();
#pragma omp parallel for num_threads(threads) reduction(+ : total)
    for (std::size_t i = 0; i < a.size(); ++i) {
        const std::int64_t difference = a[i] - b[i];
        total += difference * difference;
    }
    return total;
}
