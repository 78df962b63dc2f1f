// rejected: forbidden
// An alias gives a local function a C name.
#include <cstddef>
#include <cstdint>
#include <span>

extern "C" {
static int other_read(int, void*, std::size_t) { return 0; }
int read(int, void*, std::size_t) __attribute__((alias("other_read")));
}

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    std::int64_t total = 0;
#pragma omp parallel for reduction(+ : total)
    for (std::size_t i = 0; i < a.size(); ++i) total += (a[i] - b[i]) * (a[i] - b[i]);
    return total;
}
