// rejected: slow
// Belief: a std::thread is light enough for a thousand elements.
#include <omp.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <span>
#include <thread>
#include <vector>

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    const auto count = static_cast<std::size_t>(omp_get_max_threads());
    std::vector<std::int64_t> partials(count);
    std::vector<std::thread> threads;
    for (std::size_t thread = 0; thread < count; ++thread) {
        threads.emplace_back([&, thread] {
            const std::size_t end = a.size() * (thread + 1) / count;
            std::int64_t partial = 0;
            for (std::size_t i = a.size() * thread / count; i < end; ++i) partial += (a[i] - b[i]) * (a[i] - b[i]);
            partials[thread] = partial;
        });
    }
    for (std::thread& thread : threads) thread.join();
    return std::accumulate(partials.begin(), partials.end(), std::int64_t{0});
}
