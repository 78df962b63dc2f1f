// rejected: bits
// Belief: with blocks of a fixed size, the clause adds in a fixed order.
// Each thread still adds its own blocks first, and how many these are depends on the number of threads.
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
#pragma omp parallel for schedule(static) reduction(+ : total)
    for (std::size_t index = 0; index < count; ++index) {
        const std::size_t begin = index * block;
        const std::size_t length = std::min(block, a.size() - begin);
        total += sum_of_block(a.subspan(begin, length), b.subspan(begin, length));
    }
    return total;
}
