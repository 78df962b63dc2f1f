// The contract of a variant: what every file in src/variants/ provides, and all that the rest of the suite knows of it.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string_view>

#include "ssd/arrays.hpp"
#include "ssd/element.hpp"

namespace ssd {

// What may be expected of a variant's answers.
enum class Expectation {
    right,  // NumPy's answer to the last bit for integers, within the error bound for floats; always
    racy,   // a data race: undefined behaviour, any answer at all, the right one included
    lossy,  // no data race, and wrong all the same, on some arrays or with some numbers of threads
    wrong,  // wrong by intention, on all arrays
};

// In a word, as it is spelt above.
constexpr std::string_view name_of(Expectation expectation) {
    switch (expectation) {
        case Expectation::right:
            return "right";
        case Expectation::racy:
            return "racy";
        case Expectation::lossy:
            return "lossy";
        case Expectation::wrong:
            return "wrong";
    }
    return "?";
}

// What a right answer for floats may depend on, besides the arrays: on the order of the additions, that is. Integers
// wrap around and depend on nothing.
enum class DependsOn {
    nothing,  // the same bits in every run, with any number of threads
    threads,  // the same bits in every run with the same number of threads
    run,      // may differ from run to run
};

// What functions of two arrays give for an element type.
struct TheSum {
    template <Element T>
    using Of = Sum<T>;
};
struct TheArrays {
    template <Element T>
    using Of = Arrays<T>;
};

// A function of two arrays for each element type, which gives a Result::Of<T>. The two views have the same length,
// which may be 0; they are aligned to their elements and perhaps no better. Throws std::bad_alloc where memory cannot
// be had.
template <typename Result>
struct OfEachType {
    constexpr OfEachType() = default;

    // From a function template by way of a lambda: [](auto a, auto b) { return omp_reduction(a, b); }.
    template <typename Generic>
    constexpr OfEachType(Generic generic) : int64{generic}, int32{generic}, float64{generic}, float32{generic} {}

    typename Result::template Of<std::int64_t> (*int64)(View<std::int64_t> a, View<std::int64_t> b) = nullptr;
    typename Result::template Of<std::int32_t> (*int32)(View<std::int32_t> a, View<std::int32_t> b) = nullptr;
    typename Result::template Of<double> (*float64)(View<double> a, View<double> b) = nullptr;
    typename Result::template Of<float> (*float32)(View<float> a, View<float> b) = nullptr;

    // The one for T.
    template <Element T>
    constexpr auto of() const {
        if constexpr (std::same_as<T, std::int64_t>) {
            return int64;
        } else if constexpr (std::same_as<T, std::int32_t>) {
            return int32;
        } else if constexpr (std::same_as<T, double>) {
            return float64;
        } else {
            return float32;
        }
    }
};

// One way to compute sum((a[i] - b[i])²). Each file in src/variants/ ends with one entry of this kind, an object of
// the file's name in namespace ssd::variants.
struct Variant {
    std::string_view name;
    std::string_view chapter;            // the folder of its file
    std::string_view article_name = {};  // the function of the article that it stands for, if there is one
    std::string_view shows;              // what the sample shows, in a sentence
    Expectation expectation;
    DependsOn depends_on = DependsOn::nothing;
    // A variant that is slow by nature is compared on this many elements where nothing else is asked for.
    std::size_t default_size = std::numeric_limits<std::size_t>::max();
    OfEachType<TheSum> computation;
    // Copies the arrays to where and how they are to lie in memory, if the variant is about that. It is called once,
    // before the computation, and neither timed nor weighed.
    OfEachType<TheArrays> placement = {};
    // Stands for one that this compiler gets wrong: then `shows` says why, and there is no computation to call.
    bool left_out = false;

    // The arrays as the variant is to get them: as they are, unless it places them.
    template <Element T>
    Arrays<T> place(const Arrays<T>& arrays) const {
        const auto placed = placement.of<T>();
        return placed == nullptr ? arrays : placed(arrays.a, arrays.b);
    }

    // The answer, computed with as many threads as thread_count() says, or as many as can be had.
    template <Element T>
    Sum<T> operator()(View<T> a, View<T> b) const {
        return computation.of<T>()(a, b);
    }
};

}  // namespace ssd
