// rejected: ulp
// Belief: each addition rounds by half a unit at most, and the errors cancel.
#include <cstddef>
#include <span>

double sum_of_squared_differences(std::span<const double> a, std::span<const double> b) {
    double total = 0;
#pragma omp parallel for reduction(+ : total) schedule(static, 4096)
    for (std::size_t i = 0; i < a.size(); ++i) {
        const double difference = a[i] - b[i];
        total += difference * difference;
    }
    return total;
}
