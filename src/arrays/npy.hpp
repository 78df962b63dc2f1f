// Arrays from .npy files, NumPy's own format. The files are mapped into memory, not copied.
#pragma once

#include <filesystem>

#include "arrays/any_arrays.hpp"

namespace reductions {

// The arrays in two .npy files. Reads what numpy.load reads if the elements are int64, int32, float64 or float32,
// little-endian, of any shape, in C or Fortran order. Elements are paired in the order in which the files contain them,
// which is right only if type, shape and order are the same in both files. A file may be larger than memory, because
// its pages are read when they are touched. (Only elements that are not aligned in the file are copied into memory.)
//
// Throws NpyError, which names the file and what is wrong with it, if a file is missing, unreadable, truncated or of
// another kind, or if the two files do not match.
AnyArrays read_npy(const std::filesystem::path& a, const std::filesystem::path& b);

// Throws NpyError if a file whose arrays are in use has changed since it was opened. Call this after measuring, before
// any results are shown.
void check_files_unchanged();

}  // namespace reductions
