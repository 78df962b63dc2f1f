// A promise for each slice. The threads are joined before the results are read.
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
    std::vector<std::promise<std::int64_t>> promises(threads);
    std::vector<std::jthread> team;
    for (std::size_t thread = 0; thread < threads; ++thread) {
        const std::size_t begin = a.size() * thread / threads;
        const std::size_t length = a.size() * (thread + 1) / threads - begin;
        team.emplace_back([slice_a = a.subspan(begin, length), slice_b = b.subspan(begin, length),
                           &promise = promises[thread]] { promise.set_value(sum_of_slice(slice_a, slice_b)); });
    }
    team.clear();
    std::int64_t total = 0;
    for (std::promise<std::int64_t>& promise : promises) total += promise.get_future().get();
    return total;
}
