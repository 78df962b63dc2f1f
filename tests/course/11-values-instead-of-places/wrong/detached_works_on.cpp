// rejected: late
// Belief: a thread that has delivered its value may go on, because nobody waits for it.
// It still reads the arrays, which belong to the caller again, and takes the processors from what comes next.
#include <algorithm>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
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
    static std::atomic<std::int64_t> median_of_a_slice{0};
    std::vector<std::future<std::int64_t>> sums;
    for (std::size_t thread = 0; thread < threads; ++thread) {
        const std::size_t begin = a.size() * thread / threads;
        const std::size_t length = a.size() * (thread + 1) / threads - begin;
        std::promise<std::int64_t> promise;
        sums.push_back(promise.get_future());
        std::thread{[slice_a = a.subspan(begin, length), slice_b = b.subspan(begin, length),
                     promise = std::move(promise)]() mutable {
            promise.set_value(sum_of_slice(slice_a, slice_b));
            // For a message that is printed some time later.
            std::vector<std::int64_t> differences(slice_a.size());
            std::transform(slice_a.begin(), slice_a.end(), slice_b.begin(), differences.begin(), std::minus<>{});
            std::sort(differences.begin(), differences.end());
            if (!differences.empty()) median_of_a_slice = differences[differences.size() / 2];
        }}.detach();
    }
    std::int64_t total = 0;
    for (std::future<std::int64_t>& sum : sums) total += sum.get();
    return total;
}
