// rejected: bits
// Belief: the schedule changes the time, but not the result.
// The first half is divided equally. Of the second half, each thread takes what it has time for.
#include <cstddef>
#include <span>

double sum_of_squared_differences(std::span<const double> a, std::span<const double> b) {
    double total = 0;
    const std::size_t half = a.size() / 2;
#pragma omp parallel reduction(+ : total)
    {
#pragma omp for schedule(static) nowait
        for (std::size_t i = 0; i < half; ++i) {
            const double difference = a[i] - b[i];
            total += difference * difference;
        }
#pragma omp for schedule(dynamic, 4096)
        for (std::size_t i = half; i < a.size(); ++i) {
            const double difference = a[i] - b[i];
            total += difference * difference;
        }
    }
    return total;
}
