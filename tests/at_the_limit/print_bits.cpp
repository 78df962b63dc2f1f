// Prints the rows of test_vectors.txt: the bits of six sums, for arrays of many lengths:   print_bits [OFFSET]
//
// The arrays begin 1, 2 and 3 times OFFSET elements into their memory. Standard error gets the width of the registers.
#include <cinttypes>
#include <cstdio>
#include <cstdlib>
#include <span>
#include <vector>

#include "at_the_limit.hpp"

namespace {

// SplitMix64's number i, counted from `seed`.
std::uint64_t random_bits(std::uint64_t seed, std::uint64_t i) {
    std::uint64_t bits = (seed + i + 1) * 0x9e3779b97f4a7c15;
    bits = (bits ^ bits >> 30) * 0xbf58476d1ce4e5b9;
    bits = (bits ^ bits >> 27) * 0x94d049bb133111eb;
    return bits ^ bits >> 31;
}

// A float: the highest bits as a number in [0, 1), a sign, and a factor of 2^-8 to 2^7. No operation rounds.
template <typename T>
T element(std::uint64_t bits) {
    if constexpr (std::integral<T>) {
        return static_cast<T>(bits >> (64 - 8 * sizeof(T)));
    } else {
        constexpr int digits = std::same_as<T, double> ? 53 : 24;
        const T fraction = static_cast<T>(bits >> (64 - digits)) / static_cast<T>(std::uint64_t{1} << digits);
        const T factor = static_cast<T>(1 << (bits & 15)) / 256;
        return (bits & 16) != 0 ? -fraction * factor : fraction * factor;
    }
}

void print(std::int64_t sum) { std::printf(" %" PRId64, sum); }
void print(double sum) { std::printf(" %a", sum); }

template <typename T>
void print_sums(const char* type, std::size_t offset) {
    const std::size_t sizes[] = {0,    1,      7,      8,      17,     63,     64,      65,
                                 1000, 16'895, 16'896, 16'897, 33'792, 33'793, 100'003, 1'000'003};
    constexpr std::size_t most = 1'000'003;
    std::vector<T> memory[3];
    for (std::uint64_t array = 0; array < 3; ++array) {
        memory[array].resize((array + 1) * offset);
        for (std::uint64_t i = 0; i < most; ++i) memory[array].push_back(element<T>(random_bits(array << 32, i)));
    }
    for (const std::size_t size : sizes) {
        const std::span<const T> x{memory[0].data() + offset, size};
        const std::span<const T> y{memory[1].data() + 2 * offset, size};
        const std::span<const T> z{memory[2].data() + 3 * offset, size};
        const auto larger = [](T v, T w) { return v < w ? w : v; };
        const auto in_double = [](T u, T v, T w) {
            return (static_cast<double>(u) - static_cast<double>(v)) * static_cast<double>(w);
        };
        std::printf("%s %zu", type, size);
        print(at_the_limit::sum(x));
        print(at_the_limit::sum_of_squares(x));
        print(at_the_limit::dot(x, y));
        print(at_the_limit::squared_distance(x, y));
        print(at_the_limit::reduce(larger, x, y));
        print(at_the_limit::reduce(in_double, x, y, z));
        std::puts("");
    }
}

}  // namespace

int main(int argc, char** argv) {
    const std::size_t offset = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 0;
    int width = 16;
#ifdef __x86_64__
    if (__builtin_cpu_supports("avx2")) width = 32;
    if (__builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl")) width = 64;
#endif
    std::fprintf(stderr, "registers of %d bytes\n", width);
    print_sums<std::int64_t>("int64", offset);
    print_sums<std::int32_t>("int32", offset);
    print_sums<double>("float64", offset);
    print_sums<float>("float32", offset);
}
