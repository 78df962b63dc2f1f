// A place for each thread, and jthreads that are joined at the end of their scope. The caller computes one slice.
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <span>
#include <thread>
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
    std::vector<std::int64_t> sums(threads);
    const auto sum_slice = [&](std::size_t thread) {
        const std::size_t begin = a.size() * thread / threads;
        const std::size_t length = a.size() * (thread + 1) / threads - begin;
        sums[thread] = sum_of_slice(a.subspan(begin, length), b.subspan(begin, length));
    };
    {
        std::vector<std::jthread> others;
        for (std::size_t thread = 1; thread < threads; ++thread) others.emplace_back(sum_slice, thread);
        sum_slice(0);
    }
    return std::accumulate(sums.begin(), sums.end(), std::int64_t{0});
}
