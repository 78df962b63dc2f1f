// rejected: ulp
// Belief: with NumPy's order the error does not grow with the number of elements.
// It grows slowly. But within a block a large square still loses the small ones that are added to it.
#include <array>
#include <cstddef>
#include <span>

namespace {

constexpr std::size_t block = 128;
constexpr std::size_t lanes = 8;

double pairwise(std::span<const double> a, std::span<const double> b) {
    if (a.size() > block) {
        const std::size_t half = a.size() / 2 / lanes * lanes;
        return pairwise(a.first(half), b.first(half)) + pairwise(a.subspan(half), b.subspan(half));
    }
    std::array<double, lanes> sums{};
    for (std::size_t i = 0; i < a.size(); ++i) {
        const double difference = a[i] - b[i];
        sums[i % lanes] += difference * difference;
    }
    return ((sums[0] + sums[1]) + (sums[2] + sums[3])) + ((sums[4] + sums[5]) + (sums[6] + sums[7]));
}

}  // namespace

double sum_of_squared_differences(std::span<const double> a, std::span<const double> b) {
    double total = 0;
    constexpr std::size_t slice = 8192;
#pragma omp parallel for reduction(+ : total)
    for (std::size_t begin = 0; begin < a.size(); begin += slice) {
        const std::size_t length = begin + slice < a.size() ? slice : a.size() - begin;
        total += pairwise(a.subspan(begin, length), b.subspan(begin, length));
    }
    return total;
}
