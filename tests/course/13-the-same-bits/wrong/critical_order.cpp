// rejected: bits
// Belief: blocks that do not depend on the number of threads are enough.
// The threads add the blocks' sums in the order in which they enter the critical section.
#include <algorithm>
#include <cstddef>
#include <span>

namespace {

constexpr std::size_t block = 4096;

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
    const std::size_t count = (a.size() + block - 1) / block;
    double total = 0;
#pragma omp parallel for schedule(static, 16)
    for (std::size_t index = 0; index < count; ++index) {
        const std::size_t begin = index * block;
        const std::size_t length = std::min(block, a.size() - begin);
        const double sum = sum_of_block(a.subspan(begin, length), b.subspan(begin, length));
#pragma omp critical
        total += sum;
    }
    return total;
}
