// NumPy's own answers: tests/golden/cases.csv, and the arrays that its rows describe.
//
// Each row is one case: element type, generator, seed, length, the expected sum. Integers are decimal; floats are the
// correctly rounded sum of the squares as a hexadecimal double. tests/golden/manifest.csv does the same for .npy files.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "arrays/any_arrays.hpp"

namespace reductions::testing {

struct GoldenCase {
    std::string type;
    std::string generator;
    std::uint64_t seed;
    std::size_t size;
    std::string expected;
    std::string numpy;  // what np.sum itself returned

    std::string description() const;
};

// All rows of cases.csv.
std::vector<GoldenCase> golden_cases();

// The arrays of a case.
AnyArrays arrays_of(const GoldenCase& golden);

// A pair of .npy files, with the expected sum, or with "error: ..." if they must be refused.
struct GoldenFiles {
    std::string a;
    std::string b;
    std::string expected;
};

// All rows of manifest.csv, with the files' full paths.
std::vector<GoldenFiles> golden_files();

// The expected sum of a case as a sum of elements T.
template <Element T>
Sum<T> parse_expected(const std::string& text) {
    if constexpr (std::integral<T>) {
        return std::stoll(text);
    } else {
        return static_cast<T>(std::stod(text));
    }
}

}  // namespace reductions::testing
