// The header of an .npy file: magic string, version, its own length, then a Python dict as text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace ssd {

// Why a file cannot be used, in a sentence.
struct NpyError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// What a header says of the elements, and where they are.
struct NpyHeader {
    std::string_view type;  // one of type_names
    bool fortran_order = false;
    std::vector<std::uint64_t> shape;  // () of one number, (n,) of a row of them
    std::size_t offset = 0;            // of the first element, in bytes from the beginning of the file
    std::size_t length = 0;            // the number of elements
};

// Reads the header of a whole file, of format version 1, 2 or 3 (NumPy's numpy.lib.format). Throws NpyError where it is
// none, where the type is not one of the four, and where the file does not hold all elements that the shape promises.
NpyHeader parse_npy_header(std::span<const std::byte> file);

// A shape as Python writes it.
std::string to_string(const std::vector<std::uint64_t>& shape);

}  // namespace ssd
