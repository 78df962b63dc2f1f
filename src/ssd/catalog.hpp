// The table of contents: every variant, in teaching order.
#pragma once

#include <span>

#include "ssd/variant.hpp"

namespace ssd {

// All variants that this compiler builds right. The table lives as long as the program.
std::span<const Variant* const> catalog();

// Those that it does not: they have a name and a chapter, and `shows` gives the reason.
std::span<const Variant* const> left_out();

}  // namespace ssd
