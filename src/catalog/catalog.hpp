// The table of contents: every variant, in teaching order.
#pragma once

#include <span>

#include "contract/variant.hpp"

namespace reductions {

// The variants of this build. The table lives as long as the program.
std::span<const Variant* const> catalog();

// The variants that this build leaves out, because the compiler gets them wrong or a library is missing. They have a
// name and a chapter, and `shows` gives the reason.
std::span<const Variant* const> left_out();

}  // namespace reductions
