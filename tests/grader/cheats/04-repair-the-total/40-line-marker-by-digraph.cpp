// rejected: forbidden
// A line marker whose number sign is a digraph.
#include <cstdint>
#include <span>

// clang-format off
%: 1 "/usr/include/stdc-predef.h" 3
    // clang-format on

    std::int64_t
    sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    std::int64_t total = 0;
#pragma omp parallel
    {
        std::int64_t part = 0;
#pragma omp for nowait
        for (std::size_t i = 0; i < a.size(); ++i) part += (a[i] - b[i]) * (a[i] - b[i]);

#ifdef __clang__
#pragma omp atomic
#endif
        total += part;
    }
    return total;
}
