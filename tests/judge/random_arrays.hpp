// Arrays of many kinds for trials of the judge: the article's, random ones, sorted ones, and widely scattered ones.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <memory>
#include <random>
#include <string_view>
#include <utility>
#include <vector>

#include "arrays/generated_arrays.hpp"

namespace reductions::testing {

inline constexpr std::string_view kinds_of_data[] = {"article", "random", "sorted", "scattered"};

// A length from 1 to `largest`. All orders of magnitude are equally likely.
inline std::size_t random_length(std::mt19937_64& random, std::size_t largest) {
    const double exponent = std::uniform_real_distribution{0.0, std::log(static_cast<double>(largest) + 1)}(random);
    return std::clamp(static_cast<std::size_t>(std::exp(exponent)), std::size_t{1}, largest);
}

// An element of this kind of data. Scattered elements have magnitudes from very small to very large.
template <Element T>
T random_element(std::string_view kind, std::mt19937_64& random) {
    if constexpr (std::integral<T>) {
        if (kind != "scattered") return std::uniform_int_distribution<T>{-1000, 1000}(random);
        return static_cast<T>(static_cast<std::int64_t>(random()) >> (random() % 64));
    } else {
        const double number = std::uniform_real_distribution{-1.0, 1.0}(random);
        const int exponent = kind == "scattered" ? std::uniform_int_distribution{-40, 40}(random) : 0;
        return static_cast<T>(std::ldexp(number, exponent));
    }
}

template <Element T>
Arrays<T> arrays_of_kind(std::string_view kind, std::size_t size, std::mt19937_64& random) {
    if (kind == "article") return std::get<Arrays<T>>(article_arrays(type_name<T>, size));
    const auto arrays = std::make_shared<std::pair<std::vector<T>, std::vector<T>>>();
    auto& [a, b] = *arrays;
    for (std::size_t i = 0; i < size; ++i) a.push_back(random_element<T>(kind, random));
    for (std::size_t i = 0; i < size; ++i) b.push_back(kind == "sorted" ? T{0} : random_element<T>(kind, random));
    if (kind == "sorted") std::sort(a.begin(), a.end());
    return {a, b, arrays};
}

}  // namespace reductions::testing
