// rejected: race
// Belief: a jthread joins itself, so nobody has to wait.
// It joins in its destructor, at the end of the function. The sums are read before.
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
    std::vector<std::jthread> team;
    for (std::size_t thread = 0; thread < threads; ++thread) {
        team.emplace_back([&sums, a, b, thread, threads] {
            const std::size_t begin = a.size() * thread / threads;
            const std::size_t length = a.size() * (thread + 1) / threads - begin;
            sums[thread] = sum_of_slice(a.subspan(begin, length), b.subspan(begin, length));
        });
    }
    return std::accumulate(sums.begin(), sums.end(), std::int64_t{0});
}
