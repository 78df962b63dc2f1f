// std::jthread, std::latch, std::barrier and thread_local.
#include <omp.h>
#include <atomic>
#include <barrier>
#include <cstddef>
#include <cstdint>
#include <latch>
#include <span>
#include <thread>
#include <vector>
thread_local std::int64_t own = 0;
std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    const std::size_t threads = omp_get_max_threads();
    std::atomic<std::int64_t> total{0};
    std::latch done{static_cast<std::ptrdiff_t>(threads)};
    std::barrier all{static_cast<std::ptrdiff_t>(threads)};
    std::vector<std::jthread> team;
    for (std::size_t t = 0; t < threads; ++t) {
        team.emplace_back([&, t] {
            own = 0;
            for (std::size_t i = a.size() * t / threads; i < a.size() * (t + 1) / threads; ++i)
                own += (a[i] - b[i]) * (a[i] - b[i]);
            all.arrive_and_wait();
            total += own;
            done.count_down();
        });
    }
    done.wait();
    return total;
}
