// Why a text is not a Python literal.
#pragma once

#include <stdexcept>

namespace reductions {

// Says in a few words what is wrong. Characters from the text are not escaped.
struct PythonError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

}  // namespace reductions
