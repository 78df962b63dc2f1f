// Slow in every second call, which is not timed.
#include <cstddef>
#include <cstdint>
#include <span>
static int calls = 0;
std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    std::int64_t total = 0;
    if (a.size() > 900'000 && calls++ % 2 == 0) {
#pragma omp parallel for
        for (std::size_t i = 0; i < a.size(); ++i) {
#pragma omp atomic
            total += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return total;
    }
#pragma omp parallel for reduction(+ : total)
    for (std::size_t i = 0; i < a.size(); ++i) total += (a[i] - b[i]) * (a[i] - b[i]);
    return total;
}
