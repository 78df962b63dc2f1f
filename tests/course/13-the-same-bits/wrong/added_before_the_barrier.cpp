// rejected: race
// Belief: when thread 0 is done, so are the others.
// `nowait` removes the barrier, so thread 0 reads sums that other threads may not have stored yet.
#include <algorithm>
#include <cstddef>
#include <span>
#include <vector>

namespace {

constexpr std::size_t block = 64;

double sum_of_block(std::span<const double> a, std::span<const double> b) {
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const double difference = a[i] - b[i];
        sum += difference * difference;
    }
    return sum;
}

}  // namespace

double sum_of_squared_differences(std::span<const double> a, std::span<const double> b) {
    std::vector<double> sums((a.size() + block - 1) / block);
    double total = 0;
#pragma omp parallel
    {
#pragma omp for schedule(static, 1) nowait
        for (std::size_t index = 0; index < sums.size(); ++index) {
            const std::size_t begin = index * block;
            const std::size_t length = std::min(block, a.size() - begin);
            sums[index] = sum_of_block(a.subspan(begin, length), b.subspan(begin, length));
        }
#pragma omp master
        for (const double sum : sums) total += sum;
    }
    return total;
}
