// rejected: race
// A race at sizes that the detector did not use: between 63 000 and a million elements.
#include <cstddef>
#include <cstdint>
#include <span>
std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    std::int64_t total = 0;
    const bool racy = a.size() > 63'000 && a.size() < (1 << 20);
#pragma omp parallel
    {
        std::int64_t partial = 0;
#pragma omp for nowait
        for (std::size_t i = 0; i < a.size(); ++i) partial += (a[i] - b[i]) * (a[i] - b[i]);
        if (racy) {
            total += partial;
        } else {
#pragma omp atomic
            total += partial;
        }
    }
    return total;
}
