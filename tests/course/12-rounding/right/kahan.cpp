// Kahan's method: what was lost is subtracted from the next term. The threads' pairs are kept in places of their own,
// and one thread adds them.
#include <omp.h>

#include <cmath>
#include <cstddef>
#include <span>
#include <vector>

namespace {

struct Kahan {
    double sum = 0;
    double excess = 0;

    void add(double term) {
        const double corrected = term - excess;
        const double next = sum + corrected;
        excess = std::isinf(next) ? 0 : (next - sum) - corrected;
        sum = next;
    }
};

}  // namespace

double sum_of_squared_differences(std::span<const double> a, std::span<const double> b) {
    std::vector<Kahan> partials(static_cast<std::size_t>(omp_get_max_threads()));
#pragma omp parallel
    {
        Kahan partial;
#pragma omp for
        for (std::size_t i = 0; i < a.size(); ++i) {
            const double difference = a[i] - b[i];
            partial.add(difference * difference);
        }
        partials[static_cast<std::size_t>(omp_get_thread_num())] = partial;
    }
    Kahan total;
    for (const Kahan& partial : partials) {
        total.add(partial.sum);
        total.add(-partial.excess);
    }
    return total.sum;
}
