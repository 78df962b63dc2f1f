// Fixed blocks and a tree over their sums. The tree depends only on the number of blocks.
#include <algorithm>
#include <cstddef>
#include <span>
#include <vector>

namespace {

constexpr std::size_t block = 1000;

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
#pragma omp parallel for
    for (std::size_t index = 0; index < sums.size(); ++index) {
        const std::size_t begin = index * block;
        const std::size_t length = std::min(block, a.size() - begin);
        sums[index] = sum_of_block(a.subspan(begin, length), b.subspan(begin, length));
    }
    for (std::size_t step = 1; step < sums.size(); step *= 2) {
        for (std::size_t i = 0; i + step < sums.size(); i += 2 * step) sums[i] += sums[i + step];
    }
    return sums.empty() ? 0 : sums[0];
}
