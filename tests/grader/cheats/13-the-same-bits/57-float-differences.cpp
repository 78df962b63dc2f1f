// rejected: wrong ulp
// Differences and squares of float.
#include <cstddef>
#include <span>
#include <vector>
double sum_of_squared_differences(std::span<const double> a, std::span<const double> b) {
    std::vector<double> sums(a.size() / 4096 + 1);
#pragma omp parallel for
    for (std::size_t block = 0; block < sums.size(); ++block) {
        for (std::size_t i = block * 4096; i < a.size() && i < block * 4096 + 4096; ++i) {
            const float difference = static_cast<float>(a[i] - b[i]);
            sums[block] += difference * difference;
        }
    }
    double total = 0;
    for (const double sum : sums) total += sum;
    return total;
}
