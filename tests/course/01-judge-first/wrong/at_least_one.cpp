// rejected: outside
// Belief: an array has at least one element.
#include <cstddef>
#include <cstdint>
#include <span>

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    std::int64_t total = 0;
    std::size_t i = 0;
    do {
        const std::int64_t difference = a[i] - b[i];
        total += difference * difference;
        ++i;
    } while (i < a.size());
    return total;
}
