// One pass: subtract, square, add. The total has 64 bits like the elements, so it holds sums that do not fit into an
// int. The loop visits the elements 0 to size - 1, which is none for an empty array. The order of integer additions
// does not change their sum, so the compiler may add several elements at a time, and it does.
#include <cstddef>
#include <cstdint>
#include <span>

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    std::int64_t total = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const std::int64_t difference = a[i] - b[i];
        total += difference * difference;
    }
    return total;
}
