// Exercise 12: this function is right, but each of its additions rounds. Change it: the sum must be off by at most 2
// units in the last place, whatever the arrays contain.
#include <cstddef>
#include <span>

double sum_of_squared_differences(std::span<const double> a, std::span<const double> b) {
    double total = 0;
#pragma omp parallel for reduction(+ : total)
    for (std::size_t i = 0; i < a.size(); ++i) {
        const double difference = a[i] - b[i];
        total += difference * difference;
    }
    return total;
}
