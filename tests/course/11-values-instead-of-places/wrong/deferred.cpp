// rejected: serial
// Belief: std::async always starts a thread.
// With this policy, the thread that calls `get` does the work.
#include <cstddef>
#include <cstdint>
#include <future>
#include <span>
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
    std::vector<std::future<std::int64_t>> sums;
    for (std::size_t thread = 0; thread < threads; ++thread) {
        const std::size_t begin = a.size() * thread / threads;
        const std::size_t length = a.size() * (thread + 1) / threads - begin;
        sums.push_back(
            std::async(std::launch::deferred, sum_of_slice, a.subspan(begin, length), b.subspan(begin, length)));
    }
    std::int64_t total = 0;
    for (std::future<std::int64_t>& sum : sums) total += sum.get();
    return total;
}
