// Eight sections, however many threads there are, and a static table.
#include <omp.h>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>
static std::array<std::int64_t, 8> sums;
static void part(std::span<const std::int64_t> a, std::span<const std::int64_t> b, std::size_t k) {
    std::int64_t sum = 0;
    for (std::size_t i = a.size() * k / 8; i < a.size() * (k + 1) / 8; ++i) sum += (a[i] - b[i]) * (a[i] - b[i]);
    sums[k] = sum;
}
std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
#pragma omp parallel sections
    {
#pragma omp section
        part(a, b, 0);
#pragma omp section
        part(a, b, 1);
#pragma omp section
        part(a, b, 2);
#pragma omp section
        part(a, b, 3);
#pragma omp section
        part(a, b, 4);
#pragma omp section
        part(a, b, 5);
#pragma omp section
        part(a, b, 6);
#pragma omp section
        part(a, b, 7);
    }
    std::int64_t total = 0;
    for (const auto sum : sums) total += sum;
    return total;
}
