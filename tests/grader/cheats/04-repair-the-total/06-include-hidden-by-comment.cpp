// rejected: forbidden
// A checker that sees a comment begin inside a string takes the include for a comment.
#include <cstdint>
#include <span>

static const char* const begin = "/*";
#include "/etc/passwd"
static const char* const end = "*/";

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    if (begin == end) return 0;
    std::int64_t total = 0;
#pragma omp parallel for reduction(+ : total)
    for (std::size_t i = 0; i < a.size(); ++i) total += (a[i] - b[i]) * (a[i] - b[i]);
    return total;
}
