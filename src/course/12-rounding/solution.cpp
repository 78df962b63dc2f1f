// A compensated sum is two numbers: the sum, and the total of what its additions have rounded away. What one addition
// loses is itself a double and can be computed exactly: subtract the new sum from the larger number, and add the
// smaller one. Each thread has such a pair. The pairs are combined in the same way, because adding two partial sums
// rounds as well. The compiler must not simplify the expression to 0, and it does not: without -ffast-math it computes
// what is written.
#include <cmath>
#include <cstddef>
#include <span>

namespace {

struct CompensatedSum {
    double sum = 0;
    double lost = 0;

    // No term is negative, so they are compared without absolute values.
    void add(double term) {
        const double next = sum + term;
        lost += sum >= term ? (sum - next) + term : (term - next) + sum;
        sum = next;
    }

    void add(const CompensatedSum& other) {
        add(other.sum);
        lost += other.lost;
    }

    // If the sum is infinite, `lost` is minus infinity or not a number, so it must not be added.
    double value() const { return std::isfinite(sum) ? sum + lost : sum; }
};

}  // namespace

double sum_of_squared_differences(std::span<const double> a, std::span<const double> b) {
    CompensatedSum total;
#pragma omp parallel
    {
        CompensatedSum partial;
#pragma omp for nowait
        for (std::size_t i = 0; i < a.size(); ++i) {
            const double difference = a[i] - b[i];
            partial.add(difference * difference);
        }
#pragma omp critical
        total.add(partial);
    }
    return total.value();
}
