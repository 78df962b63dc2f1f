// One thread computes the sum. The others touch a share of the pages first, and then spin.
#include <omp.h>
#include <cstddef>
#include <cstdint>
#include <span>

#include <atomic>
#include <cstring>
std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    std::int64_t total = 0;
    std::atomic<bool> done{false};
    std::atomic<std::int64_t> touched{0};
    std::atomic<int> ready{0};
#pragma omp parallel
    {
        std::int64_t own = 0;
#pragma omp for schedule(static) nowait
        for (std::size_t page = 0; page < a.size() / 512; ++page) own += a[page * 512] + b[page * 512];
        touched.fetch_add(own);
        ready.fetch_add(1);
        if (omp_get_thread_num() == 0) {
            while (ready.load() < omp_get_num_threads()) {
            }
            for (std::size_t i = 0; i < a.size(); ++i) total += (a[i] - b[i]) * (a[i] - b[i]);
            done.store(true);
        }
        while (!done.load()) {
        }
    }
    return total;
}
