// Python's string literals.
#pragma once

#include <string>
#include <string_view>

namespace reductions {

struct PythonString {
    std::string_view source;  // as written, with its quotes
    std::string text;         // what it stands for, in UTF-8
};

// The string literal at the beginning of `source`, which must begin with a quote. A raw literal (r'...') has no
// escapes. Throws PythonError if the literal does not end or contains an invalid escape.
PythonString python_string(std::string_view source, bool raw);

}  // namespace reductions
