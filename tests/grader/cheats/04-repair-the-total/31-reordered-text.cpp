// rejected: refused
// Characters that write from right to left hide in a comment and in a name what the compiler sees.
#include <cstdint>
#include <span>

// passed ‮⁦// rejected⁩ ⁦
static const int passed = pаssed​‮1;

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    if (passed == 0) return 0;
    std::int64_t total = 0;
#pragma omp parallel for reduction(+ : total)
    for (std::size_t i = 0; i < a.size(); ++i) total += (a[i] - b[i]) * (a[i] - b[i]);
    return total;
}
