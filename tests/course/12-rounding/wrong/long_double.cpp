// rejected: ulp
// Belief: a wider type is exact enough for everything.
// The long double of x86 has 64 significant bits, eleven more than a double. A square of less than half of its last
// place is lost here, too.
#include <cstddef>
#include <span>

double sum_of_squared_differences(std::span<const double> a, std::span<const double> b) {
    long double total = 0;
#pragma omp parallel for reduction(+ : total)
    for (std::size_t i = 0; i < a.size(); ++i) {
        const double difference = a[i] - b[i];
        total += difference * difference;
    }
    return static_cast<double>(total);
}
