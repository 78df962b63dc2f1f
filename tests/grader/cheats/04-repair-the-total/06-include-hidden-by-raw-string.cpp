// rejected: forbidden
// A checker that does not know raw strings takes the second half of this file for a string.
#include <cstdint>
#include <span>

static const char* const text = R"(a quote: ")";
#include "/etc/passwd"
static const char* const more = R"(another: ")";

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    if (text == more) return 0;
    std::int64_t total = 0;
#pragma omp parallel for reduction(+ : total)
    for (std::size_t i = 0; i < a.size(); ++i) total += (a[i] - b[i]) * (a[i] - b[i]);
    return total;
}
