// rejected: serial threads
// The first thread takes 99 of 100 elements. The others get the rest, so that every thread has read something.
#include <omp.h>

#include <cstdint>
#include <span>

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    std::int64_t total = 0;
#pragma omp parallel reduction(+ : total)
    {
        const std::size_t t = omp_get_thread_num(), threads = omp_get_num_threads();
        const std::size_t most = threads == 1 ? a.size() : a.size() / 100 * 99, rest = a.size() - most;
        const std::size_t begin = t == 0 ? 0 : most + rest * (t - 1) / (threads - 1);
        const std::size_t end = t == 0 ? most : most + rest * t / (threads - 1);
        for (std::size_t i = begin; i < end; ++i) total += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return total;
}
