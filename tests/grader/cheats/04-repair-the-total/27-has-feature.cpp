// rejected: forbidden
// Right where the compiler says that the race detector is on, and racy elsewhere.
#include <cstdint>
#include <span>

#if defined(__has_feature)
#if __has_feature(thread_sanitizer)
#define DETECTED
#endif
#endif

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    std::int64_t total = 0;
#pragma omp parallel
    {
        std::int64_t part = 0;
#pragma omp for nowait
        for (std::size_t i = 0; i < a.size(); ++i) part += (a[i] - b[i]) * (a[i] - b[i]);

#ifdef DETECTED
#pragma omp atomic
#endif
        total += part;
    }
    return total;
}
