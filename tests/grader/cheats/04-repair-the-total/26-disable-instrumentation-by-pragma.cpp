// rejected: forbidden
// A pragma of Clang's gives every function the attribute that leaves out the instrumentation.
#include <cstdint>
#include <span>

// clang-format off
#pragma clang attribute push(__attribute__((disable_sanitizer_instrumentation)), apply_to = function)
// clang-format on
[[gnu::noinline]] static void add(std::int64_t& total, std::int64_t part) { total += part; }

#pragma clang attribute pop

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    std::int64_t total = 0;
#pragma omp parallel
    {
        std::int64_t part = 0;
#pragma omp for nowait
        for (std::size_t i = 0; i < a.size(); ++i) part += (a[i] - b[i]) * (a[i] - b[i]);
        add(total, part);
    }
    return total;
}
