// String literals of Python.
#pragma once

#include <string>
#include <string_view>

namespace ssd {

struct PythonString {
    std::string_view source;  // as it is written, with its quotes
    std::string text;         // what it stands for, in UTF-8
};

// The string literal at the beginning of `source`, which begins with a quote. A raw one (r'...') has no escapes. Throws
// PythonError where it does not end, or has an escape that is none.
PythonString python_string(std::string_view source, bool raw);

}  // namespace ssd
