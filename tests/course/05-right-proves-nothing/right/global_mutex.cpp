// A global variable.
#include <omp.h>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <span>
#include <vector>
std::mutex mutex;
std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    std::int64_t total = 0;
#pragma omp parallel
    {
        std::int64_t partial = 0;
#pragma omp for nowait
        for (std::size_t i = 0; i < a.size(); ++i) partial += (a[i] - b[i]) * (a[i] - b[i]);
        const std::lock_guard<std::mutex> guard{mutex};
        total += partial;
    }
    return total;
}
