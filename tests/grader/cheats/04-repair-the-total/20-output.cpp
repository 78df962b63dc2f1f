// rejected: slow forbidden hang
// Floods its output and its error output in every call. A grader that keeps it runs out of memory.
#include <cstdint>
#include <iostream>
#include <span>
#include <string>

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    const std::string line(1 << 16, 'x');
    for (int k = 0; k < 1'000; ++k) std::cout << line << std::flush;
    for (int k = 0; k < 1'000'000; ++k) std::cerr << '<';  // a system call each

    std::int64_t total = 0;
#pragma omp parallel for reduction(+ : total)
    for (std::size_t i = 0; i < a.size(); ++i) total += (a[i] - b[i]) * (a[i] - b[i]);
    return total;
}
