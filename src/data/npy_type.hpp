// How NumPy spells element types in the header of an .npy file.
#pragma once

#include <string_view>

#include "data/python_value.hpp"

namespace ssd {

// The element type that a header's 'descr' stands for: one of type_names. Throws NpyError for all others, and for
// elements whose bytes are in the other order.
std::string_view npy_type(const PythonValue& descr);

}  // namespace ssd
