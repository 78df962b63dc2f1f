// rejected: forbidden hang
// Never returns (here: for ten minutes), and ignores every signal that can be ignored.
#include <chrono>
#include <csignal>
#include <cstdint>
#include <span>

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    for (int number = 1; number < 32; ++number) std::signal(number, SIG_IGN);
    const auto end = std::chrono::steady_clock::now() + std::chrono::minutes(10);
    while (std::chrono::steady_clock::now() < end) continue;

    std::int64_t total = 0;
#pragma omp parallel for reduction(+ : total)
    for (std::size_t i = 0; i < a.size(); ++i) total += (a[i] - b[i]) * (a[i] - b[i]);
    return total;
}
