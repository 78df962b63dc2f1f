// rejected: wrong
// Fills the memory: 4 GB at most, in pieces, which it never frees. It does not catch the exception.
#include <cstdint>
#include <cstring>
#include <memory>
#include <span>
#include <vector>

static std::vector<std::unique_ptr<char[]>> hoard;

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    constexpr std::size_t piece = 64 << 20;
    while (hoard.size() < 64) {
        hoard.push_back(std::make_unique<char[]>(piece));
        std::memset(hoard.back().get(), 1, piece);
    }

    std::int64_t total = 0;
#pragma omp parallel for reduction(+ : total)
    for (std::size_t i = 0; i < a.size(); ++i) total += (a[i] - b[i]) * (a[i] - b[i]);
    return total;
}
