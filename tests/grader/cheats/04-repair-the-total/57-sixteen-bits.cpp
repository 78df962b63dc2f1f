// rejected: wrong
// Differences of 16 bits, and squares of 32.
#include <cstddef>
#include <cstdint>
#include <span>
std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    std::int64_t total = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const auto difference = static_cast<std::int16_t>(a[i] - b[i]);
        total += difference * difference;
    }
    return total;
}
