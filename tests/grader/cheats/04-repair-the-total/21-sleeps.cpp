// rejected: hang
// Sleeps in the third call for ten minutes. It uses no processor time, so a limit of processor time does not end it.
#include <chrono>
#include <cstdint>
#include <span>
#include <thread>

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    static int calls = 0;
    if (++calls == 3) std::this_thread::sleep_for(std::chrono::minutes(10));

    std::int64_t total = 0;
#pragma omp parallel for reduction(+ : total)
    for (std::size_t i = 0; i < a.size(); ++i) total += (a[i] - b[i]) * (a[i] - b[i]);
    return total;
}
