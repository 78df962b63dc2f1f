// rejected: stale
// Belief: the same arrays have the same sum.
// The arrays are at the same place, but their elements have changed since.
#include <cstddef>
#include <cstdint>
#include <span>

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    static const std::int64_t* last_a = nullptr;
    static const std::int64_t* last_b = nullptr;
    static std::size_t last_size = 0;
    static std::int64_t last_total = 0;
    if (a.data() == last_a && b.data() == last_b && a.size() == last_size) return last_total;
    std::int64_t total = 0;
#pragma omp parallel for reduction(+ : total) if (a.size() >= 32'768)
    for (std::size_t i = 0; i < a.size(); ++i) total += (a[i] - b[i]) * (a[i] - b[i]);
    last_a = a.data();
    last_b = b.data();
    last_size = a.size();
    last_total = total;
    return total;
}
