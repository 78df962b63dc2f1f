// The clause gives each thread its own total, so no two threads access the same variable in the loop. The compiler can
// keep each of these totals in a register and add several elements at a time. OpenMP adds them to the shared total, one
// after the other, when the threads are done.
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
