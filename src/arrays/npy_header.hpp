// The header of an .npy file: magic string, version, its own length, then a Python dict as text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "arrays/npy_error.hpp"

namespace reductions {

// What a header says about the elements, and where they are.
struct NpyHeader {
    std::string_view type;  // one of type_names
    bool fortran_order = false;
    std::vector<std::uint64_t> shape;  // () for one number, (n,) for a row of n numbers
    std::size_t offset = 0;            // of the first element, in bytes from the beginning of the file
    std::size_t length = 0;            // the number of elements
};

// Reads the header of a whole file of format version 1.0, 2.0 or 3.0, as numpy.load does. For the four types it accepts
// what numpy.load accepts, and refuses what numpy.load refuses. tests/arrays/numpy_load_test.py compares the two and
// lists the exceptions. Throws NpyError if the header is invalid, if the type is not one of the four, or if the file
// does not contain all the elements that the shape promises.
NpyHeader parse_npy_header(std::span<const std::byte> file);

// A shape as Python writes it.
std::string to_string(const std::vector<std::uint64_t>& shape);

}  // namespace reductions
