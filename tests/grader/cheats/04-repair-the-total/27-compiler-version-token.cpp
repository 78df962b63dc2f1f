// rejected: forbidden
// Tells the compilers apart by a macro that becomes a different text in each, without any #if.
#include <cstdint>
#include <span>

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    std::int64_t total = 0;
#pragma omp parallel
    {
        std::int64_t part = 0;
#pragma omp for nowait
        for (std::size_t i = 0; i < a.size(); ++i) part += (a[i] - b[i]) * (a[i] - b[i]);
        if (__VERSION__[0] == 'C' || __VERSION__[0] == 'D') {
#pragma omp atomic
            total += part;
        } else {
            total += part;
        }
    }
    return total;
}
