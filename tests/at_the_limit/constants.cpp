// Times the versions of at_the_limit.hpp that constants.py has made, in turn and in random order:
//     constants [ELEMENTS...]
#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <random>
#include <span>
#include <string>
#include <vector>

#include "versions.hpp"

namespace {

template <typename T>
struct Version {
    const char* title;
    T (*squared_distance)(std::span<const T> a, std::span<const T> b);
};

template <typename T>
constexpr Version<T> versions[] = {
#define VERSION(title, name) \
    {title, [](std::span<const T> a, std::span<const T> b) { return static_cast<T>(name::squared_distance(a, b)); }},
#include "versions.inc"
};

double median(std::vector<double> values) {
    std::nth_element(values.begin(), values.begin() + values.size() / 2, values.end());
    return values[values.size() / 2];
}

// Prints one row: the time of the header as it is, and the others' times divided by it.
template <typename T>
void compare(const char* type, std::size_t elements) {
    std::vector<T> a(elements), b(elements);
    for (std::size_t i = 0; i < elements; ++i) {
        a[i] = static_cast<T>(i % 10);
        b[i] = static_cast<T>(i % 7);
    }
    const std::size_t rounds = std::clamp<std::size_t>(300'000'000 / elements, 21, 201);
    const std::size_t calls = std::max<std::size_t>(1, 300'000 / elements);
    constexpr std::size_t count = std::size(versions<T>);
    std::array<std::vector<double>, count> times;
    std::array<std::size_t, count> order;
    for (std::size_t i = 0; i < count; ++i) order[i] = i;
    std::mt19937 random;
    volatile T sum [[maybe_unused]];
    for (std::size_t round = 0; round < rounds; ++round) {
        std::shuffle(order.begin(), order.end(), random);
        for (const std::size_t i : order) {
            sum = versions<T>[i].squared_distance(a, b);
            const auto start = std::chrono::steady_clock::now();
            for (std::size_t call = 0; call < calls; ++call) sum = versions<T>[i].squared_distance(a, b);
            const std::chrono::duration<double> duration = std::chrono::steady_clock::now() - start;
            times[i].push_back(duration.count() / static_cast<double>(calls));
        }
    }
    std::printf("| %zu | %s | %.3g µs |", elements, type, 1e6 * median(times[0]));
    for (std::size_t i = 1; i < count; ++i) {
        std::vector<double> ratios;
        for (std::size_t round = 0; round < rounds; ++round) ratios.push_back(times[i][round] / times[0][round]);
        std::printf(" %.2f |", median(ratios));
    }
    std::puts("");
    std::fflush(stdout);
}

}  // namespace

int main(int argc, char** argv) {
    std::vector<std::string> sizes(argv + 1, argv + argc);
    if (sizes.empty()) sizes = {"10000", "20000", "100000", "1000000", "10000000"};
    std::fputs("| elements | type |", stdout);
    for (const auto& version : versions<double>) std::printf(" %s |", version.title);
    std::fputs("\n|--:|---|", stdout);
    for (std::size_t i = 0; i < std::size(versions<double>); ++i) std::fputs("--:|", stdout);
    std::puts("");
    for (const std::string& size : sizes) {
        compare<std::int64_t>("int64", std::stoul(size));
        compare<std::int32_t>("int32", std::stoul(size));
        compare<double>("float64", std::stoul(size));
        compare<float>("float32", std::stoul(size));
    }
}
