// `parallel` makes a team, and `for` divides the loop's iterations among its threads. Without `for`, each thread would
// run the whole loop. The clause gives each thread its own total, which starts at 0, and adds these partial sums to the
// shared total at the end.
#include <cstddef>
#include <cstdint>
#include <span>

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    std::int64_t total = 0;
#pragma omp parallel for reduction(+ : total)
    for (std::size_t i = 0; i < a.size(); ++i) {
        const std::int64_t difference = a[i] - b[i];
        total += difference * difference;
    }
    return total;
}
