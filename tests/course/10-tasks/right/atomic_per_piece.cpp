// No result per task: each small piece adds its sum to one shared total, atomically. The team's barrier waits for all.
#include <cstddef>
#include <cstdint>
#include <span>

namespace {

void add_squares(std::span<const std::int64_t> a, std::span<const std::int64_t> b, std::int64_t& total) {
    if (a.size() <= 50'000) {
        std::int64_t partial = 0;
        for (std::size_t i = 0; i < a.size(); ++i) {
            const std::int64_t difference = a[i] - b[i];
            partial += difference * difference;
        }
#pragma omp atomic
        total += partial;
        return;
    }
    const std::size_t half = a.size() / 2;
#pragma omp task shared(total)
    add_squares(a.first(half), b.first(half), total);
#pragma omp task shared(total)
    add_squares(a.subspan(half), b.subspan(half), total);
}

}  // namespace

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    std::int64_t total = 0;
#pragma omp parallel
#pragma omp single
    add_squares(a, b, total);
    return total;
}
