// Values that are written as Python literals.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace ssd {

struct PythonValue {
    struct None {};
    struct Tuple {
        std::vector<PythonValue> items;
    };
    struct List {
        std::vector<PythonValue> items;
    };
    struct Dict {
        std::vector<PythonValue> keys;  // as they are written, so a key may come twice
        std::vector<PythonValue> values;
    };

    std::variant<None, bool, std::int64_t, std::string, Tuple, List, Dict> is;
    std::string_view source;  // as it is written
};

// Reads what ast.literal_eval of Python reads, of these types: None, booleans, whole numbers of 64 bits, strings,
// tuples, lists and dicts. The text is in UTF-8; the values look at it. With `long_suffix` whole numbers may end in L,
// as in Python 2. Throws PythonError.
PythonValue python_value(std::string_view source, bool long_suffix);

}  // namespace ssd
