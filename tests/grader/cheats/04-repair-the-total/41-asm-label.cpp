// rejected: forbidden
// An assembler label gives a function the name of another one.
#include <cstdint>
#include <span>

extern "C" int harmless() asm("getppid");

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    if (harmless() == 0) return 0;
    std::int64_t total = 0;
#pragma omp parallel for reduction(+ : total)
    for (std::size_t i = 0; i < a.size(); ++i) total += (a[i] - b[i]) * (a[i] - b[i]);
    return total;
}
