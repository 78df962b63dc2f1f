// Arrays from .npy files, NumPy's own format, mapped into memory and not copied.
#pragma once

#include <filesystem>

#include "data/arrays.hpp"

namespace ssd {

// The arrays in two .npy files of format version 1, 2 or 3: little-endian int64, int32, float64 or float32, of any
// shape, in C or Fortran order. Elements are paired in the order in which they lie in the files, which is right only
// where type, shape and order are the same on both sides. A file may be larger than memory: its pages are read when
// they are touched. It must not shrink while it is mapped.
//
// Throws NpyError, which names the file and what is wrong with it, where a file is missing, unreadable, truncated or of
// another kind, and where the two differ.
AnyArrays read_npy(const std::filesystem::path& a, const std::filesystem::path& b);

}  // namespace ssd
