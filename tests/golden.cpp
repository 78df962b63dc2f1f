// NumPy's own answers, read from CSV, and the generators of the arrays.
#include "golden.hpp"

#include <array>
#include <cmath>
#include <cstdint>
#include <fstream>
#include <limits>
#include <memory>
#include <sstream>
#include <stdexcept>

namespace reductions::testing {
namespace {

const std::string folder = GOLDEN_FOLDER;

std::vector<std::vector<std::string>> read_csv(const std::string& path) {
    std::ifstream file{path};
    if (!file) throw std::runtime_error{"cannot read " + path};
    std::vector<std::vector<std::string>> rows;
    std::string line;
    std::getline(file, line);  // the heading
    while (std::getline(file, line)) {
        std::vector<std::string>& row = rows.emplace_back();
        std::istringstream cells{line};
        for (std::string cell; std::getline(cells, cell, ',');) row.push_back(cell);
    }
    return rows;
}

// The k-th output, k >= 1, of splitmix64 started at state `seed` (Steele, Lea, Flood: "Fast splittable pseudorandom
// number generators", OOPSLA 2014).
std::uint64_t splitmix64(std::uint64_t seed, std::uint64_t k) {
    std::uint64_t z = seed + k * 0x9E3779B97F4A7C15;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
    return z ^ (z >> 31);
}

template <Element T>
T extreme(std::uint64_t random) {
    using Limits = std::numeric_limits<T>;
    if constexpr (std::integral<T>) {
        const std::array<T, 7> pool = {Limits::min(),     Limits::max(),    T{-1}, T{0}, T{1},
                                       Limits::min() + 1, Limits::max() - 1};
        return pool[random % pool.size()];
    } else {
        const std::array<T, 7> pool = {T{0}, -T{0}, T{1}, T{-1}, Limits::min(), Limits::epsilon(), T(1e15)};
        return pool[random % pool.size()];
    }
}

template <Element T>
T small(std::uint64_t random) {
    return static_cast<T>(static_cast<std::int64_t>(random % 2001) - 1000);
}

template <Element T>
T full(std::uint64_t random) {
    return static_cast<T>(static_cast<std::int64_t>(random));
}

template <Element T>
T unit(std::uint64_t random) {
    return static_cast<T>(std::ldexp(static_cast<double>(random >> 11), -52) - 1);
}

// It is found once for an array, because a comparison of names takes longer than an element.
template <Element T>
auto generator_named(const std::string& name) {
    if (name == "small") return small<T>;
    if (name == "full") return full<T>;
    if (name == "unit") return unit<T>;
    if (name == "extremes") return extreme<T>;
    throw std::runtime_error{"unknown generator " + name};
}

template <Element T>
AnyArrays make(const GoldenCase& golden) {
    struct Both {
        std::vector<T> a, b;
    };
    const auto both = std::make_shared<Both>();
    both->a.reserve(golden.size);
    both->b.reserve(golden.size);
    if (golden.generator == "arange") {
        for (std::uint64_t i = 0; i < golden.size; ++i) {
            both->a.push_back(static_cast<T>(i + 1));
            both->b.push_back(static_cast<T>(i + 7));
        }
    } else {
        const auto generate = generator_named<T>(golden.generator);
        for (std::uint64_t i = 0; i < golden.size; ++i) {
            both->a.push_back(generate(splitmix64(golden.seed, 2 * i + 1)));
            both->b.push_back(generate(splitmix64(golden.seed, 2 * i + 2)));
        }
    }
    return Arrays<T>{both->a, both->b, both};
}

}  // namespace

std::string GoldenCase::description() const {
    return type + ' ' + generator + " seed " + std::to_string(seed) + " n " + std::to_string(size);
}

std::vector<GoldenCase> golden_cases() {
    std::vector<GoldenCase> cases;
    for (const auto& row : read_csv(folder + "/cases.csv")) {
        cases.push_back({row.at(0), row.at(1), std::stoull(row.at(2)), std::stoull(row.at(3)), row.at(4), row.at(5)});
    }
    return cases;
}

AnyArrays arrays_of(const GoldenCase& golden) {
    if (golden.type == type_name<std::int64_t>) return make<std::int64_t>(golden);
    if (golden.type == type_name<std::int32_t>) return make<std::int32_t>(golden);
    if (golden.type == type_name<double>) return make<double>(golden);
    if (golden.type == type_name<float>) return make<float>(golden);
    throw std::runtime_error{"unknown type " + golden.type};
}

std::vector<GoldenFiles> golden_files() {
    std::vector<GoldenFiles> files;
    for (const auto& row : read_csv(folder + "/manifest.csv")) {
        files.push_back({folder + '/' + row.at(0), folder + '/' + row.at(1), row.at(2)});
    }
    return files;
}

}  // namespace reductions::testing
