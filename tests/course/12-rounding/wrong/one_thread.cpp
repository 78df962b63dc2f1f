// rejected: serial
// Belief: only one thread can keep track of what is lost.
#include <cmath>
#include <cstddef>
#include <span>

double sum_of_squared_differences(std::span<const double> a, std::span<const double> b) {
    double sum = 0;
    double lost = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const double difference = a[i] - b[i];
        const double square = difference * difference;
        const double next = sum + square;
        lost += sum >= square ? (sum - next) + square : (square - next) + sum;
        sum = next;
    }
    return std::isfinite(sum) ? sum + lost : sum;
}
