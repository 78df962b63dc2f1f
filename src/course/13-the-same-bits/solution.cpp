// The program fixes the order of all additions, so the threads cannot change it. The arrays are cut into blocks whose
// size does not depend on the number of threads. Each block's sum has its own place, whichever thread computes it. One
// thread adds the sums in the order of the blocks, after the barrier at the end of the loop. Within a block, sixteen
// lanes add every sixteenth element each. Their order is fixed, too, and the compiler can keep them in vector
// registers.
#include <algorithm>
#include <array>
#include <cstddef>
#include <numeric>
#include <span>
#include <vector>

namespace {

constexpr std::size_t block = 4096;
constexpr std::size_t lanes = 16;

double sum_of_block(std::span<const double> a, std::span<const double> b) {
    std::array<double, lanes> sums{};
    std::size_t i = 0;
    for (; i + lanes <= a.size(); i += lanes) {
        for (std::size_t lane = 0; lane < lanes; ++lane) {
            const double difference = a[i + lane] - b[i + lane];
            sums[lane] += difference * difference;
        }
    }
    for (std::size_t lane = 0; i + lane < a.size(); ++lane) {
        const double difference = a[i + lane] - b[i + lane];
        sums[lane] += difference * difference;
    }
    return std::accumulate(sums.begin(), sums.end(), 0.0);
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
