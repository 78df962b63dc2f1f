// rejected: ulp
// Belief: the same bits mean a good answer, so 32 bits are enough within a block.
#include <algorithm>
#include <cstddef>
#include <numeric>
#include <span>
#include <vector>

namespace {

constexpr std::size_t block = 4096;

double sum_of_block(std::span<const double> a, std::span<const double> b) {
    float sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const double difference = a[i] - b[i];
        sum += static_cast<float>(difference * difference);
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
    return std::accumulate(sums.begin(), sums.end(), 0.0);
}
