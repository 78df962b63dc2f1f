// rejected: ulp
// Belief: the expression for what is lost can be simplified, because addition is associative.
// (sum - next) + term was reordered to (sum + term) - next, and that is next - next.
#include <cmath>
#include <cstddef>
#include <span>

namespace {

struct CompensatedSum {
    double sum = 0;
    double lost = 0;

    void add(double term) {
        const double next = sum + term;
        lost += (sum + term) - next;
        sum = next;
    }

    void add(const CompensatedSum& other) {
        add(other.sum);
        lost += other.lost;
    }

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
