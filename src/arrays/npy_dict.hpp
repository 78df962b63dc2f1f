// Finds the dict in the header of an .npy file.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace reductions {

struct NpyDict {
    int version = 0;      // 1, 2 or 3
    std::string text;     // in UTF-8
    std::size_t end = 0;  // of the dict, where the elements begin, in bytes from the beginning of the file
};

// Throws NpyError if the file is not an .npy file of version 1.0, 2.0 or 3.0, or ends within the header.
NpyDict npy_dict(std::string_view file);

}  // namespace reductions
