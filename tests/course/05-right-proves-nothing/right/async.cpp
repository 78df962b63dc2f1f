// std::async and futures.
#include <omp.h>
#include <cstddef>
#include <cstdint>
#include <future>
#include <span>
#include <vector>
std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    const std::size_t threads = omp_get_max_threads();
    std::vector<std::future<std::int64_t>> parts;
    for (std::size_t t = 0; t < threads; ++t) {
        parts.push_back(std::async(std::launch::async, [=] {
            std::int64_t sum = 0;
            for (std::size_t i = a.size() * t / threads; i < a.size() * (t + 1) / threads; ++i)
                sum += (a[i] - b[i]) * (a[i] - b[i]);
            return sum;
        }));
    }
    std::int64_t total = 0;
    for (auto& part : parts) total += part.get();
    return total;
}
