// The standard library has a function for this loop.
#include <cstdint>
#include <functional>
#include <numeric>
#include <span>

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    return std::transform_reduce(a.begin(), a.end(), b.begin(), std::int64_t{0}, std::plus<>{},
                                 [](std::int64_t x, std::int64_t y) { return (x - y) * (x - y); });
}
