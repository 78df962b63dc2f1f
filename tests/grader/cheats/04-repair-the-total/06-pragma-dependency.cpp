// rejected: forbidden
// A pragma lets the compiler look at another file's time, and so learns whether it exists.
#include <cstdint>
#include <span>

#pragma GCC dependency "/etc/passwd"

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    std::int64_t total = 0;
#pragma omp parallel for reduction(+ : total)
    for (std::size_t i = 0; i < a.size(); ++i) total += (a[i] - b[i]) * (a[i] - b[i]);
    return total;
}
