// Each call gives half of its threads and half of its elements to another call.
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
    if (threads < 2) return sum_of_slice(a, b);
    const std::size_t others = threads / 2;
    const std::size_t half = a.size() * others / threads;
    std::future<std::int64_t> left =
        std::async(std::launch::async, sum_of_squared_differences, a.first(half), b.first(half), others);
    const std::int64_t right = sum_of_squared_differences(a.subspan(half), b.subspan(half), threads - others);
    return left.get() + right;
}
