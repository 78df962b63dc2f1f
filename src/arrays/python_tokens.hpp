// Python source text, cut into tokens.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace reductions {

struct PythonToken {
    enum class Kind { mark, word, number, text, end };
    Kind kind = Kind::end;
    std::string_view source;  // as written
    std::string text = {};    // what a string literal stands for
};

// The tokens of an expression in brackets, without white space or comments; the last token is `end`. The text must be
// UTF-8. With `long_suffix` the L that Python 2 wrote after long integers is left out. Throws PythonError.
std::vector<PythonToken> python_tokens(std::string_view source, bool long_suffix);

}  // namespace reductions
