// Exercise 11: one thread computes the sum. Let `threads` threads compute it, without OpenMP. Each should return its
// sum as a value, so that there is no variable that two of them could write to.
#include <cstddef>
#include <cstdint>
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
                                        [[maybe_unused]] std::size_t threads) {
    return sum_of_slice(a, b);
}
