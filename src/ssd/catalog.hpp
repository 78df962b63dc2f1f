// The table of contents: every variant, in teaching order.
#pragma once

#include <span>

#include "ssd/variant.hpp"

namespace ssd {

// All variants. The table lives as long as the program.
std::span<const Variant* const> catalog();

}  // namespace ssd
