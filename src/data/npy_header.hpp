// The header of an .npy file: magic string, version, its own length, then a Python dict as text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "data/npy_error.hpp"

namespace ssd {

// What a header says of the elements, and where they are.
struct NpyHeader {
    std::string_view type;  // one of type_names
    bool fortran_order = false;
    std::vector<std::uint64_t> shape;  // () of one number, (n,) of a row of them
    std::size_t offset = 0;            // of the first element, in bytes from the beginning of the file
    std::size_t length = 0;            // the number of elements
};

// Reads the header of a whole file, of format version 1.0, 2.0 or 3.0, as numpy.load does: what that reads, of the four
// types, is read, and what it refuses is refused. tests/data/numpy_load_test.py compares both, and lists the
// exceptions. Throws NpyError where it is no such header, where the type is not one of the four, and where the file
// does not hold all elements that the shape promises.
NpyHeader parse_npy_header(std::span<const std::byte> file);

// A shape as Python writes it.
std::string to_string(const std::vector<std::uint64_t>& shape);

}  // namespace ssd
