// rejected: wrong
// Belief: a task writes to its parent's variable.
// `left` is firstprivate in the task: the task writes to a copy, and the parent adds 0.
#include <cstddef>
#include <cstdint>
#include <span>

namespace {

constexpr std::size_t longest_piece = 65'536;  // elements

std::int64_t sum_of_piece(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    std::int64_t total = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const std::int64_t difference = a[i] - b[i];
        total += difference * difference;
    }
    return total;
}

std::int64_t sum_of_halves(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    if (a.size() <= longest_piece) return sum_of_piece(a, b);
    const std::size_t half = a.size() / 2;
    std::int64_t left = 0;
#pragma omp task
    left = sum_of_halves(a.first(half), b.first(half));
    const std::int64_t right = sum_of_halves(a.subspan(half), b.subspan(half));
#pragma omp taskwait
    return left + right;
}

}  // namespace

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    std::int64_t total = 0;
#pragma omp parallel
#pragma omp single
    total = sum_of_halves(a, b);
    return total;
}
