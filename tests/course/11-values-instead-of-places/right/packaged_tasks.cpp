// A packaged task for each slice, run by a std::thread. The remainder goes to the last slice.
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
    const std::size_t length = a.size() / threads;
    std::vector<std::future<std::int64_t>> sums;
    std::vector<std::thread> team;
    for (std::size_t thread = 0; thread < threads; ++thread) {
        const std::size_t begin = thread * length;
        const std::size_t size = thread + 1 < threads ? length : a.size() - begin;
        std::packaged_task<std::int64_t(std::span<const std::int64_t>, std::span<const std::int64_t>)> task{
            sum_of_slice};
        sums.push_back(task.get_future());
        team.emplace_back(std::move(task), a.subspan(begin, size), b.subspan(begin, size));
    }
    std::int64_t total = 0;
    for (std::future<std::int64_t>& sum : sums) total += sum.get();
    for (std::thread& thread : team) thread.join();
    return total;
}
