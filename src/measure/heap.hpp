// How much memory a computation allocates at its peak.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>

namespace reductions {

// Calls `work` and returns the most bytes that the heap held at one time beyond what it held before. Counts all threads
// and every way to allocate that ends in the malloc family, such as operator new. Sizes are those that malloc handed
// out. Memory mapped without malloc is not seen.
//
// Returns nothing, and does not call `work`, if the heap cannot be measured: with a C library other than glibc, under a
// sanitizer or Valgrind, which have their own malloc, and with an allocator other than glibc's.
std::optional<std::size_t> peak_heap(const std::function<void()>& work);

}  // namespace reductions
