// Values written as Python literals.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace reductions {

struct PythonValue {
    struct None {};
    struct Tuple {
        std::vector<PythonValue> items;
    };
    struct List {
        std::vector<PythonValue> items;
    };
    struct Dict {
        std::vector<PythonValue> keys;  // as written, so a key may occur twice
        std::vector<PythonValue> values;
    };

    std::variant<None, bool, std::int64_t, std::string, Tuple, List, Dict> is;
    std::string_view source;  // as written
};

// Reads what Python's ast.literal_eval reads, for these types: None, booleans, whole numbers of 64 bits, strings,
// tuples, lists and dicts. The text must be UTF-8, and the values refer to it. With `long_suffix` whole numbers may end
// in L, as in Python 2. Throws PythonError.
PythonValue python_value(std::string_view source, bool long_suffix);

}  // namespace reductions
