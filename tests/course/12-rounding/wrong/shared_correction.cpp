// rejected: race
// Belief: the threads may share what was lost, because it is small.
#include <cstddef>
#include <span>

double sum_of_squared_differences(std::span<const double> a, std::span<const double> b) {
    double total = 0;
    double lost = 0;
#pragma omp parallel for reduction(+ : total)
    for (std::size_t i = 0; i < a.size(); ++i) {
        const double difference = a[i] - b[i];
        const double square = difference * difference;
        const double next = total + square;
        lost += total >= square ? (total - next) + square : (square - next) + total;
        total = next;
    }
    return total + lost;
}
