// rejected: outside
// Takes 1 GB of the stack.
#include <cstdint>
#include <span>

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    constexpr std::size_t bytes = 1'000'000'000;
    auto* const room = static_cast<volatile char*>(__builtin_alloca(bytes + a.size() % 2));
    for (std::size_t i = bytes; i > 0; i -= 4096) room[i - 1] = 1;

    std::int64_t total = 0;
#pragma omp parallel for reduction(+ : total)
    for (std::size_t i = 0; i < a.size(); ++i) total += (a[i] - b[i]) * (a[i] - b[i]);
    return total;
}
