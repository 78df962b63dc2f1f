// rejected: race
// Belief: threads may add to one total, because all of them are joined before it is read.
// The join orders their additions before the read, and does not order them among each other.
#include <cstddef>
#include <cstdint>
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
    std::int64_t total = 0;
    {
        std::vector<std::jthread> team;
        for (std::size_t thread = 0; thread < threads; ++thread) {
            team.emplace_back([&total, a, b, thread, threads] {
                const std::size_t begin = a.size() * thread / threads;
                const std::size_t length = a.size() * (thread + 1) / threads - begin;
                total += sum_of_slice(a.subspan(begin, length), b.subspan(begin, length));
            });
        }
    }
    return total;
}
