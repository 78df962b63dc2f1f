// rejected: serial
// Belief: it is parallel, because each slice has a thread.
// `get` waits for the result, before the next thread starts.
#include <cstddef>
#include <cstdint>
#include <future>
#include <span>

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
    std::int64_t total = 0;
    for (std::size_t thread = 0; thread < threads; ++thread) {
        const std::size_t begin = a.size() * thread / threads;
        const std::size_t length = a.size() * (thread + 1) / threads - begin;
        total += std::async(std::launch::async, sum_of_slice, a.subspan(begin, length), b.subspan(begin, length)).get();
    }
    return total;
}
