// rejected: race
// Belief: threads that come at different times need no synchronisation.
// A pause orders nothing: a thread may be delayed by more than the pause.
#include <omp.h>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <span>
#include <thread>

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    std::int64_t total = 0;
#pragma omp parallel
    {
        std::int64_t partial = 0;
#pragma omp for nowait
        for (std::size_t i = 0; i < a.size(); ++i) {
            const std::int64_t difference = a[i] - b[i];
            partial += difference * difference;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds{omp_get_thread_num()});
        total += partial;
    }
    return total;
}
