// Slow in every second round, so that the interval of the ratio stays wide.
#include <cstddef>
#include <cstdint>
#include <span>
static int calls = 0;
std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    const bool slow = a.size() > 900'000 && calls++ / 2 % 2 == 0;
    std::int64_t total = 0;
#pragma omp parallel
    for (int again = slow ? 7 : 0; again >= 0; --again) {
        std::int64_t partial = 0;
#pragma omp for
        for (std::size_t i = 0; i < a.size(); ++i) partial += (a[i] - b[i]) * (a[i] - b[i]);
#pragma omp critical
        if (again == 0) total += partial;
    }
    return total;
}
