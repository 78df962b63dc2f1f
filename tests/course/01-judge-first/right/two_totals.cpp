// Two totals, one for even and one for odd indices, and the last element of an odd size.
#include <cstddef>
#include <cstdint>
#include <span>

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    std::int64_t even = 0;
    std::int64_t odd = 0;
    std::size_t i = 0;
    for (; i + 1 < a.size(); i += 2) {
        even += (a[i] - b[i]) * (a[i] - b[i]);
        odd += (a[i + 1] - b[i + 1]) * (a[i + 1] - b[i + 1]);
    }
    if (i < a.size()) even += (a[i] - b[i]) * (a[i] - b[i]);
    return even + odd;
}
