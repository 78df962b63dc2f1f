// Two limits, and the size decides which one counts. A small array is in a cache, and one thread sums it in less time
// than it takes to wake a team: a plain loop, which does not call the runtime at all. A large array is in memory, and a
// team reads it faster than one thread can. In between there is a crossover. It depends on the machine, and a constant
// need only be right to within a factor of a few: near the crossover both ways take about equally long.
#include <cstddef>
#include <cstdint>
#include <span>

namespace {

constexpr std::size_t crossover = 32'768;  // elements: 256 KiB of each array

}  // namespace

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    std::int64_t total = 0;
    if (a.size() < crossover) {
        for (std::size_t i = 0; i < a.size(); ++i) {
            const std::int64_t difference = a[i] - b[i];
            total += difference * difference;
        }
        return total;
    }
#pragma omp parallel for reduction(+ : total)
    for (std::size_t i = 0; i < a.size(); ++i) {
        const std::int64_t difference = a[i] - b[i];
        total += difference * difference;
    }
    return total;
}
