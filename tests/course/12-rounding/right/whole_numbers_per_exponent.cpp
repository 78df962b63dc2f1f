// The exact sum: a place of 128 bits for each exponent, in which the fractions are added as whole numbers. No addition
// rounds until all of them are added to one number, the smallest first.
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace {

__extension__ using Wide = unsigned __int128;

constexpr std::size_t infinite_exponent = 2047;

}  // namespace

double sum_of_squared_differences(std::span<const double> a, std::span<const double> b) {
    std::vector<Wide> total(infinite_exponent);
    bool is_infinite = false;
#pragma omp parallel
    {
        std::vector<Wide> places(infinite_exponent);
        bool found_infinite = false;
#pragma omp for nowait
        for (std::size_t i = 0; i < a.size(); ++i) {
            const double difference = a[i] - b[i];
            const auto bits = std::bit_cast<std::uint64_t>(difference * difference);
            const std::size_t exponent = bits >> 52;
            const std::uint64_t fraction = bits & ((std::uint64_t{1} << 52) - 1);
            if (exponent == infinite_exponent) {
                found_infinite = true;
            } else if (exponent == 0) {
                places[1] += fraction;  // counts as much as with the exponent 1
            } else {
                places[exponent] += fraction | std::uint64_t{1} << 52;
            }
        }
#pragma omp critical
        {
            is_infinite = is_infinite || found_infinite;
            for (std::size_t i = 0; i < places.size(); ++i) total[i] += places[i];
        }
    }
    if (is_infinite) return std::numeric_limits<double>::infinity();
    // Carry all but the last bit of each place to the next one, where they count half as much.
    for (std::size_t i = 1; i + 1 < total.size(); ++i) {
        total[i + 1] += total[i] >> 1;
        total[i] &= 1;
    }
    double sum = 0;
    for (std::size_t i = 1; i < total.size(); ++i) {
        sum += std::ldexp(static_cast<double>(total[i]), static_cast<int>(i) - 1075);
    }
    return sum;
}
