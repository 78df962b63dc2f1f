// The contract of a variant: what every file in src/variants/ provides, and all that the rest of the suite knows of it.
#pragma once

#include <concepts>
#include <cstdint>
#include <string_view>

#include "ssd/element.hpp"

namespace ssd {

// What may be expected of a variant's answers.
enum class Expectation {
    right,  // NumPy's answer to the last bit for integers, within the error bound for floats; always
    racy,   // a data race: undefined behaviour, any answer at all, the right one included
    wrong,  // a wrong answer by intention
};

// One way to compute sum((a[i] - b[i])²). Each file in src/variants/ ends with one entry of this kind, an object of
// the file's name in namespace ssd::variants.
struct Variant {
    std::string_view name;
    std::string_view article_name;  // the function of the article that it stands for; empty where there is none
    std::string_view chapter;       // the folder of its file
    std::string_view shows;         // what the sample shows, in a sentence
    Expectation expectation;

    // The computation for each element type. The two views have the same length, which may be 0; they may be aligned
    // to their elements and no better; the number of threads is thread_count()'s. Throws std::bad_alloc where memory
    // cannot be had.
    Sum<std::int64_t> (*int64)(View<std::int64_t> a, View<std::int64_t> b);
    Sum<std::int32_t> (*int32)(View<std::int32_t> a, View<std::int32_t> b);
    Sum<double> (*float64)(View<double> a, View<double> b);
    Sum<float> (*float32)(View<float> a, View<float> b);

    template <Element T>
    Sum<T> operator()(View<T> a, View<T> b) const {
        if constexpr (std::same_as<T, std::int64_t>) {
            return int64(a, b);
        } else if constexpr (std::same_as<T, std::int32_t>) {
            return int32(a, b);
        } else if constexpr (std::same_as<T, double>) {
            return float64(a, b);
        } else {
            return float32(a, b);
        }
    }
};

}  // namespace ssd
