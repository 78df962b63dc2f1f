// As many threads as the arrays have work for, and no more than there are.
#include <omp.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    constexpr std::size_t enough_for_a_thread = 20'000;
    const auto most = static_cast<std::size_t>(omp_get_max_threads());
    const auto threads = static_cast<int>(std::clamp(a.size() / enough_for_a_thread, std::size_t{1}, most));
    std::int64_t total = 0;
#pragma omp parallel for reduction(+ : total) num_threads(threads)
    for (std::size_t i = 0; i < a.size(); ++i) {
        const std::int64_t difference = a[i] - b[i];
        total += difference * difference;
    }
    return total;
}
