// rejected: wrong
// Belief: the size is a multiple of the number of threads.
#include <omp.h>

#include <cstddef>
#include <cstdint>
#include <span>

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    std::int64_t total = 0;
#pragma omp parallel reduction(+ : total)
    {
        const std::size_t share = a.size() / static_cast<std::size_t>(omp_get_num_threads());
        const std::size_t begin = share * static_cast<std::size_t>(omp_get_thread_num());
        for (std::size_t i = begin; i < begin + share; ++i) {
            const std::int64_t difference = a[i] - b[i];
            total += difference * difference;
        }
    }
    return total;
}
