// Exercise 9: this function is right, but one thread does all the work. Share the loop among the threads, in one pass
// over the arrays. Declare a reduction for SumAndLargest: how two results are combined, and with which one a thread
// starts. The grader reads the struct's two numbers: keep them as they are. You may add functions to the struct.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>

struct SumAndLargest {
    std::int64_t sum = 0;
    std::int64_t largest = std::numeric_limits<std::int64_t>::lowest();
};

// The sum of the squared differences, and the largest difference a[i] - b[i], which may be negative. For empty arrays,
// these are 0 and the lowest std::int64_t.
SumAndLargest sum_and_largest(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    SumAndLargest result;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const std::int64_t difference = a[i] - b[i];
        result.sum += difference * difference;
        result.largest = std::max(result.largest, difference);
    }
    return result;
}
