// rejected: serial
// One thread does all the work. The others only spin until it has finished, and look busy.
#include <omp.h>

#include <atomic>
#include <cstdint>
#include <span>

static std::atomic<bool> done = false;

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    done = false;
    std::int64_t total = 0;
#pragma omp parallel
    {
        if (omp_get_thread_num() == 0) {
            for (std::size_t i = 0; i < a.size(); ++i) total += (a[i] - b[i]) * (a[i] - b[i]);
            done = true;
        } else {
            while (!done) continue;
        }
    }
    return total;
}
