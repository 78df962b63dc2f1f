// rejected: ulp
// Belief: the partial sums are accurate, so a few more additions do no harm.
// Each thread returns one number, and the additions of these numbers lose what is small beside the largest one.
#include <omp.h>

#include <cmath>
#include <cstddef>
#include <numeric>
#include <span>
#include <vector>

namespace {

struct CompensatedSum {
    double sum = 0;
    double lost = 0;

    void add(double term) {
        const double next = sum + term;
        lost += sum >= term ? (sum - next) + term : (term - next) + sum;
        sum = next;
    }

    double value() const { return std::isfinite(sum) ? sum + lost : sum; }
};

}  // namespace

double sum_of_squared_differences(std::span<const double> a, std::span<const double> b) {
    std::vector<double> partials(static_cast<std::size_t>(omp_get_max_threads()));
#pragma omp parallel
    {
        CompensatedSum partial;
#pragma omp for schedule(static)
        for (std::size_t i = 0; i < a.size(); ++i) {
            const double difference = a[i] - b[i];
            partial.add(difference * difference);
        }
        partials[static_cast<std::size_t>(omp_get_thread_num())] = partial.value();
    }
    return std::accumulate(partials.begin(), partials.end(), 0.0);
}
