// rejected: ulp
// Compensates only where one thread is requested.
#include <omp.h>

#include <cmath>
#include <cstddef>
#include <span>
double sum_of_squared_differences(std::span<const double> a, std::span<const double> b) {
    double sum = 0;
    if (omp_get_max_threads() > 1) {
#pragma omp parallel for reduction(+ : sum)
        for (std::size_t i = 0; i < a.size(); ++i) sum += (a[i] - b[i]) * (a[i] - b[i]);
        return sum;
    }
    double lost = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const double square = (a[i] - b[i]) * (a[i] - b[i]);
        const double next = sum + square;
        lost += sum >= square ? (sum - next) + square : (square - next) + sum;
        sum = next;
    }
    return std::isfinite(sum) ? sum + lost : sum;
}
