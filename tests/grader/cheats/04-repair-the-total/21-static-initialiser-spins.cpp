// rejected: hang
// A static initialiser never ends (here: after ten minutes), so the worker never says that it is ready.
#include <chrono>
#include <cstdint>
#include <span>

static const bool spun = [] {
    const auto end = std::chrono::steady_clock::now() + std::chrono::minutes(10);
    while (std::chrono::steady_clock::now() < end) continue;
    return true;
}();

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    if (!spun) return 0;
    std::int64_t total = 0;
#pragma omp parallel for reduction(+ : total)
    for (std::size_t i = 0; i < a.size(); ++i) total += (a[i] - b[i]) * (a[i] - b[i]);
    return total;
}
