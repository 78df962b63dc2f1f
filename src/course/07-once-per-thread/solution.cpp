// `partial` is declared inside the region, so each thread has its own and needs no protection to add to it. The
// compiler keeps it in a register. Each thread enters the critical section once per call, whatever the size of the
// arrays. `nowait` lets a thread that is done enter it while others are still adding.
#include <cstddef>
#include <cstdint>
#include <span>

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    std::int64_t total = 0;
#pragma omp parallel
    {
        std::int64_t partial = 0;
#pragma omp for nowait
        for (std::size_t i = 0; i < a.size(); ++i) {
            const std::int64_t difference = a[i] - b[i];
            partial += difference * difference;
        }
#pragma omp critical
        total += partial;
    }
    return total;
}
