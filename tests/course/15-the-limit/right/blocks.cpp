// A function for one block. A small array is one block; each free thread takes the next block of a large one.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>

namespace {

constexpr std::size_t block = 16'384;

std::int64_t sum_of_block(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    std::int64_t total = 0;
    for (std::size_t i = 0; i < a.size(); ++i) total += (a[i] - b[i]) * (a[i] - b[i]);
    return total;
}

}  // namespace

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    if (a.size() <= block) return sum_of_block(a, b);
    std::int64_t total = 0;
#pragma omp parallel for schedule(dynamic) reduction(+ : total)
    for (std::size_t begin = 0; begin < a.size(); begin += block) {
        const std::size_t length = std::min(block, a.size() - begin);
        total += sum_of_block(a.subspan(begin, length), b.subspan(begin, length));
    }
    return total;
}
