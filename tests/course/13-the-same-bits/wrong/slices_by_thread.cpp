// rejected: bits
// Belief: it is enough to add the partial sums in the order of the threads.
// The slices' bounds depend on the number of threads, and so does the order of the additions.
#include <omp.h>

#include <cstddef>
#include <numeric>
#include <span>
#include <vector>

double sum_of_squared_differences(std::span<const double> a, std::span<const double> b) {
    std::vector<double> sums(static_cast<std::size_t>(omp_get_max_threads()));
#pragma omp parallel
    {
        double sum = 0;
#pragma omp for schedule(static)
        for (std::size_t i = 0; i < a.size(); ++i) {
            const double difference = a[i] - b[i];
            sum += difference * difference;
        }
        sums[static_cast<std::size_t>(omp_get_thread_num())] = sum;
    }
    return std::accumulate(sums.begin(), sums.end(), 0.0);
}
