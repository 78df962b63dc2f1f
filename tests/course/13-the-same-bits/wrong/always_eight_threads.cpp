// rejected: threads
// Belief: the bits can only stay the same if the number of threads does.
#include <algorithm>
#include <cstddef>
#include <numeric>
#include <span>
#include <vector>

double sum_of_squared_differences(std::span<const double> a, std::span<const double> b) {
    constexpr std::size_t slices = 8;
    std::vector<double> sums(slices);
#pragma omp parallel for num_threads(8)
    for (std::size_t slice = 0; slice < slices; ++slice) {
        double sum = 0;
        const std::size_t end = a.size() * (slice + 1) / slices;
        for (std::size_t i = a.size() * slice / slices; i < end; ++i) {
            const double difference = a[i] - b[i];
            sum += difference * difference;
        }
        sums[slice] = sum;
    }
    return std::accumulate(sums.begin(), sums.end(), 0.0);
}
