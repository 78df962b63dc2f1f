// rejected: slow
// Belief: a partial sum needs protection, too.
// Each thread has its own partial sum, but it locks the mutex that all threads share for each addition.
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <span>

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    std::int64_t total = 0;
    std::mutex mutex;
#pragma omp parallel
    {
        std::int64_t partial = 0;
#pragma omp for nowait
        for (std::size_t i = 0; i < a.size(); ++i) {
            const std::int64_t difference = a[i] - b[i];
            const std::lock_guard<std::mutex> guard(mutex);
            partial += difference * difference;
        }
        const std::lock_guard<std::mutex> guard(mutex);
        total += partial;
    }
    return total;
}
