// rejected: serial
// Belief: only one thread can give the same bits, and its answer is the true one.
#include <cstddef>
#include <span>

double sum_of_squared_differences(std::span<const double> a, std::span<const double> b) {
    double total = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const double difference = a[i] - b[i];
        total += difference * difference;
    }
    return total;
}
