// Arrays from .npy files, NumPy's own format, mapped into memory and not copied.
#pragma once

#include <filesystem>

#include "data/arrays.hpp"

namespace ssd {

// The arrays in two .npy files: what numpy.load reads of int64, int32, float64 and float32, little-endian, of any
// shape, in C or Fortran order. Elements are paired in the order in which they are in the files, which is right only if
// type, shape and order are the same on both sides. A file may be larger than memory: its pages are read when they are
// touched. (Only elements that are not aligned in the file are copied into memory.)
//
// Throws NpyError, which names the file and what is wrong with it, if a file is missing, unreadable, truncated or of
// another kind, or if the two differ.
AnyArrays read_npy(const std::filesystem::path& a, const std::filesystem::path& b);

// Throws NpyError if a file whose arrays are in use was changed since it was opened: to be called when figures of them
// are done, and before they are shown.
void check_files_unchanged();

}  // namespace ssd
