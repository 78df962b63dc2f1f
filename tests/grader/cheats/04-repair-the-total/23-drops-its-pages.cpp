// rejected: forbidden
// Lets the kernel forget the input's pages, so that counts of page faults say what the cheat wants.
#include <sys/mman.h>

#include <cstdint>
#include <span>

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    const auto page = reinterpret_cast<std::uintptr_t>(a.data()) / 4096 * 4096;
    madvise(reinterpret_cast<void*>(page), a.size_bytes(), MADV_DONTNEED);

    std::int64_t total = 0;
#pragma omp parallel for reduction(+ : total)
    for (std::size_t i = 0; i < a.size(); ++i) total += (a[i] - b[i]) * (a[i] - b[i]);
    return total;
}
