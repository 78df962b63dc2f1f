// rejected: wrong
// Belief: the size is a multiple of the number of threads.
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
    const std::size_t length = a.size() / threads;
    std::vector<std::future<std::int64_t>> sums;
    for (std::size_t begin = 0; begin + length <= a.size() && sums.size() < threads; begin += length) {
        sums.push_back(
            std::async(std::launch::async, sum_of_slice, a.subspan(begin, length), b.subspan(begin, length)));
    }
    std::int64_t total = 0;
    for (std::future<std::int64_t>& sum : sums) total += sum.get();
    return total;
}
