// rejected: bits serial threads
// One thread for the size with which bits are compared, and the clause for all others.
#include <cstddef>
#include <span>
double sum_of_squared_differences(std::span<const double> a, std::span<const double> b) {
    double total = 0;
#pragma omp parallel for reduction(+ : total) if (a.size() != (1 << 18))
    for (std::size_t i = 0; i < a.size(); ++i) total += (a[i] - b[i]) * (a[i] - b[i]);
    return total;
}
