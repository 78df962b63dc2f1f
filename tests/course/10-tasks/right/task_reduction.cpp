// Halving with tasks that take part in a reduction. Nobody waits for a single task, only for the whole group.
#include <cstddef>
#include <cstdint>
#include <span>

namespace {

void add_squares(std::span<const std::int64_t> a, std::span<const std::int64_t> b, std::int64_t& total) {
    if (a.size() <= 100'000) {
#pragma omp task in_reduction(+ : total)
        for (std::size_t i = 0; i < a.size(); ++i) {
            const std::int64_t difference = a[i] - b[i];
            total += difference * difference;
        }
        return;
    }
    const std::size_t half = a.size() / 2;
#pragma omp task shared(total)
    add_squares(a.first(half), b.first(half), total);
    add_squares(a.subspan(half), b.subspan(half), total);
}

}  // namespace

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    std::int64_t total = 0;
#pragma omp parallel
#pragma omp single
#pragma omp taskgroup task_reduction(+ : total)
    add_squares(a, b, total);
    return total;
}
