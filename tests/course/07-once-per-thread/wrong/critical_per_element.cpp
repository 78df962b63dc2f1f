// rejected: slow
// Belief: a critical section costs little if the program says that threads seldom wait for it.
// Without the hint, libomp's threads queue for the section, which takes much longer on a busy machine.
#include <omp.h>

#include <cstddef>
#include <cstdint>
#include <span>

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    std::int64_t total = 0;
#pragma omp parallel for
    for (std::size_t i = 0; i < a.size(); ++i) {
        const std::int64_t difference = a[i] - b[i];
#pragma omp critical(addition) hint(omp_sync_hint_uncontended)
        total += difference * difference;
    }
    return total;
}
