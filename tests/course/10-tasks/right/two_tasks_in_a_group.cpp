// Both halves are tasks with an element of one array for each result, and a task group waits for them. The clause
// `final` makes the small tasks run at once, in the thread that reaches them.
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace {

std::int64_t sum_of_halves(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    if (a.size() <= 16'384) {
        std::int64_t total = 0;
        for (std::size_t i = 0; i < a.size(); ++i) {
            const std::int64_t difference = a[i] - b[i];
            total += difference * difference;
        }
        return total;
    }
    const std::size_t half = a.size() / 2;
    std::array<std::int64_t, 2> sums{};
#pragma omp taskgroup
    {
#pragma omp task shared(sums) final(half <= 100'000)
        sums[0] = sum_of_halves(a.first(half), b.first(half));
#pragma omp task shared(sums) final(half <= 100'000)
        sums[1] = sum_of_halves(a.subspan(half), b.subspan(half));
    }
    return sums[0] + sums[1];
}

}  // namespace

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    std::int64_t total = 0;
#pragma omp parallel
#pragma omp masked
    total = sum_of_halves(a, b);
    return total;
}
