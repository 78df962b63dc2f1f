// The contract of a variant: what every file in src/variants/ provides, and all that the rest of the suite knows about
// it. docs/glossary.md explains Entry, Expectation and DependsOn.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string_view>

#include "contract/arrays.hpp"
#include "contract/element.hpp"

namespace reductions {

// What to expect of a variant's answers.
enum class Expectation {
    right,  // in every run NumPy's answer to the last bit for integers, and within the error bound for floats
    racy,   // a data race, so undefined behaviour: any answer is possible, even the right one
    lossy,  // no data race, but wrong on some arrays or with some numbers of threads
    wrong,  // wrong on purpose, on all arrays
};

// The name as it is spelt above.
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

// What a right answer for floats may depend on, apart from the arrays. It changes with the order of the additions.
// Integers wrap around, so their answer is the same in any order.
enum class DependsOn {
    nothing,  // the same bits in every run, with any number of threads
    threads,  // the same bits in every run with the same number of threads
    run,      // may differ from run to run
};

// The name as it is spelt above.
constexpr std::string_view name_of(DependsOn depends_on) {
    switch (depends_on) {
        case DependsOn::nothing:
            return "nothing";
        case DependsOn::threads:
            return "threads";
        case DependsOn::run:
            return "run";
    }
    return "?";
}

// What a function of two arrays returns, for each element type.
struct TheSum {
    template <Element T>
    using Of = Sum<T>;
};
struct TheArrays {
    template <Element T>
    using Of = Arrays<T>;
};

// One function of two arrays for each element type. It returns a Result::Of<T>. The two views have the same length,
// which may be 0. They are aligned for their elements and perhaps no more than that. `More` are the types of further
// arguments; a variant has none. Throws std::bad_alloc if memory cannot be allocated.
template <typename Result, typename... More>
struct OfEachType {
    constexpr OfEachType() = default;

    // Takes a generic lambda that calls a function template: [](auto a, auto b) { return omp_reduction(a, b); }.
    template <typename Generic>
    constexpr OfEachType(Generic generic) : int64{generic}, int32{generic}, float64{generic}, float32{generic} {}

    typename Result::template Of<std::int64_t> (*int64)(View<std::int64_t> a, View<std::int64_t> b,
                                                        More... more) = nullptr;
    typename Result::template Of<std::int32_t> (*int32)(View<std::int32_t> a, View<std::int32_t> b,
                                                        More... more) = nullptr;
    typename Result::template Of<double> (*float64)(View<double> a, View<double> b, More... more) = nullptr;
    typename Result::template Of<float> (*float32)(View<float> a, View<float> b, More... more) = nullptr;

    // The function for T.
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

// One way to compute sum((a[i] - b[i])²). Each file in src/variants/ ends with one, called `entry`, in a namespace with
// the name of the file.
struct Entry {
    std::string_view shows;               // what the variant shows, in one sentence
    std::string_view article_name = {};   // the article's function that it stands for, if there is one
    std::string_view misconception = {};  // the belief that leads to this variant, if it is wrong
    Expectation expectation = Expectation::right;
    DependsOn depends_on = DependsOn::nothing;
    // A slow variant is compared on at most this many elements, unless the user asks for a size.
    std::size_t default_size = std::numeric_limits<std::size_t>::max();
    OfEachType<TheSum> computation;
    // If the variant is about where or how arrays lie in memory: copies the arrays accordingly. It is called once,
    // before the computation, and neither its time nor its memory is measured.
    OfEachType<TheArrays> placement = {};
    // True for the stand-in of a variant that this build leaves out. Then `shows` says why, and the computation must
    // not be called.
    bool left_out = false;

    // The arrays as the variant gets them: unchanged, unless it has a placement.
    template <Element T>
    Arrays<T> place(const Arrays<T>& arrays) const {
        const auto placed = placement.of<T>();
        return placed == nullptr ? arrays : placed(arrays.a, arrays.b);
    }

    // The answer, computed with thread_count() threads, or with as many as the system delivers.
    template <Element T>
    Sum<T> operator()(View<T> a, View<T> b) const {
        return computation.of<T>()(a, b);
    }
};

// An entry, and what CMake knows about its file.
struct Variant : Entry {
    std::string_view name;     // the file's name, without .cpp
    std::string_view chapter;  // its folder's name
};

}  // namespace reductions
