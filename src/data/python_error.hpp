// Why a text is not what Python would take for a literal.
#pragma once

#include <stdexcept>

namespace ssd {

// Says in a few words what is wrong, with the text's own characters unescaped.
struct PythonError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

}  // namespace ssd
