// How much memory a computation allocates at its peak.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>

namespace reductions {

// Calls `work` and returns the most bytes that were allocated on the heap at one time beyond what was before, by all
// threads together, through malloc, operator new or any other way that ends in the malloc family; sizes are those that
// malloc handed out. Memory mapped without malloc is not seen. Nothing is returned, and `work` is not called, where
// the heap cannot be measured: with a C library other than glibc, under a sanitizer or Valgrind, which have a malloc of
// their own, and with another allocator than glibc's, preloaded or linked. That allocator is used, but not measured.
std::optional<std::size_t> peak_heap(const std::function<void()>& work);

}  // namespace reductions
