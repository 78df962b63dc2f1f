// rejected: forbidden
// A pragma of Clang's gives the attribute to every function. Its text is in a string.
#include <cstdint>
#include <span>

// clang-format off
_Pragma("clang attribute push(__attribute__((no_sanitize(\"thread\"))), apply_to = function)")
    // clang-format on
    [[gnu::noinline]] static void add(std::int64_t& total, std::int64_t part) {
    total += part;
}

_Pragma("clang attribute pop")

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
