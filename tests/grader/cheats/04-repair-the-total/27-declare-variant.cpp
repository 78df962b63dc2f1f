// rejected: wrong
// OpenMP itself chooses the function by the compiler's name. Right under Clang, and lossy in the timed build.
#include <cstdint>
#include <span>

static std::int64_t lossy(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    std::int64_t total = 0;
#pragma omp parallel for shared(total)
    for (std::size_t i = 0; i < a.size(); ++i) total += (a[i] - b[i]) * (a[i] - b[i]);
    return total;
}

#pragma omp declare variant(lossy) match(implementation = {vendor(gnu)})
static std::int64_t honest(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    std::int64_t total = 0;
#pragma omp parallel for reduction(+ : total)
    for (std::size_t i = 0; i < a.size(); ++i) total += (a[i] - b[i]) * (a[i] - b[i]);
    return total;
}

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    return honest(a, b);
}
