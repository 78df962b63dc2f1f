// Python source text, cut into tokens.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ssd {

struct PythonToken {
    enum class Kind { mark, word, number, text, end };
    Kind kind = Kind::end;
    std::string_view source;  // as it is written
    std::string text = {};    // what a string literal stands for
};

// The tokens of an expression in brackets, written in UTF-8, without white space and comments; the last one is `end`.
// With `long_suffix` the L that Python 2 wrote behind long integers is left out. Throws PythonError.
std::vector<PythonToken> python_tokens(std::string_view source, bool long_suffix);

}  // namespace ssd
