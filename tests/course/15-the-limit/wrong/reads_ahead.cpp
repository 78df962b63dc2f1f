// rejected: outside
// Belief: the next elements can be loaded before it is known whether there are any.
#include <cstddef>
#include <cstdint>
#include <span>

namespace {

// Loads the next difference while this one is squared. After the last element there is none.
std::int64_t sum_of_slice(std::span<const std::int64_t> a, std::span<const std::int64_t> b, std::size_t begin,
                          std::size_t end) {
    std::int64_t total = 0;
    std::int64_t next = a[begin] - b[begin];
    for (std::size_t i = begin; i < end; ++i) {
        const std::int64_t difference = next;
        next = a[i + 1] - b[i + 1];
        total += difference * difference;
    }
    return total;
}

}  // namespace

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    constexpr std::size_t slices = 64;
    if (a.size() < 32'768) return sum_of_slice(a, b, 0, a.size());
    std::int64_t total = 0;
#pragma omp parallel for reduction(+ : total)
    for (std::size_t slice = 0; slice < slices; ++slice) {
        total += sum_of_slice(a, b, a.size() * slice / slices, a.size() * (slice + 1) / slices);
    }
    return total;
}
