// rejected: forbidden
// Right where the detector's runtime is present, which a weak reference tells, and racy elsewhere.
#include <cstdint>
#include <span>

extern "C" [[gnu::weak]] void __tsan_init();

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    std::int64_t total = 0;
#pragma omp parallel
    {
        std::int64_t part = 0;
#pragma omp for nowait
        for (std::size_t i = 0; i < a.size(); ++i) part += (a[i] - b[i]) * (a[i] - b[i]);
        if (__tsan_init) {
#pragma omp atomic
            total += part;
        } else {
            total += part;
        }
    }
    return total;
}
