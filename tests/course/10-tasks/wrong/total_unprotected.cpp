// rejected: race
// Belief: tasks may add to a shared total, because `single` runs them.
// `single` creates them, and all threads of the team run them.
#include <cstddef>
#include <cstdint>
#include <span>

namespace {

constexpr std::size_t longest_piece = 4'096;  // elements

std::int64_t sum_of_piece(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    std::int64_t total = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const std::int64_t difference = a[i] - b[i];
        total += difference * difference;
    }
    return total;
}

void add_halves(std::span<const std::int64_t> a, std::span<const std::int64_t> b, std::int64_t& total) {
    if (a.size() <= longest_piece) {
        total += sum_of_piece(a, b);
        return;
    }
    const std::size_t half = a.size() / 2;
#pragma omp task shared(total)
    add_halves(a.first(half), b.first(half), total);
    add_halves(a.subspan(half), b.subspan(half), total);
#pragma omp taskwait
}

}  // namespace

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    std::int64_t total = 0;
#pragma omp parallel
#pragma omp single
    add_halves(a, b, total);
    return total;
}
