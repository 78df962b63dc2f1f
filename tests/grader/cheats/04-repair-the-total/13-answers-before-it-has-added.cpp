// rejected: late wrong
// Returns at once, while detached threads still add up. The result would be right a moment later.
#include <atomic>
#include <cstdint>
#include <span>
#include <thread>

static std::atomic<std::int64_t> total = 0;

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    total = 0;
    for (std::size_t t = 0; t < 2; ++t) {
        std::thread([=] {
            for (std::size_t i = t; i < a.size(); i += 2) total += (a[i] - b[i]) * (a[i] - b[i]);
        }).detach();
    }
    return total;
}
