// rejected: refused
// Belief: OpenMP has a schedule that fixes the order of the additions.
#include <cstddef>
#include <span>

double sum_of_squared_differences(std::span<const double> a, std::span<const double> b) {
    double total = 0;
#pragma omp parallel for schedule(fixed) reduction(+ : total)
    for (std::size_t i = 0; i < a.size(); ++i) {
        const double difference = a[i] - b[i];
        total += difference * difference;
    }
    return total;
}
