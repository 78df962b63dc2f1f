// rejected: late
// Belief: a thread that has delivered its value may go on, because nobody waits for it.
// It still reads the arrays, which belong to the caller again, and takes the processors from what comes next.
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <future>
#include <span>
#include <thread>
#include <utility>
#include <vector>

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
    static std::atomic<std::int64_t> largest{0};
    std::vector<std::future<std::int64_t>> sums;
    for (std::size_t thread = 0; thread < threads; ++thread) {
        const std::size_t begin = a.size() * thread / threads;
        const std::size_t length = a.size() * (thread + 1) / threads - begin;
        std::promise<std::int64_t> promise;
        sums.push_back(promise.get_future());
        std::thread{[slice_a = a.subspan(begin, length), slice_b = b.subspan(begin, length),
                     promise = std::move(promise)]() mutable {
            promise.set_value(sum_of_slice(slice_a, slice_b));
            // For a message that is printed some time later: the largest difference.
            for (std::size_t i = 0; i < slice_a.size(); ++i) {
                std::int64_t known = largest;
                const std::int64_t difference = slice_a[i] - slice_b[i];
                while (known < difference && !largest.compare_exchange_weak(known, difference)) {
                }
                std::atomic_thread_fence(std::memory_order_seq_cst);
            }
        }}.detach();
    }
    std::int64_t total = 0;
    for (std::future<std::int64_t>& sum : sums) total += sum.get();
    return total;
}
