// How NumPy spells element types in the header of an .npy file.
#pragma once

#include <string_view>

#include "arrays/python_value.hpp"

namespace reductions {

// The element type that a header's 'descr' stands for: one of type_names. Throws NpyError for all other types, and for
// elements in the other byte order.
std::string_view npy_type(const PythonValue& descr);

}  // namespace reductions
