// rejected: wrong
// Belief: what an addition loses is always a number.
// If the sum becomes infinite, infinity is subtracted from infinity.
#include <cstddef>
#include <span>

namespace {

struct CompensatedSum {
    double sum = 0;
    double lost = 0;

    void add(double term) {
        const double next = sum + term;
        lost += sum >= term ? (sum - next) + term : (term - next) + sum;
        sum = next;
    }

    void add(const CompensatedSum& other) {
        add(other.sum);
        lost += other.lost;
    }

    double value() const { return sum + lost; }
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
