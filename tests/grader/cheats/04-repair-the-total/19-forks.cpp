// rejected: forbidden
// Forks without end: here at most 2,000 processes, which end after 20 seconds.
#include <unistd.h>

#include <cstdint>
#include <span>

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    for (static int forks = 0; forks < 2'000; ++forks) {
        if (fork() == 0) {
            sleep(20);
            _exit(0);
        }
    }

    std::int64_t total = 0;
#pragma omp parallel for reduction(+ : total)
    for (std::size_t i = 0; i < a.size(); ++i) total += (a[i] - b[i]) * (a[i] - b[i]);
    return total;
}
