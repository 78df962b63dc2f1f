// rejected: wrong
// Belief: sizes are multiples of four.
#include <cstddef>
#include <cstdint>
#include <span>

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    std::int64_t total = 0;
    for (std::size_t i = 0; i + 4 <= a.size(); i += 4) {
        for (std::size_t j = i; j < i + 4; ++j) {
            const std::int64_t difference = a[j] - b[j];
            total += difference * difference;
        }
    }
    return total;
}
