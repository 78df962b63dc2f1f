// How much memory a computation allocates at its peak.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>

namespace ssd {

// Calls `work` and returns the most bytes that were allocated on the heap at one time beyond what was before, by all
// threads together, through malloc, operator new or any other way that ends in the malloc family; sizes are those that
// malloc handed out. Memory mapped without malloc is not seen. Nothing is returned, and `work` is not called, where
// the program has no heap meter: with a C library other than glibc, and under a sanitizer, which has a malloc of its
// own.
std::optional<std::size_t> peak_heap(const std::function<void()>& work);

}  // namespace ssd
