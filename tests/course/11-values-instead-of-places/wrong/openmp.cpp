// rejected: forbidden
// Belief: a clause is shorter than threads. It is, and this exercise is about what to do without it.
#include <cstddef>
#include <cstdint>
#include <span>

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b,
                                        std::size_t threads) {
    std::int64_t total = 0;
#pragma omp parallel for num_threads(static_cast <int>(threads)) reduction(+ : total)
    for (std::size_t i = 0; i < a.size(); ++i) {
        const std::int64_t difference = a[i] - b[i];
        total += difference * difference;
    }
    return total;
}
