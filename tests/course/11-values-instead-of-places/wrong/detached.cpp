// rejected: race
// Belief: a detached thread needs no join, if the program waits until all have counted themselves.
// They count themselves before they add, so the total may be read too early.
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <thread>

namespace {

std::int64_t sum_of_slice(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    std::int64_t total = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const std::int64_t difference = a[i] - b[i];
        total += difference * difference;
    }
    return total;
}

}  // namespace

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b,
                                        std::size_t threads) {
    struct Shared {
        std::atomic<std::size_t> counted{0};
        std::int64_t total = 0;
    };
    const auto shared = std::make_shared<Shared>();
    for (std::size_t thread = 0; thread < threads; ++thread) {
        std::thread{[shared, a, b, thread, threads] {
            const std::size_t begin = a.size() * thread / threads;
            const std::size_t length = a.size() * (thread + 1) / threads - begin;
            const std::int64_t sum = sum_of_slice(a.subspan(begin, length), b.subspan(begin, length));
            ++shared->counted;
            shared->total += sum;
        }}.detach();
    }
    while (shared->counted < threads) std::this_thread::yield();
    return shared->total;
}
